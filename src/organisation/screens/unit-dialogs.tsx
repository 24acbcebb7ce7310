import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { UnitView } from '../rules/views.ts';
import { labels } from './labels.ts';

export type UnitAct = 'rename' | 'merge' | 'deactivate';

type UnitDialogProps = {
  readonly act: UnitAct;
  readonly unit: UnitView;
  readonly all: readonly UnitView[];
  readonly onClose: () => void;
};

export function UnitDialog({ act, ...rest }: UnitDialogProps) {
  if (act === 'rename') return <Rename {...rest} />;
  return act === 'merge' ? <Merge {...rest} /> : <Deactivate {...rest} />;
}

type ActProps = Omit<UnitDialogProps, 'act'>;

function Rename({ unit, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const rename = useCommand<unknown, unknown>('organisation.rename-unit');
  const [name, setName] = useState(unit.name);
  const send = () =>
    rename
      .mutateAsync({ input: { unitId: unit.id, name: name.trim() }, base: { [`unit:${unit.id}`]: unit.version } })
      .then(() => message.success(words.saved));
  return (
    <FormDialog title={words.rename} act={words.rename} onClose={onClose} onSend={send}>
      <p className="soft">{words.renameLead}</p>
      <Field name={words.newName}>
        <Input value={name} onChange={({ target }) => setName(target.value)} minLength={2} maxLength={60} required autoFocus />
      </Field>
    </FormDialog>
  );
}

function Merge({ unit, all, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const merge = useCommand<unknown, unknown>('organisation.merge-units');
  const [intoId, setInto] = useState<string | null>(null);
  const others = all.filter(({ id, isActive }) => isActive && id !== unit.id);
  const send = () =>
    merge.mutateAsync({ input: { fromId: unit.id, intoId }, base: { [`unit:${unit.id}`]: unit.version } }).then(() => {
      message.success(words.merged);
      navigate(`/${district}/organisation/units/${intoId}`);
    });
  return (
    <FormDialog
      title={words.merge}
      act={words.merge}
      danger
      why={intoId === null ? words.chooseFirst : null}
      onClose={onClose}
      onSend={send}
    >
      <p>{words.mergeLead(unit.name)}</p>
      <Field name={words.mergeInto}>
        <Select
          className="full"
          value={intoId}
          onChange={setInto}
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </FormDialog>
  );
}

function Deactivate({ unit, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const deactivate = useCommand<unknown, unknown>('organisation.deactivate-unit');
  const send = () =>
    deactivate
      .mutateAsync({ input: { unitId: unit.id }, base: { [`unit:${unit.id}`]: unit.version } })
      .then(() => message.success(words.deactivated));
  return (
    <FormDialog title={words.deactivate} act={words.deactivate} danger onClose={onClose} onSend={send}>
      <p>{words.deactivateLead(unit.name)}</p>
    </FormDialog>
  );
}
