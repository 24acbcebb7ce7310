import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Programme } from '#/programme/rules/programme.ts';

/** 通报月份: a month of one year, 1 to 12. */
export type BulletinMonth = { readonly year: number; readonly month: number };

export type MonthRefusal =
  | { readonly kind: 'month-not-begun'; readonly year: number; readonly month: number; readonly today: CivilDate }
  | {
      readonly kind: 'month-outside-list';
      readonly year: number;
      readonly month: number;
      readonly from: CivilDate;
      readonly to: CivilDate;
    };

export function firstOfMonth({ year, month }: BulletinMonth): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-01` as CivilDate;
}

/** `2026-06`: the month as the reporting calendar names it. */
export function monthPeriod({ year, month }: BulletinMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** 截至日期: the end of the month, or today while the month is still running. */
export function asOfFor({ year, month }: BulletinMonth, today: CivilDate): CivilDate {
  const end = endOfMonth(year, month);
  return end < today ? end : today;
}

/** A bulletin speaks of a month that has begun and that touches the period of the list. */
export function checkMonth(
  month: BulletinMonth,
  today: CivilDate,
  programme: Pick<Programme, 'from' | 'to'>,
): Result<CivilDate, MonthRefusal> {
  const first = firstOfMonth(month);
  if (first > today) return refuse({ kind: 'month-not-begun', ...month, today });
  if (first > programme.to || endOfMonth(month.year, month.month) < programme.from) {
    return refuse({ kind: 'month-outside-list', ...month, from: programme.from, to: programme.to });
  }
  return accept(asOfFor(month, today));
}

/** The end of the month before, for 与上月相比; January compares with nothing of its own year. */
export function previousMonthEnd({ year, month }: BulletinMonth): CivilDate | null {
  return month === 1 ? null : endOfMonth(year, month - 1);
}
