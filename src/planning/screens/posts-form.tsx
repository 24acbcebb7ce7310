import { Select } from 'antd';
import { useState } from 'react';
import type { UnitView } from '#/organisation/rules/views.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { labels } from './breakdown-labels.ts';
import type { ShownTask } from './contract.ts';

/** 定岗: which post of the lead unit bears the task, and whom to call. */
export function PostsForm({ task, onClose }: { readonly task: ShownTask; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const units = useRead<readonly UnitView[]>('/organisation/units');
  const save = useCommand<unknown, unknown>('planning.assign-posts');
  const [postId, setPost] = useState(task.postId);
  const [contactPostId, setContact] = useState(task.contactPostId);
  const options = postOptions(units.data ?? [], task.leadUnitId, words.nobody);
  const send = () => save.mutateAsync({ input: { taskId: task.id, postId, contactPostId }, base: { [`task:${task.id}`]: task.version } });
  return (
    <FormDialog title={`${words.posts} ${task.name}`} act={words.save} onClose={onClose} onSend={send}>
      <PostChoice name={words.post} value={postId} options={options} onChange={setPost} />
      <PostChoice name={words.contact} value={contactPostId} options={options} onChange={setContact} />
    </FormDialog>
  );
}

type Option = { readonly value: string; readonly label: string };
type PostChoiceProps = {
  readonly name: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (id: string | null) => void;
};

export function PostChoice({ name, value, options, onChange }: PostChoiceProps) {
  return (
    <Field name={name}>
      <Select
        className="full"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        onChange={(it) => onChange(it ?? null)}
        options={[...options]}
      />
    </Field>
  );
}

/** Posts of a unit with who holds them today. */
export function postOptions(units: readonly UnitView[], unitId: string | null, nobody: string): readonly Option[] {
  const posts = units.find((it) => it.id === unitId)?.posts ?? [];
  return posts
    .filter((it) => it.isActive && it.kind !== 'setup')
    .map((it) => ({ value: it.id, label: `${it.title}（${it.holder?.personName ?? nobody}）` }));
}
