import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { blockerLabels } from './blocker-labels.ts';
import type { BlockersAnswer } from './contract.ts';

type RaiseProps = { readonly of: Pick<BlockersAnswer, 'projects'>; readonly projectId?: string; readonly onClose: () => void };

/** 报堵点: what is stuck, and what is asked of whom. */
export function RaiseBlocker({ of, projectId, onClose }: RaiseProps) {
  const words = useLabels(blockerLabels);
  const [id] = useState(newId);
  const [said, setSaid] = useState({
    projectId: projectId ?? (of.projects.length === 1 ? of.projects[0]!.id : ''),
    title: '',
    asked: '',
    detail: '',
  });
  const [isUp, setUp] = useState(false);
  const raise = useCommand<unknown, unknown>('rhythm.raise-blocker');
  const set = (name: keyof typeof said) => (text: string) => setSaid({ ...said, [name]: text });
  const isWhole = said.projectId !== '' && said.title.trim().length > 1;
  return (
    <FormDialog
      title={words.raise}
      act={words.raise}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={() => raise.mutateAsync({ input: { id, ...said, level: isUp ? 'leader' : 'unit' } })}
    >
      <Field name={words.project}>
        <Select
          className="full"
          aria-label={words.project}
          showSearch
          optionFilterProp="label"
          value={said.projectId || null}
          onChange={set('projectId')}
          options={of.projects.map(({ id: value, no, name }) => ({ value, label: `${no} ${name}` }))}
        />
      </Field>
      <Field name={words.name} hint={words.nameHint}>
        <Input value={said.title} maxLength={60} onChange={({ target }) => set('title')(target.value)} />
      </Field>
      <Field name={words.asked}>
        <GrowText value={said.asked} maxLength={300} onText={set('asked')} />
      </Field>
      <Field name={words.detail}>
        <GrowText value={said.detail} maxLength={1000} onText={set('detail')} />
      </Field>
      <Checkbox checked={isUp} onChange={({ target }) => setUp(target.checked)}>
        {words.goUp}
      </Checkbox>
    </FormDialog>
  );
}
