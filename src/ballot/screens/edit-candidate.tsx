import { Input } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { Candidate, CandidateFields } from '../rules/candidate.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

/** 候选材料的栏目, in the order of the paper. */
export const FIELDS = ['name', 'basis', 'content', 'investment', 'fundSource', 'place', 'finishTime', 'leadUnit'] as const;

type EditProps = { readonly sessionId: string; readonly of: Candidate | null; readonly onClose: () => void };

export function EditCandidate({ sessionId, of, onClose }: EditProps) {
  const words = useLabels(labels);
  const { send } = useAct('ballot.set-candidate');
  const [fields, setFields] = useState(
    () => Object.fromEntries(FIELDS.map((field) => [field, of?.[field] ?? ''])) as Record<keyof CandidateFields, string>,
  );
  const set = (field: keyof CandidateFields, text: string) => setFields({ ...fields, [field]: text });
  return (
    <FormDialog
      title={words.editCandidate}
      act={words.editCandidate}
      onClose={onClose}
      onSend={() => send({ sessionId, id: of?.id ?? newId(), fields })}
    >
      {FIELDS.map((field) => (
        <Field key={field} name={words.fields[field]}>
          {field === 'basis' || field === 'content' ? (
            <GrowText rows={2} value={fields[field]} onText={(text) => set(field, text)} />
          ) : (
            <Input value={fields[field]} required={field === 'name'} onChange={({ target }) => set(field, target.value)} />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}
