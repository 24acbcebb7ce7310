import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { CountRoom } from '../rules/views.ts';
import { causeWords } from '../words/labels.ts';
import { sentenceOfLine } from '../words/outcome.ts';
import { labels } from './labels.ts';
import { Notices } from './notices.tsx';
import { AttendanceSum } from './roll.tsx';
import { Room, useAct, useDocument } from './room.tsx';
import { Votes } from './votes-table.tsx';

/** 结果: for the big screen of the hall, for the notice, and for the record. */
export default function ResultScreen() {
  const { sessionId } = useParams();
  const [query] = useSearchParams();
  const view = useRead<CountRoom>(`/ballot/count-room?sessionId=${sessionId}`);
  return <Whole of={view}>{(it) => (query.has('screen') ? <BigScreen room={it} /> : <Result room={it} />)}</Whole>;
}

function BigScreen({ room }: { readonly room: CountRoom }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [, setQuery] = useSearchParams();
  return (
    <section className="page wide big-screen">
      <h1>{room.session.title}</h1>
      <Rounds room={room} />
      {room.rounds.every((it) => it.round.outcome === null) && <AttendanceSum of={room.attendance} />}
      <p>{room.rounds.length > 0 && words.electedSum(room.result.elected.length, room.session.sheet.rule.seats)}</p>
      <p className="soft">{longDate(room.session.opensOn, locale)}</p>
      <Button className="no-print" onClick={() => setQuery({})}>
        {words.back}
      </Button>
    </section>
  );
}

function Rounds({ room }: { readonly room: CountRoom }) {
  const locale = useLocale();
  return room.rounds
    .filter((it) => it.round.outcome !== null)
    .map(({ round }) => (
      <section key={round.id}>
        <h2>{causeWords[locale][round.cause]}</h2>
        {round
          .outcome!.arithmetic.filter((it) => it.what !== 'candidate')
          .map((it) => (
            <p key={it.what}>{sentenceOfLine(it, round.sheet!, locale)}</p>
          ))}
        <Votes round={round} />
      </section>
    ));
}

function Result({ room }: { readonly room: CountRoom }) {
  const words = useLabels(labels);
  const save = useDocument();
  const [, setQuery] = useSearchParams();
  const mayAnnounce = useMay('ballot.announce');
  const mayMinutes = useMay('ballot.manage-roll');
  const [isAsking, setAsking] = useState(false);
  const { session, result } = room;
  const isCounted = room.rounds.some((it) => it.round.outcome !== null);
  return (
    <Room
      title={session.title}
      lead={words.tabs.result}
      actions={
        <>
          <Button onClick={() => setQuery({ screen: '1' })}>{words.bigScreen}</Button>
          {mayMinutes && <Button onClick={() => save(`/ballot/minutes.docx?sessionId=${session.id}`)}>{words.minutes}</Button>}
        </>
      }
    >
      <Section title={words.resultTitle}>
        {isCounted ? (
          <p className="ballot-sum">
            {words.electedSum(result.elected.length, session.sheet.rule.seats)}
            {result.shortage > 0 && ` · ${words.isOpen(result.shortage)}`}
          </p>
        ) : (
          <p className="notice">{words.noResult}</p>
        )}
        <Rounds room={room} />
      </Section>
      <Section title={words.notices}>
        <p className="soft">{session.state === 'announced' ? words.toProgramme : words.announceHint}</p>
        {mayAnnounce && session.state === 'sitting' && (
          <Button type="primary" onClick={() => setAsking(true)}>
            {words.announce}
          </Button>
        )}
        {isAsking && <Announce room={room} onClose={() => setAsking(false)} />}
        <Notices room={room} />
      </Section>
    </Room>
  );
}

function Announce({ room, onClose }: { readonly room: CountRoom; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const { send } = useAct('ballot.announce');
  const [serial, setSerial] = useState<number | null>(1);
  const [signedBy, setSignedBy] = useState('');
  const [signedOn, setSignedOn] = useState<CivilDate | null>(today);
  const [openSeats, setOpenSeats] = useState('');
  const announce = () => send({ sessionId: room.session.id, serial, signedBy, signedOn, openSeats: openSeats.trim() || null });
  return (
    <FormDialog title={words.announce} act={words.announce} onClose={onClose} onSend={announce}>
      <p className="soft">{words.announceHint}</p>
      <Field name={words.serialNo}>
        <InputNumber min={1} max={9999} precision={0} value={serial} onChange={setSerial} />
      </Field>
      <Field name={words.signedBy}>
        <Input value={signedBy} required minLength={2} maxLength={60} onChange={({ target }) => setSignedBy(target.value)} />
      </Field>
      <Field name={words.signedOn}>
        <DayField value={signedOn} max={today} onChange={setSignedOn} />
      </Field>
      {room.result.shortage > 0 && (
        <Field name={words.openSeats}>
          <GrowText rows={2} value={openSeats} onText={setOpenSeats} />
        </Field>
      )}
    </FormDialog>
  );
}
