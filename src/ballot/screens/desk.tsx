import { Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import type { Attendance, Deputy } from '../rules/roll.ts';
import { attendanceWords } from '../words/labels.ts';
import { deskLabels } from './desk-labels.ts';
import { DeskLine, type DeskPlace, type Note } from './desk-line.tsx';
import { AttendanceSum, type useNames as Names, useNames } from './roll.tsx';
import { Room, useAct } from './room.tsx';

type DeskView = {
  readonly title: string;
  readonly attendance: Attendance;
  readonly places: readonly Omit<DeskPlace, 'name'>[];
  readonly isElectronic: boolean;
  readonly handsSlips: boolean;
  readonly isClosed: boolean;
};

const ANEW_MS = 3_000;
const SHOWN = 8;

/** 签到台: deputies come one by one, at one desk or several; who is there is seen by all of them at once. */
export default function DeskScreen() {
  const { sessionId = '' } = useParams();
  const view = useRead<DeskView>(`/ballot/desk?sessionId=${sessionId}`);
  const names = useNames(sessionId);
  const { refetch } = view;
  useEffect(() => {
    const timer = setInterval(refetch, ANEW_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return <Whole of={view}>{(it) => <Desk view={it} sessionId={sessionId} names={names} />}</Whole>;
}

type DeskProps = { readonly view: DeskView; readonly sessionId: string; readonly names: ReturnType<typeof Names> };

function Desk({ view, sessionId, names: { names, show, isShowing } }: DeskProps) {
  const words = useLabels(deskLabels);
  const { attendance, places, handsSlips, isElectronic, isClosed } = view;
  const slips = attendance.delegations.reduce((sum, it) => sum + it.slips, 0);
  return (
    <Room title={view.title} lead={words.live}>
      {attendance.roll === 0 ? <p className="notice">{words.toRoll}</p> : <AttendanceSum of={attendance} />}
      {slips > 0 && <p className="ballot-sum">{words.slips(slips)}</p>}
      {isElectronic && !handsSlips && !isClosed && <p className="notice warn">{words.notReady}</p>}
      {isClosed && <p className="notice">{words.closed}</p>}
      {attendance.roll > 0 && names === null && (
        <Section title={words.begin}>
          <p className="soft">{words.beginHint}</p>
          <Button type="primary" size="large" loading={isShowing} onClick={show}>
            {words.begin}
          </Button>
        </Section>
      )}
      {names !== null && (
        <Before
          sessionId={sessionId}
          handsSlips={handsSlips}
          isClosed={isClosed}
          places={places.map((it) => ({ ...it, name: names.get(it.id)?.name ?? '' }))}
        />
      )}
    </Room>
  );
}

type BeforeProps = {
  readonly sessionId: string;
  readonly places: readonly DeskPlace[];
  readonly handsSlips: boolean;
  readonly isClosed: boolean;
};

/** Whom the desk looks for, and what it notes. */
function Before({ sessionId, places, handsSlips, isClosed }: BeforeProps) {
  const words = useLabels(deskLabels);
  const locale = useLocale();
  const { run, busy } = useAct('ballot.check-in');
  const [wanted, setWanted] = useState('');
  const [withSlip, setWithSlip] = useState(true);
  const [last, setLast] = useState<string | null>(null);
  const field = useRef<{ focus(): void } | null>(null);
  const found = foundBy(places, wanted);
  const note: Note = async (of, attendance, { hasSlip, leaveNote = '' }) => {
    const seen = { attendance: of.attendance, hasSlip: of.hasSlip };
    const done = await run({ sessionId, deputyId: of.id, attendance, hasSlip, leaveNote, seen });
    if (done === null) return;
    setLast(words.done(of.name, attendanceWords[locale][attendance] + (hasSlip ? ` · ${words.hasSlip}` : '')));
    setWanted('');
    field.current?.focus();
  };
  const enter = () => {
    const only = found.length === 1 ? found[0]! : null;
    if (only !== null && only.attendance !== 'present' && !isClosed) void note(only, 'present', { hasSlip: handsSlips && withSlip });
  };
  return (
    <Section title={words.before}>
      <Input
        ref={(it) => {
          field.current = it;
        }}
        size="large"
        allowClear
        autoFocus
        aria-label={words.find}
        placeholder={words.find}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
        onPressEnter={enter}
      />
      {handsSlips && (
        <p>
          <Checkbox checked={withSlip} onChange={({ target }) => setWithSlip(target.checked)}>
            {words.withSlip}
          </Checkbox>
        </p>
      )}
      <p role="status" className="desk-last">
        {last !== null && `✓ ${last}`}
      </p>
      {found.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="desk-list">
        {found.slice(0, SHOWN).map((it) => (
          <DeskLine key={it.id} of={it} busy={busy} gives={handsSlips} withSlip={withSlip} isClosed={isClosed} onNote={note} />
        ))}
      </ul>
      {found.length > SHOWN && <p className="soft">{words.more(found.length - SHOWN)}</p>}
    </Section>
  );
}

/** Those still to come first; names by any part of them. */
function foundBy(places: readonly DeskPlace[], wanted: string): readonly DeskPlace[] {
  const text = wanted.replace(/\s/g, '').toLowerCase();
  const order: Readonly<Record<Deputy['attendance'], number>> = { unknown: 0, present: 1, leave: 2, absent: 3 };
  return places
    .filter((it) => text === '' || `${it.name}${it.delegation}`.replace(/\s/g, '').toLowerCase().includes(text))
    .toSorted((a, b) => order[a.attendance] - order[b.attendance] || a.position - b.position);
}
