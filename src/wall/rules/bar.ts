import { dayNumber } from '#/kernel/civil-date.ts';
import type { Activity, PlannedActivity, ProjectNetwork, ProjectSchedule } from '#/planning/rules/activity.ts';
import { calendarKey, waitingIn } from '#/planning/rules/network.ts';
import type { Span } from './free-time.ts';

/** 横道: one activity of a schedule as the wall shows it; days as numbers, first and last included. */
export type Bar = {
  readonly id: string;
  readonly name: string;
  readonly calendar: string;
  readonly isMilestone: boolean;
  readonly gate: string | null;
  readonly early: Span;
  readonly late: Span | null;
  readonly baseline: Span | null;
  /** How much of it is done, 0 to 1; null where it runs and nobody said how much is left. */
  readonly doneShare: number | null;
  readonly state: 'waiting' | 'running' | 'finished';
  readonly slack: number;
  readonly isCritical: boolean;
  readonly isProvisional: boolean;
};

type Places = Pick<ProjectNetwork, 'siteCalendars'>;

export function barsOf({ planned, baseline, provisional }: ProjectSchedule, places: Places = { siteCalendars: {} }): readonly Bar[] {
  const locked = new Map(baseline?.dates.map((it) => [it.activityId, it]));
  const unsure = new Set(provisional);
  return planned
    .toSorted((a, b) => a.activity.position - b.activity.position)
    .map(({ activity, dates }) => {
      const base = locked.get(activity.id);
      return {
        ...{
          id: activity.id,
          name: activity.name,
          calendar: calendarKey(places, activity),
          isMilestone: activity.isMilestone,
          gate: activity.gate,
        },
        early: [dayNumber(dates.earlyStart), dayNumber(dates.earlyFinish)],
        late: lateOf(dates),
        baseline: base === undefined ? null : [dayNumber(base.start), dayNumber(base.finish)],
        ...workOf(activity),
        slack: dates.slack,
        isCritical: dates.critical && activity.finishedOn === null,
        isProvisional: unsure.has(activity.id),
      };
    });
}

function lateOf({ lateStart, lateFinish }: PlannedActivity['dates']): Span | null {
  return lateStart === null || lateFinish === null ? null : [dayNumber(lateStart), dayNumber(lateFinish)];
}

function workOf({ startedOn, finishedOn, remainingDays, days }: Activity): Pick<Bar, 'state' | 'doneShare'> {
  if (finishedOn !== null) return { state: 'finished', doneShare: 1 };
  if (startedOn === null) return { state: 'waiting', doneShare: 0 };
  return { state: 'running', doneShare: remainingDays === null ? null : Math.max(0, Math.min(1, 1 - remainingDays / days)) };
}

/** 下一道工序: of those that wait for nothing unfinished, the one with the least slack; what the meeting has to look at. */
export function nextOf(bars: readonly Bar[], { links }: Pick<ProjectSchedule, 'links'>): Bar | null {
  const states = bars.map(({ id, state }) => ({ id, isBegun: state !== 'waiting', isDone: state === 'finished' }));
  const held = waitingIn(states, links);
  const free = bars.filter(({ id, state }) => state !== 'finished' && !held.has(id));
  return free.toSorted((a, b) => a.slack - b.slack || a.early[0] - b.early[0])[0] ?? null;
}

/** 预计晚几天: days of the calendar year by which the last early finish lies past the deadline; 0 where it does not. */
export function overrunOf(bars: readonly Bar[], deadline: number): number {
  return Math.max(0, ...bars.map((it) => it.early[1] - deadline));
}

/** Lanes in which neither the bars nor their late dates nor their baselines overlap, as few as come about by taking the first that is free. */
export function lanesOf(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const lanes: { bars: Bar[]; early: number; late: number; baseline: number }[] = [];
  for (const bar of bars.toSorted((a, b) => a.early[0] - b.early[0] || a.early[1] - b.early[1])) {
    const isFree = (it: (typeof lanes)[number]) =>
      it.early < bar.early[0] && it.late < (bar.late?.[0] ?? Infinity) && it.baseline < (bar.baseline?.[0] ?? Infinity);
    let lane = lanes.find(isFree);
    if (lane === undefined) {
      lane = { bars: [], early: -Infinity, late: -Infinity, baseline: -Infinity };
      lanes.push(lane);
    }
    lane.bars.push(bar);
    lane.early = bar.early[1];
    lane.late = bar.late?.[1] ?? lane.late;
    lane.baseline = bar.baseline?.[1] ?? lane.baseline;
  }
  return lanes.map((it) => it.bars);
}
