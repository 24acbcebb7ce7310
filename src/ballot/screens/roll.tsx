import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { ATTENDANCE, type Attendance, type Deputy } from '../rules/roll.ts';
import type { Session } from '../rules/session.ts';
import { attendanceWords } from '../words/labels.ts';
import { sentenceOfRollRemark } from '../words/remarks.ts';
import { ImportBox } from './import-box.tsx';
import { labels } from './labels.ts';
import { Officers } from './officers.tsx';
import { Room, useAct } from './room.tsx';

type Named = Pick<Deputy, 'id' | 'name' | 'unit' | 'leaveNote'>;
type RollView = { readonly session: Session; readonly deputies: readonly Deputy[]; readonly attendance: Attendance };

/** 名册: who may vote, who is there, and who watches over the vote. */
export default function RollScreen() {
  const { sessionId } = useParams();
  const view = useRead<RollView>(`/ballot/roll?sessionId=${sessionId}`);
  return <Whole of={view}>{(it) => <Roll {...it} />}</Whole>;
}

function Roll({ session, deputies, attendance }: RollView) {
  const words = useLabels(labels);
  const locale = useLocale();
  const record = useAct('ballot.record-attendance');
  const { names, show, isShowing } = useNames(session.id);
  const rows = deputies.map((it) => ({ ...it, ...names?.get(it.id) }));
  const unknown = deputies.filter((it) => it.attendance === 'unknown');
  const set = (ids: readonly string[], what: Deputy['attendance'], leaveNote = '') =>
    record.run({ sessionId: session.id, deputies: ids.map((id) => ({ id, attendance: what, leaveNote })) });
  return (
    <Room title={session.title} lead={words.tabs.roll}>
      <Section title={words.attendanceTitle}>
        {deputies.length === 0 ? <p className="notice">{words.emptyRoll}</p> : <AttendanceSum of={attendance} />}
        {unknown.length > 0 && (
          <p className="acts no-print">
            <Button
              loading={record.busy}
              onClick={() =>
                set(
                  unknown.map((it) => it.id),
                  'present',
                )
              }
            >
              {words.allPresent}
            </Button>
          </p>
        )}
        {deputies.length > 0 && names === null && (
          <p className="acts no-print">
            <Button loading={isShowing} onClick={show}>
              {words.showNames}
            </Button>
            <span className="soft">{words.showNamesHint}</span>
          </p>
        )}
        {deputies.length > 0 && <Deputies rows={rows} isNamed={names !== null} onSet={set} />}
      </Section>
      <Officers session={session} delegations={attendance.delegations.map((it) => it.name)} />
      {session.state === 'preparing' && (
        <Section title={words.importRoll}>
          <ImportBox
            sessionId={session.id}
            check="/ballot/roll/check"
            command="ballot.import-roll"
            template="/ballot/roll/template.xlsx"
            hint={words.rollHint}
            sentence={(it) => sentenceOfRollRemark(it, locale)}
          />
        </Section>
      )}
    </Room>
  );
}

/** 显示姓名: asked for by hand, noted by the server, and gone with the page. */
export function useNames(sessionId: string) {
  const { api } = useWorkplace();
  const locale = useLocale();
  const { message } = App.useApp();
  const [names, setNames] = useState<ReadonlyMap<string, Named> | null>(null);
  const [isShowing, setShowing] = useState(false);
  const show = async () => {
    setShowing(true);
    await api
      .get<readonly Named[]>(`/ballot/roll/names?sessionId=${sessionId}`)
      .then((found) => setNames(new Map(found.map((it) => [it.id, it]))))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
    setShowing(false);
  };
  return { names, show, isShowing };
}

type SetAttendance = (ids: readonly string[], what: Deputy['attendance'], leaveNote?: string) => unknown;

type DeputiesProps = { readonly rows: readonly Deputy[]; readonly isNamed: boolean; readonly onSet: SetAttendance };

function Deputies({ rows, isNamed, onSet }: DeputiesProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <DataTable
      rows={rows}
      keyOf={({ id }) => id}
      fileName={words.tabs.roll}
      columns={[
        { title: words.name, text: ({ name }) => name, width: 110 },
        { title: words.delegation, text: ({ delegation }) => delegation },
        { title: words.unit, text: ({ unit }) => unit, onlyWide: true },
        {
          title: words.attendance,
          text: (it) => attendanceWords[locale][it.attendance],
          // Whoever is not named cannot be taken for another.
          ...(isNamed && {
            show: (it: Deputy) => (
              <Select
                size="small"
                aria-label={`${it.name} ${words.attendance}`}
                value={it.attendance}
                options={ATTENDANCE.map((value) => ({ value, label: attendanceWords[locale][value] }))}
                onChange={(what) => onSet([it.id], what)}
              />
            ),
          }),
        },
        {
          title: words.leaveNote,
          text: ({ leaveNote }) => leaveNote,
          show: (it) =>
            isNamed && it.attendance === 'leave' ? <LeaveNote of={it} onSave={(note) => onSet([it.id], 'leave', note)} /> : null,
          onlyWide: true,
        },
      ]}
    />
  );
}

function LeaveNote({ of, onSave }: { readonly of: Deputy; readonly onSave: (note: string) => void }) {
  const words = useLabels(labels);
  const [note, setNote] = useState(of.leaveNote);
  return (
    <Input
      size="small"
      aria-label={`${of.name} ${words.leaveNote}`}
      maxLength={100}
      value={note}
      onChange={({ target }) => setNote(target.value)}
      onBlur={() => note !== of.leaveNote && onSave(note)}
    />
  );
}

export function AttendanceSum({ of }: { readonly of: Attendance }) {
  const words = useLabels(labels);
  return (
    <>
      <p className="ballot-sum">
        {words.attendanceSum(of.present, of.roll, of.needed)} · {of.holds ? words.holds : words.short(of.needed - of.present)}
      </p>
      <p className="soft">{of.delegations.map((it) => `${it.name} ${it.present}/${it.roll}`).join(' · ')}</p>
    </>
  );
}
