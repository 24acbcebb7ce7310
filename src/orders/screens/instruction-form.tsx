import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FilesField } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field, SecrecyBand } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderFile } from '../rules/event.ts';
import type { Choices } from './contract.ts';
import { moreLabels } from './more-labels.ts';

/** 登记批示件: the leader's words exactly as he wrote them. */
export function InstructionForm({ choices, onClose }: { readonly choices: Choices; readonly onClose: () => void }) {
  const words = useLabels(moreLabels);
  const { today } = useWorkplace();
  const record = useCommand<unknown, unknown>('orders.record-instruction');
  const [id] = useState(newId);
  const [leaderPostId, setLeader] = useState<string>();
  const [texts, setTexts] = useState({ body: '', about: '' });
  const [instructedOn, setDay] = useState<CivilDate>(today);
  const [files, setFiles] = useState<readonly OrderFile[]>([]);
  const isWhole = leaderPostId !== undefined && texts.body.trim() !== '' && texts.about.trim().length > 1;
  const input = { id, leaderPostId, ...texts, instructedOn, scan: files[0] ?? null };
  return (
    <FormDialog
      title={words.record}
      act={words.record}
      why={isWhole ? null : words.fieldsMissing}
      onClose={onClose}
      onSend={() => record.mutateAsync({ input })}
    >
      <SecrecyBand inline />
      <Field name={words.leader}>
        <Select
          className="full"
          aria-label={words.leader}
          value={leaderPostId}
          onChange={setLeader}
          options={choices.posts.filter((it) => it.isLeader).map((it) => ({ value: it.id, label: `${it.title} ${it.holder ?? ''}` }))}
        />
      </Field>
      <Field name={words.about}>
        <Input maxLength={300} value={texts.about} onChange={({ target }) => setTexts({ ...texts, about: target.value })} />
      </Field>
      <Field name={words.body}>
        <GrowText rows={3} maxLength={4000} value={texts.body} onText={(body) => setTexts({ ...texts, body })} />
      </Field>
      <Field name={words.instructedOn}>
        <DayField value={instructedOn} max={today} onChange={(day) => day && setDay(day)} label={words.instructedOn} />
      </Field>
      <div className="field">
        <span className="name">{words.scan}</span>
        <FilesField value={files} onChange={(it) => setFiles(it.slice(-1))} />
      </div>
    </FormDialog>
  );
}
