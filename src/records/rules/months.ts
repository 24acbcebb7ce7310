import { addDays, type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { MonthFigure } from './figure.ts';

type Span = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** Months of the period that have begun by the day. */
export function monthsBegun({ from, to, asOf }: Span): readonly string[] {
  const until = asOf < to ? asOf : to;
  const months: string[] = [];
  for (let day = from; day <= until; day = addDays(endOfMonth(yearOf(day), monthOf(day)), 1)) months.push(day.slice(0, 7));
  return months;
}

/**
 * 逐月: every month of the period that has begun by the day. Where records are what counts, a month in which none counted is a nought, and said;
 * months still to come are not.
 */
export function everyMonth(months: readonly MonthFigure[], span: Span): readonly MonthFigure[] {
  const known = new Map(months.map((it) => [it.month, it]));
  return monthsBegun(span).map((month) => known.get(month) ?? { month, numerator: 0, records: 0 });
}
