import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FilesField, type NamedFile } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { LineScore } from '../rules/unit-score.ts';
import { pointsText } from '../words/score-words.ts';
import { labels } from './labels.ts';

type AppealProps = { readonly roundId: string; readonly line: LineScore; readonly onClose: () => void };

/** 申诉: what is wrong with one line, with what shows it. */
export function AppealForm({ roundId, line, onClose }: AppealProps) {
  const words = useLabels(labels);
  const file = useCommand<unknown, unknown>('assessment.file-appeal');
  const [id] = useState(newId);
  const [reason, setReason] = useState('');
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const input = { id, roundId, lineKey: line.key, reason: reason.trim(), evidence: files.map(({ digest }) => digest) };
  return (
    <FormDialog
      title={`${words.appeal}：${line.title}（${pointsText(line)}）`}
      act={words.appeal}
      why={reason.trim().length < 2 ? words.reasonMissing : null}
      onClose={onClose}
      onSend={() => file.mutateAsync({ input })}
    >
      <Field name={words.appealReason} hint={words.appealHint}>
        <GrowText rows={3} maxLength={1000} value={reason} onText={setReason} />
      </Field>
      <div className="field">
        <span className="name">{words.appealFiles}</span>
        <FilesField value={files} onChange={setFiles} />
      </div>
    </FormDialog>
  );
}
