import { z } from 'zod';
import { type CivilDate, dayNumber, dayOf, isCivilDate } from './day-number.ts';

export { type CivilDate, dayNumber, dayOf, isCivilDate };

export const civilDate = z
  .custom<CivilDate>((it) => typeof it === 'string' && isCivilDate(it), { error: 'not-a-day' })
  .meta({ type: 'string', format: 'date' });

function toText(ms: number): CivilDate {
  return (Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10)) as CivilDate;
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return dayOf(dayNumber(day) + days);
}

/** The day in China (Asia/Shanghai, UTC+8 without summer time since 1991) at an instant. */
export function dayInChina(at: Date): CivilDate {
  return toText(at.getTime() + 8 * 3_600_000);
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(day: CivilDate): number {
  return Number(day.slice(5, 7));
}

export function endOfMonth(year: number, month: number): CivilDate {
  return toText(Date.UTC(year, month, 0));
}
