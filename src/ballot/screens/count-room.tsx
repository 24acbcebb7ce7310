import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { useMay } from '#/ui/session.ts';
import type { PaperColour } from '../rules/round.ts';
import type { Session } from '../rules/session.ts';
import type { CountRoom, RoundView } from '../rules/views.ts';
import { causeWords, colourWords, roundStateWords } from '../words/labels.ts';
import { AnotherRound } from './another-round.tsx';
import { Bundles } from './bundles.tsx';
import { labels } from './labels.ts';
import { PaperFields } from './paper-fields.tsx';
import { Collect, Issue } from './papers.tsx';
import { AttendanceSum } from './roll.tsx';
import { Room, useAct } from './room.tsx';
import { Steps } from './steps.tsx';
import { VotesTable } from './votes-table.tsx';

const ANEW_MS = 5_000;

/** 计票室: from the opening of the vote to its count; read anew every few seconds, for several people work in it. */
export default function CountRoomScreen() {
  const { sessionId } = useParams();
  const view = useRead<CountRoom>(`/ballot/count-room?sessionId=${sessionId}`);
  const { refetch } = view;
  useEffect(() => {
    const timer = setInterval(refetch, ANEW_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return <Whole of={view}>{(it) => <CountRoomPage room={it} />}</Whole>;
}

function CountRoomPage({ room }: { readonly room: CountRoom }) {
  const words = useLabels(labels);
  const { session, rounds, attendance, undoings } = room;
  return (
    <Room title={session.title} lead={words.tabs.count}>
      <Section title={words.attendanceTitle}>
        <AttendanceSum of={attendance} />
      </Section>
      {session.state === 'preparing' && <OpenSession session={session} isPrepared={rounds.length > 0} />}
      {(session.state === 'preparing' ? [] : rounds).map((it) => (
        <RoundSection key={it.round.id} of={it} room={room} />
      ))}
      {session.state === 'sitting' && <AnotherRound room={room} />}
      {undoings.length > 0 && (
        <Section title={words.undoings}>
          <ul>
            {undoings.map((it) => (
              <li key={`${it.recordedAt} ${it.what}`}>
                {it.reason} <span className="soft">{words.by(it.recordedBy)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Room>
  );
}

function RoundSection({ of, room }: { readonly of: RoundView; readonly room: CountRoom }) {
  const locale = useLocale();
  const { round } = of;
  const isLast = room.rounds.at(-1)?.round.id === round.id;
  const title = `${causeWords[locale][round.cause]} · ${colourWords[locale][round.colour]} · ${roundStateWords[locale][round.state]}`;
  return (
    <Section title={title}>
      {round.cause !== 'first' && <p className="soft">{round.decision}</p>}
      <Steps of={of} />
      {round.state === 'issuing' && <Issue of={of} attendance={room.attendance} />}
      {round.state === 'voting' && <Collect of={of} sheet={room.session.sheet} />}
      {round.state === 'counting' && <Bundles of={of} room={room} />}
      {round.state === 'decided' && <VotesTable round={round} isLast={isLast && room.session.state === 'sitting'} />}
    </Section>
  );
}

function OpenSession({ session, isPrepared }: { readonly session: Session; readonly isPrepared: boolean }) {
  const words = useLabels(labels);
  const may = useMay('ballot.decide');
  const { run, busy } = useAct('ballot.open-session');
  const prepare = useAct('ballot.prepare-vote');
  const [colour, setColour] = useState<PaperColour>('white');
  const [paperSize, setSize] = useState<'A4' | 'A5'>('A4');
  if (!may) return <p className="notice">{words.notOpen}</p>;
  const input = { sessionId: session.id, colour, paperSize };
  return (
    <Section title={words.openSession}>
      {isPrepared && <p className="notice">{words.prepared}</p>}
      <p className="soft">{words.openHint}</p>
      <div className="sheet-form">
        <PaperFields colour={colour} paperSize={paperSize} onColour={setColour} onSize={setSize} />
      </div>
      <p className="acts">
        <Button type="primary" size="large" loading={busy} onClick={() => run(input)}>
          {words.openSession}
        </Button>
        {session.sheet.electronic && !isPrepared && (
          <Button size="large" loading={prepare.busy} onClick={() => prepare.run(input)}>
            {words.prepareVote}
          </Button>
        )}
      </p>
      {session.sheet.electronic && !isPrepared && <p className="soft">{words.prepareVoteHint}</p>}
    </Section>
  );
}
