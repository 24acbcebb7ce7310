import { Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

export function AddItem({ of, onClose }: { readonly of: MeetingAnswer; readonly onClose: () => void }) {
  const words = useLabels(meetingLabels);
  const [itemId] = useState(newId);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [projectId, setProject] = useState<string | null>(null);
  const add = useCommand<unknown, unknown>('rhythm.add-agenda-item');
  return (
    <FormDialog
      title={words.add}
      act={words.add}
      why={title.trim().length > 1 ? null : words.incomplete}
      onClose={onClose}
      onSend={() => add.mutateAsync({ input: { meetingId: of.meeting.id, itemId, title, note, projectId } })}
    >
      <Field name={words.addTitle}>
        <Input value={title} maxLength={100} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field name={words.addNote}>
        <GrowText value={note} maxLength={300} onText={setNote} />
      </Field>
      <Field name={words.project}>
        <Select
          className="full"
          aria-label={words.project}
          allowClear
          showSearch
          optionFilterProp="label"
          value={projectId}
          onChange={(id: string | undefined) => setProject(id ?? null)}
          options={of.projects.map(({ project }) => ({ value: project.id, label: `${project.no} ${project.name}` }))}
        />
      </Field>
    </FormDialog>
  );
}
