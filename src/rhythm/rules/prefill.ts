import type { ProjectStanding } from '#/delivery/rules/standing.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { longDate, number } from '#/kernel/format.ts';
import type { ProjectSchedule } from '#/planning/rules/activity.ts';
import { gatesUntil } from './asked.ts';
import type { Blocker } from './blocker.ts';
import type { CheckLine } from './check.ts';
import { type IsoWeek, mondayOf, sundayOf } from './iso-week.ts';

type Known = {
  readonly standing: ProjectStanding;
  readonly schedule: ProjectSchedule | null;
  readonly blockers: readonly Blocker[];
  /** What the unit said the week before. */
  readonly last: CheckLine | null;
  readonly week: IsoWeek;
  readonly gateDays: number;
};

/** 预填: what the week's reports, the schedule and the open blockers already say, so that a unit corrects instead of writing. */
export function prefilledLine({ standing, schedule, blockers, last, week, gateDays }: Known): CheckLine {
  const open = blockers.filter(({ state, projectId }) => state === 'open' && projectId === standing.project.id);
  const gates = schedule === null ? [] : gatesUntil(schedule, addDays(schedule.dataDate, gateDays));
  return {
    projectId: standing.project.id,
    isUnchanged: false,
    done: joined([...reported(standing, week), ...worked(schedule, week)]),
    next: joined(gates.map(({ name, dueOn }) => `${longDate(dueOn)}前完成“${name}”`)) || (last?.next ?? ''),
    problem: joined(open.map(({ title }) => title)) || (last?.problem ?? ''),
    needs:
      joined(open.map(({ asked, askedOf }) => (asked === '' ? '' : `${askedOf === '' ? '' : `${askedOf}：`}${asked}`))) ||
      (last?.needs ?? ''),
  };
}

function joined(texts: readonly string[]): string {
  return texts
    .filter((it) => it !== '')
    .map((it) => it.replace(/[。；]$/, ''))
    .join('；')
    .slice(0, 500);
}

const isIn = (day: CivilDate | null, week: IsoWeek) => day !== null && day >= mondayOf(week) && day <= sundayOf(week);

function reported({ promises }: ProjectStanding, week: IsoWeek): readonly string[] {
  return promises
    .filter((it) => isIn(it.doneOn ?? it.reportedOn, week))
    .map(({ promise, done, stage, progressText }) => {
      const figure = done === null ? (stage ?? '') : `${promise.object}累计${number(done)}${promise.measureUnit}`;
      return [figure, progressText ?? ''].filter((it) => it !== '').join('，');
    });
}

function worked(schedule: ProjectSchedule | null, week: IsoWeek): readonly string[] {
  return (schedule?.planned ?? []).flatMap(({ activity }) => {
    if (isIn(activity.finishedOn, week)) return [`完成“${activity.name}”`];
    return isIn(activity.startedOn, week) ? [`“${activity.name}”开工`] : [];
  });
}
