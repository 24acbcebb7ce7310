import { Button } from 'antd';
import { type CivilDate, dayNumber, dayOf, yearOf } from '#/kernel/civil-date.ts';
import { longDate, shortDate } from '#/kernel/format.ts';
import { wordsOf } from '#/planning/words/refusals.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Tried } from '../../rules/plan-drag.ts';
import type { PlannedProject } from '../../rules/plans.ts';
import { ganttLabels } from './labels.ts';
import type { Moving } from './use-plans.ts';

type Project = Pick<PlannedProject, 'no' | 'name'>;
const SHOWN = 6;

/** 会带动什么: said while a bar is dragged and before anything is saved. */
function Moves({ result, own }: { readonly result: Tried; readonly own: readonly string[] }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  if (!result.ok) return <p className="gantt-fault">{wordsOf(result.refusal, locale)}</p>;
  // A day of another year says which.
  const day = (on: CivilDate | undefined) =>
    on === undefined ? '—' : yearOf(on) === yearOf(today) ? shortDate(on, locale) : longDate(on, locale);
  const others = result.moved.filter(
    ({ activityId, before, after }) => !own.includes(activityId) && before?.earlyStart !== after?.earlyStart,
  );
  const ends = result.schedule.planned.map(({ dates }) => dayNumber(dates.earlyFinish));
  const tight = result.moved
    .filter(({ after }) => after !== null && after.slack < 0)
    .toSorted((a, b) => a.after!.slack - b.after!.slack)[0];
  return (
    <ul className="gantt-moves">
      <li>{words.moves(others.length)}</li>
      {others.slice(0, SHOWN).map(({ activityId, name, before, after }) => (
        <li key={activityId}>{words.move(name, day(before?.earlyStart), day(after?.earlyStart))}</li>
      ))}
      {others.length > SHOWN && <li>{words.more(others.length - SHOWN)}</li>}
      {ends.length > 0 && <li>{words.finish(day(dayOf(Math.max(...ends))))}</li>}
      {tight && <li className="late">{words.late(tight.name, -tight.after!.slack)}</li>}
    </ul>
  );
}

export function MovingPanel({ moving: { drag, dragged, result }, name }: { readonly moving: Moving; readonly name: string }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  return (
    <div className="gantt-panel" role="status">
      <p>
        {words.moving(name)} · {shortDate(dayOf(dragged.rests), locale)}
        {dragged.held && <b className="late"> {drag.grip === 'start' ? words.held : words.heldByLaw}</b>}
      </p>
      <Moves result={result} own={[drag.activityId]} />
    </div>
  );
}

type PendingProps = {
  readonly project: Project;
  readonly count: number;
  /** The activities that were changed by hand. */
  readonly changed: readonly string[];
  readonly result: Tried;
  readonly isSaving: boolean;
  readonly onUndo: () => void;
  readonly onDrop: () => void;
  readonly onSave: () => void;
};

export function PendingPanel({ project: { no, name }, count, changed, result, isSaving, onUndo, onDrop, onSave }: PendingProps) {
  const words = useLabels(ganttLabels);
  return (
    <div className="gantt-panel" role="status">
      <p>
        <b>{words.changes(no, name, count)}</b>
      </p>
      <Moves result={result} own={changed} />
      <span className="gantt-acts">
        <Button onClick={onUndo}>{words.undo}</Button>
        <Button onClick={onDrop}>{words.drop}</Button>
        <Button type="primary" loading={isSaving} disabled={!result.ok} onClick={onSave}>
          {words.save}
        </Button>
      </span>
    </div>
  );
}
