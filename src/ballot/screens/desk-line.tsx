import { Button } from 'antd';
import { useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import type { Deputy } from '../rules/roll.ts';
import { attendanceWords } from '../words/labels.ts';
import { deskLabels } from './desk-labels.ts';

export type DeskPlace = Pick<Deputy, 'id' | 'position' | 'delegation' | 'attendance' | 'name'> & { readonly hasSlip: boolean };
export type Note = (
  of: DeskPlace,
  attendance: Deputy['attendance'],
  what: { readonly hasSlip: boolean; readonly leaveNote?: string },
) => unknown;

const MARKS: Readonly<Record<Deputy['attendance'], string>> = { unknown: '○', present: '◆', leave: '▲', absent: '■' };

type LineProps = {
  readonly of: DeskPlace;
  readonly busy: boolean;
  readonly gives: boolean;
  readonly withSlip: boolean;
  readonly isClosed: boolean;
  readonly onNote: Note;
};

/** One deputy before the desk: what is noted, and what may be noted next. */
export function DeskLine({ of, busy, gives, withSlip, isClosed, onNote }: LineProps) {
  const words = useLabels(deskLabels);
  const locale = useLocale();
  const [isLeaving, setLeaving] = useState(false);
  const { attendance, hasSlip } = of;
  const isHere = attendance === 'present';
  return (
    <li>
      <span className="who">
        <b>{of.name}</b> <span className="soft">{of.delegation}</span>
        <br />
        {MARKS[attendance]} {attendanceWords[locale][attendance]}
        {hasSlip && ` · ${words.hasSlip}`}
      </span>
      <span className="acts">
        {!isHere && !isClosed && (
          <Button type="primary" size="large" loading={busy} onClick={() => onNote(of, 'present', { hasSlip: gives && withSlip })}>
            {gives && withSlip ? words.presentWithSlip : words.present}
          </Button>
        )}
        {isHere && gives && (
          <Button size="large" loading={busy} onClick={() => onNote(of, 'present', { hasSlip: !hasSlip })}>
            {hasSlip ? words.slipBack : words.slip}
          </Button>
        )}
        {attendance === 'unknown' && !isClosed && (
          <>
            <Button size="large" onClick={() => setLeaving(true)}>
              {words.leave}
            </Button>
            <Button size="large" loading={busy} onClick={() => onNote(of, 'absent', { hasSlip: false })}>
              {words.absent}
            </Button>
          </>
        )}
        {attendance !== 'unknown' && !isClosed && !hasSlip && (
          <Button size="large" loading={busy} onClick={() => onNote(of, 'unknown', { hasSlip: false })}>
            {words.undo}
          </Button>
        )}
      </span>
      {isLeaving && (
        <ReasonDialog
          open
          title={words.leaveFor(of.name)}
          act={words.leave}
          hint={words.leaveHint}
          least={0}
          onCancel={() => setLeaving(false)}
          onConfirm={async (leaveNote) => {
            await onNote(of, 'leave', { hasSlip: false, leaveNote });
            setLeaving(false);
          }}
        />
      )}
    </li>
  );
}
