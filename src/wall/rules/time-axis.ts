import { type CivilDate, dayNumber, dayOf, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';

/** 时间轴: whole months from the first to the last day that is shown; a day is as wide as `perDay`. Days are numbers since 1970-01-01. */
export type TimeAxis = {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly width: number;
  readonly months: readonly Month[];
};
export type Month = { readonly year: number; readonly month: number; readonly from: number; readonly to: number };

/** A plan that runs further than this past the year is shown up to here. */
const MOST_MONTHS = 24;

export function timeAxis(first: CivilDate, last: CivilDate, { left, width }: { readonly left: number; readonly width: number }): TimeAxis {
  const months: Month[] = [];
  const start = yearOf(first) * 12 + monthOf(first) - 1;
  const end = Math.min(Math.max(yearOf(last) * 12 + monthOf(last) - 1, start), start + MOST_MONTHS - 1);
  for (let at = start; at <= end; at++) {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    const to = dayNumber(endOfMonth(year, month));
    months.push({ year, month, from: to - Number(endOfMonth(year, month).slice(8)) + 1, to });
  }
  return { from: months[0]!.from, to: months.at(-1)!.to, left, width, months };
}

/** Where a day begins; days outside stand at the edge. */
export function startX({ from, to, left, width }: TimeAxis, day: number): number {
  const inside = Math.min(Math.max(day, from), to + 1);
  return left + ((inside - from) / (to - from + 1)) * width;
}

/** Where a day ends. */
export function endX(axis: TimeAxis, day: number): number {
  return startX(axis, day + 1);
}

export function isShown({ from, to }: TimeAxis, first: number, last: number): boolean {
  return last >= from && first <= to;
}

export const firstDayOf = ({ from }: TimeAxis): CivilDate => dayOf(from);
