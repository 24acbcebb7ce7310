import { addDays, type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { FigureTable, MonthFigure } from './figure.ts';

type Span = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** Months of the period that have begun by the day. */
export function monthsBegun({ from, to, asOf }: Span): readonly string[] {
  const until = asOf < to ? asOf : to;
  const months: string[] = [];
  for (let day = from; day <= until; day = addDays(endOfMonth(yearOf(day), monthOf(day)), 1)) months.push(day.slice(0, 7));
  return months;
}

/**
 * 逐月: every month of the period that has begun by the day, up to the last of which anything is on record: a month before it in which none
 * counted is a nought, and said. Of later months nothing is known.
 */
export function everyMonth(
  { byMonth, reported: { lastMonth } }: Pick<FigureTable, 'byMonth' | 'reported'>,
  span: Span,
): readonly MonthFigure[] {
  const known = new Map(byMonth.map((it) => [it.month, it]));
  const told = monthsBegun(span).filter((month) => lastMonth !== null && month <= lastMonth);
  return told.map((month) => known.get(month) ?? { month, numerator: 0, records: 0 });
}
