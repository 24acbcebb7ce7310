import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Lists } from './contract.ts';
import { labels } from './labels.ts';

type DialogProps = { readonly lists: Lists; readonly onClose: () => void };

function useUnit(): string | null {
  return useWorkplace().post?.unitId ?? null;
}

function UnitField({
  lists,
  value,
  onChange,
}: {
  readonly lists: Lists;
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const words = useLabels(labels);
  return (
    <Field name={words.unit}>
      <Select
        className="full"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={words.unit}
        value={value}
        onChange={onChange}
        options={lists.units.map((it) => ({ value: it.id, label: it.name }))}
      />
    </Field>
  );
}

export function RosterDialog({ lists, onClose }: DialogProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const keep = useCommand<unknown, unknown>('records.keep-roster');
  const [it, setIt] = useState({
    rosterId: newId(),
    name: '',
    unitId: useUnit(),
    asOf: today as CivilDate,
    source: '',
    statedCount: null as number | null,
    isEstimate: false,
    isSensitive: false,
  });
  const lacks = [
    ...(it.name.trim().length < 2 ? [words.name] : []),
    ...(it.unitId === null ? [words.unit] : []),
    ...(it.source.trim().length < 2 ? [words.from] : []),
  ];
  return (
    <FormDialog
      title={words.addRoster}
      act={words.save}
      why={lacks.length > 0 ? words.missing(lacks) : null}
      onClose={onClose}
      onSend={() => keep.mutateAsync({ input: it })}
    >
      <Field name={words.name}>
        <Input aria-label={words.name} value={it.name} onChange={({ target }) => setIt({ ...it, name: target.value })} />
      </Field>
      <UnitField lists={lists} value={it.unitId} onChange={(unitId) => setIt({ ...it, unitId })} />
      <Field name={words.asOf}>
        <DayField value={it.asOf} max={today} onChange={(asOf) => asOf && setIt({ ...it, asOf })} />
      </Field>
      <Field name={words.from}>
        <Input aria-label={words.from} value={it.source} onChange={({ target }) => setIt({ ...it, source: target.value })} />
      </Field>
      <Field name={words.statedCount}>
        <InputNumber className="full" min={1} value={it.statedCount} onChange={(statedCount) => setIt({ ...it, statedCount })} />
      </Field>
      <p>
        <Checkbox checked={it.isEstimate} onChange={({ target }) => setIt({ ...it, isEstimate: target.checked })}>
          {words.isEstimate}
        </Checkbox>
        <br />
        <Checkbox checked={it.isSensitive} onChange={({ target }) => setIt({ ...it, isSensitive: target.checked })}>
          {words.sensitive}
        </Checkbox>
      </p>
    </FormDialog>
  );
}

const FRESH = {
  name: '',
  isSensitive: false,
  needsEvidence: true,
  doses: 1,
  doseDaysLeast: null as number | null,
  doseDaysMost: null as number | null,
};

export function KindDialog({ lists, onClose }: DialogProps) {
  const words = useLabels(labels);
  const keep = useCommand<unknown, unknown>('records.keep-service-kind');
  const [it, setIt] = useState({ ...FRESH, serviceKindId: newId(), unitId: useUnit() });
  const [slots, setSlots] = useState('');
  const input = { ...it, slots: slots.split(/[、,，\s]+/).filter((one) => one !== '') };
  const lacks = [
    ...(it.name.trim().length < 2 ? [words.name] : []),
    ...(it.unitId === null ? [words.unit] : []),
    ...(it.doses > 1 && it.doseDaysLeast === null ? [words.doseLeast] : []),
    ...(it.doses > 1 && it.doseDaysMost === null ? [words.doseMost] : []),
  ];
  return (
    <FormDialog
      title={words.addKind}
      act={words.save}
      why={lacks.length > 0 ? words.missing(lacks) : null}
      onClose={onClose}
      onSend={() => keep.mutateAsync({ input })}
    >
      <Field name={words.name}>
        <Input aria-label={words.name} value={it.name} onChange={({ target }) => setIt({ ...it, name: target.value })} />
      </Field>
      <UnitField lists={lists} value={it.unitId} onChange={(unitId) => setIt({ ...it, unitId })} />
      <Field name={words.slots}>
        <Input aria-label={words.slots} value={slots} onChange={({ target }) => setSlots(target.value)} />
      </Field>
      <Field name={words.doses}>
        <InputNumber
          className="full"
          min={1}
          max={9}
          value={it.doses}
          onChange={(doses) => setIt({ ...it, doses: doses ?? 1, ...(doses === 1 && { doseDaysLeast: null, doseDaysMost: null }) })}
        />
      </Field>
      {it.doses > 1 && (
        <>
          <Field name={words.doseLeast}>
            <InputNumber className="full" min={1} value={it.doseDaysLeast} onChange={(doseDaysLeast) => setIt({ ...it, doseDaysLeast })} />
          </Field>
          <Field name={words.doseMost}>
            <InputNumber className="full" min={1} value={it.doseDaysMost} onChange={(doseDaysMost) => setIt({ ...it, doseDaysMost })} />
          </Field>
        </>
      )}
      <p>
        <Checkbox checked={it.needsEvidence} onChange={({ target }) => setIt({ ...it, needsEvidence: target.checked })}>
          {words.needsEvidence}
        </Checkbox>
        <br />
        <Checkbox checked={it.isSensitive} onChange={({ target }) => setIt({ ...it, isSensitive: target.checked })}>
          {words.sensitive}
        </Checkbox>
      </p>
    </FormDialog>
  );
}
