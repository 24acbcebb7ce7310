import { addDays, type CivilDate, dayNumber, dayOf, daysBetween } from '#/kernel/civil-date.ts';
import { type Curve, dayReached, valueAt } from './curve.ts';
import type { Pace } from './standing.ts';

/** 实绩点: the cumulative value that was known for a day. */
export type Point = {
  readonly on: CivilDate;
  readonly value: number;
  /** The first day of a new definition: no line leads here from the point before. */
  readonly begins?: true;
};

/** What Earned Schedule reads: a locked curve that starts on a day, what was done, and the day asked for. */
export type PaceInput = {
  readonly curve: Curve;
  readonly startsOn: CivilDate;
  /** PD: days of the plan, first and last day counted. */
  readonly plannedDays: number;
  readonly target: number;
  readonly done: number;
  readonly asOf: CivilDate;
  /** Known values up to the day, oldest first. */
  readonly points: readonly Point[];
  readonly recentWeeks: number;
};

/** The last day that the four-digit form of a day can name; a forecast beyond it is none. */
const LAST_DAY = dayNumber('9999-12-31');

/**
 * 进度: Earned Schedule on any locked curve. Source: Lipke, Schedule is Different, 2003; PMI Practice Standard for Earned Value Management,
 * 2nd ed., appendix D; ISO 21508:2018. Null before the plan's first day.
 */
export function paceOf(input: PaceInput): Pace | null {
  const { curve, plannedDays, target, done } = input;
  const elapsedDays = dayNumber(input.asOf) - dayNumber(input.startsOn) + 1;
  if (elapsedDays < 1) return null;
  const expected = valueAt(curve, Math.min(elapsedDays, plannedDays));
  const earnedDays = dayReached(curve, done, Math.min(elapsedDays, plannedDays));
  const spi = earnedDays / elapsedDays;
  const daysLeft = plannedDays - elapsedDays;
  return {
    plannedDays,
    elapsedDays,
    expected,
    done,
    gapPoints: ((done - expected) / target) * 100,
    earnedDays,
    behindDays: elapsedDays - earnedDays,
    spi,
    tspi: daysLeft > 0 ? (plannedDays - earnedDays) / daysLeft : null,
    forecastOn: done > 0 && spi > 0 ? forecastOn(input.startsOn, plannedDays / spi) : null,
    effortRatio: effortRatio(input, elapsedDays, daysLeft),
    reportPoints: input.points.length,
  };
}

/** The finish day at the speed earned so far: first day + ceil(IEAC) − 1. A whole number of days spoilt by binary fractions stays that number. */
function forecastOn(startsOn: CivilDate, durationDays: number): CivilDate | null {
  const day = dayNumber(startsOn) + Math.ceil(durationDays - 1e-9) - 1;
  return day > LAST_DAY ? null : dayOf(day);
}

/** Speed needed a day from now on ÷ the recent speed: the figure that people grasp. Null where one of the two does not exist. */
function effortRatio(input: PaceInput, elapsedDays: number, daysLeft: number): number | null {
  if (input.done <= 0 || daysLeft <= 0) return null;
  const speed = recentSpeed(input, elapsedDays);
  return speed > 0 ? neededADay(input.target, input.done, daysLeft) / speed : null;
}

export function neededADay(target: number, done: number, daysLeft: number): number {
  return Math.max(target - done, 0) / daysLeft;
}

/** Units a day over the last weeks when at least two values lie in them (from the first of these to the day asked for), else since the start. */
function recentSpeed({ asOf, points, recentWeeks, done, curve }: PaceInput, elapsedDays: number): number {
  const eve = addDays(asOf, -7 * recentWeeks);
  const recent = points.filter((point) => point.on > eve);
  const first = recent[0];
  if (first === undefined || recent.length < 2 || first.on === asOf) return (done - valueAt(curve, 0)) / elapsedDays;
  return (done - first.value) / daysBetween(first.on, asOf);
}

/** What will be done on the deadline if the speed since the start stays as it was. */
export function doneAtDeadline({ done, elapsedDays, plannedDays }: Pace, base = 0): number {
  return base + ((done - base) / elapsedDays) * plannedDays;
}
