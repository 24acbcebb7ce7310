import { z } from 'zod';

/** 日期: a day of the civil calendar in China, as `YYYY-MM-DD`. It has no time and no zone, so it never shifts. */
export type CivilDate = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCivilDate(text: string): text is CivilDate {
  return SHAPE.test(text) && toText(Date.parse(`${text}T00:00:00Z`)) === text;
}

export const civilDate = z.custom<CivilDate>((it) => typeof it === 'string' && isCivilDate(it), { error: 'not-a-day' }).meta({ type: 'string', format: 'date' });

function toText(ms: number): CivilDate {
  return (Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10)) as CivilDate;
}

/** Days since 1970-01-01; the only arithmetic form of a day. */
export function dayNumber(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOf(number: number): CivilDate {
  return toText(number * DAY_MS);
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
