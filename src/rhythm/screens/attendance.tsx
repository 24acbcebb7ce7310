import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import type { Attendance } from '../rules/meeting.ts';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

const STATES = ['expected', 'present', 'substitute', 'leave', 'absent'] as const;

/** 到会: those expected stand there already; one tap when all have come. */
export function AttendanceBox({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayWrite = useMay('rhythm.meeting') && of.meeting.state === 'under-way';
  const [rows, setRows] = useState<readonly Attendance[]>(of.attendance);
  const record = useCommand<unknown, unknown>('rhythm.record-attendance');
  const save = (entries: readonly Attendance[]) => {
    setRows(entries);
    const input = {
      meetingId: of.meeting.id,
      entries: entries.map(({ place, title, name, state, note }) => ({ place, title, name, state, note })),
    };
    return record
      .mutateAsync({ input })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  const change = (place: number, it: Partial<Attendance>) => setRows(rows.map((row) => (row.place === place ? { ...row, ...it } : row)));
  const seat = { unitId: null, postId: null, title: '', name: '', state: 'present', note: '' } as const;
  const isWhole = rows.every(({ title }) => title.trim() !== '');
  return (
    <Section title={words.attendance}>
      <ul className="attendance">
        {rows.map((it) => (
          <Seat key={it.place} seat={it} isOff={!mayWrite} onChange={(more) => change(it.place, more)} />
        ))}
      </ul>
      {mayWrite && (
        <p className="acts no-print">
          <Button
            type="primary"
            loading={record.isPending}
            onClick={() => save(rows.map((it) => (it.state === 'expected' ? { ...it, state: 'present' } : it)))}
            disabled={!isWhole}
          >
            {words.allPresent}
          </Button>
          <Button loading={record.isPending} onClick={() => save(rows)} disabled={!isWhole}>
            {words.save}
          </Button>
          <Button onClick={() => setRows([...rows, { ...seat, place: rows.length + 1 }])}>{words.addSeat}</Button>
        </p>
      )}
    </Section>
  );
}

type SeatProps = { readonly seat: Attendance; readonly isOff: boolean; readonly onChange: (change: Partial<Attendance>) => void };

function Seat({ seat, isOff, onChange }: SeatProps) {
  const words = useLabels(meetingLabels);
  if (isOff)
    return (
      <li>
        {seat.title} {seat.name} <span className="soft">{words.attendanceStates[seat.state]}</span>
      </li>
    );
  const isNew = seat.unitId === null && seat.postId === null && seat.title !== '主持';
  return (
    <li>
      {isNew ? (
        <Input
          aria-label={words.seatTitle}
          placeholder={words.seatTitle}
          value={seat.title}
          maxLength={60}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      ) : (
        <b>{seat.title}</b>
      )}
      <Input
        aria-label={`${seat.title} ${words.personName}`}
        placeholder={words.personName}
        value={seat.name}
        maxLength={40}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <Select
        aria-label={`${seat.title} ${words.attendance}`}
        value={seat.state}
        onChange={(state) => onChange({ state })}
        options={STATES.map((value) => ({ value, label: words.attendanceStates[value] }))}
      />
    </li>
  );
}
