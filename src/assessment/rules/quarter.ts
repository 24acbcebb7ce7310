import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';

/** 季度: one of four of a year. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

export function firstOfQuarter({ year, quarter }: Quarter): CivilDate {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as CivilDate;
}

export function endOfQuarter({ year, quarter }: Quarter): CivilDate {
  return endOfMonth(year, quarter * 3);
}

/** Its three months, 1 to 12. */
export function monthsOf({ quarter }: Pick<Quarter, 'quarter'>): readonly number[] {
  return [quarter * 3 - 2, quarter * 3 - 1, quarter * 3];
}

export function quarterOn(day: CivilDate): Quarter {
  return { year: yearOf(day), quarter: Math.ceil(monthOf(day) / 3) as Quarter['quarter'] };
}

/** 截至日期: the end of the quarter, or today while it is still running. */
export function asOfQuarter(quarter: Quarter, today: CivilDate): CivilDate {
  const end = endOfQuarter(quarter);
  return end < today ? end : today;
}
