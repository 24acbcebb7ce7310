import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Notice } from '../rules/result.ts';
import type { CountRoom } from '../rules/views.ts';
import { labels } from './labels.ts';
import { useAct, useDocument } from './room.tsx';

/** 公告: every one stays; a superseded one says so. */
export function Notices({ room }: { readonly room: CountRoom }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const save = useDocument();
  const may = useMay('ballot.announce');
  const [correcting, setCorrecting] = useState<Notice | null>(null);
  return (
    <>
      {room.notices.map((it) => {
        const isSuperseded = room.notices.some((other) => other.supersedesId === it.id);
        return (
          <div key={it.id} className={isSuperseded ? 'notice warn' : 'notice'}>
            <b>{words.notice(it.serial)}</b> · {words.noticeSigned(it.signedBy, longDate(it.signedOn, locale))}{' '}
            {isSuperseded && <span className="soft">{words.superseded}</span>}
            <ol>
              {it.content.elected.map(({ candidateId, name, votes }) => (
                <li key={candidateId}>
                  {name}
                  {votes !== null && ` · ${votes}`}
                </li>
              ))}
            </ol>
            <p className="acts no-print">
              <Button size="small" onClick={() => save(`/ballot/notice.docx?sessionId=${room.session.id}&noticeId=${it.id}`)}>
                {words.download}
              </Button>
              {may && !isSuperseded && (
                <Button size="small" onClick={() => setCorrecting(it)}>
                  {words.correct}
                </Button>
              )}
            </p>
          </div>
        );
      })}
      {correcting !== null && <Correct notice={correcting} room={room} onClose={() => setCorrecting(null)} />}
    </>
  );
}

type CorrectProps = { readonly notice: Notice; readonly room: CountRoom; readonly onClose: () => void };

function Correct({ notice, room, onClose }: CorrectProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const { send } = useAct('ballot.correct-notice');
  const [serial, setSerial] = useState<number | null>(notice.serial + 1);
  const [signedBy, setSignedBy] = useState(notice.signedBy);
  const [signedOn, setSignedOn] = useState<CivilDate | null>(today);
  const [reason, setReason] = useState('');
  const [elected, setElected] = useState<readonly string[]>(notice.content.elected.map((it) => it.candidateId));
  const ids = room.rounds[0]?.round.candidateIds ?? [];
  const input = { sessionId: room.session.id, supersedesId: notice.id, openSeats: notice.content.openSeats };
  return (
    <FormDialog
      title={words.correct}
      act={words.correct}
      onClose={onClose}
      onSend={() => send({ ...input, serial, signedBy, signedOn, reason, elected })}
    >
      <p className="soft">{words.announceHint}</p>
      <Field name={words.serialNo}>
        <InputNumber min={1} max={9999} precision={0} value={serial} onChange={setSerial} />
      </Field>
      <Field name={words.correctReason}>
        <GrowText rows={2} required minLength={2} value={reason} onText={setReason} />
      </Field>
      <p>{words.electedNow}</p>
      <Checkbox.Group
        value={[...elected]}
        options={ids.map((value) => ({ value, label: room.names[value] ?? value }))}
        onChange={(chosen) => setElected(chosen as string[])}
      />
      <Field name={words.signedBy}>
        <Input value={signedBy} required minLength={2} maxLength={60} onChange={({ target }) => setSignedBy(target.value)} />
      </Field>
      <Field name={words.signedOn}>
        <DayField value={signedOn} max={today} onChange={setSignedOn} />
      </Field>
    </FormDialog>
  );
}
