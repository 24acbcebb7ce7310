import { addDays, type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { MonthFigure } from './figure.ts';

/**
 * 逐月: every month of the period that has begun by the day. Where records are what counts, a month in which none counted is a nought, and said;
 * months still to come are not.
 */
export function everyMonth(
  months: readonly MonthFigure[],
  { from, to, asOf }: { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate },
): readonly MonthFigure[] {
  const known = new Map(months.map((it) => [it.month, it]));
  const until = asOf < to ? asOf : to;
  const all: MonthFigure[] = [];
  for (let day = from; day <= until; day = addDays(endOfMonth(yearOf(day), monthOf(day)), 1)) {
    const month = day.slice(0, 7);
    all.push(known.get(month) ?? { month, numerator: 0, records: 0 });
  }
  return all;
}
