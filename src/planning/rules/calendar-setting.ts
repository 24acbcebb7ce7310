import { z } from 'zod';
import { type CivilDate, civilDate, dayNumber } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { HolidayYear } from '#/kernel/schedule/china.ts';
import { isoWeekday, type MonthDay } from '#/kernel/schedule/work-calendar.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { BUILT_IN, type DistrictCalendar } from './calendar.ts';

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/) as unknown as z.ZodType<MonthDay>;
const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const reason = z.string().trim().min(2).max(300);

export const SetCalendar = z.object({
  /** Null for a calendar of the district's own. */
  key: z.string().max(60).nullable(),
  title: z.string().trim().min(2).max(30),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  free: z.enum(['off', 'statutory', 'none']),
  seasons: z.array(z.tuple([monthDay, monthDay])).max(6),
  closed: z.array(z.object({ from: civilDate, to: civilDate, why: z.string().trim().min(2).max(40) })).max(200),
  closedKnownUntil: civilDate.nullable(),
  quietHours: z.array(z.tuple([hour, hour])).max(6),
  reason,
});
export type SetCalendar = z.output<typeof SetCalendar>;

const span = z.tuple([civilDate, civilDate]);
export const EnterHolidayYear = z.object({
  year: z.number().int().min(2024).max(2099),
  document: z.string().trim().min(4).max(60),
  off: z.array(span).min(1).max(30),
  makeup: z.array(civilDate).max(30),
  statutory: z.array(civilDate).min(1).max(30),
  reason,
});
export type EnterHolidayYear = z.output<typeof EnterHolidayYear>;

export const SetPlaceCalendar = z.object({ placeId: z.uuid(), calendar: z.string().max(60).nullable() });

export type CalendarRefusal =
  | { readonly kind: 'calendar-unknown'; readonly key: string }
  | { readonly kind: 'calendar-title-taken'; readonly title: string }
  | { readonly kind: 'calendar-without-days'; readonly title: string }
  | { readonly kind: 'closed-time-inverted'; readonly why: string; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'holiday-year-gap'; readonly year: number; readonly next: number }
  | { readonly kind: 'holiday-of-other-year'; readonly year: number; readonly day: CivilDate }
  | { readonly kind: 'holiday-span-inverted'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'makeup-is-free'; readonly day: CivilDate }
  | { readonly kind: 'makeup-on-weekday'; readonly day: CivilDate }
  | { readonly kind: 'statutory-not-free'; readonly day: CivilDate };

/** A calendar as it is to be from now on; a calendar that stays as it was is no new version. */
export function settleCalendar(
  inForce: readonly DistrictCalendar[],
  newKey: string,
  { reason: _, ...given }: SetCalendar,
): Result<DistrictCalendar, CalendarRefusal> {
  const before = inForce.find((it) => it.key === given.key);
  if (given.key !== null && before === undefined) return refuse({ kind: 'calendar-unknown', key: given.key });
  const isTaken = inForce.some((it) => it !== before && nameKey(it.title) === nameKey(given.title));
  if (isTaken) return refuse({ kind: 'calendar-title-taken', title: given.title });
  if (given.weekdays.length === 0) return refuse({ kind: 'calendar-without-days', title: given.title });
  const inverted = given.closed.find(({ from, to }) => to < from);
  if (inverted !== undefined) return refuse({ kind: 'closed-time-inverted', ...inverted });
  const weekdays = [...new Set(given.weekdays)].sort();
  return accept({ ...given, weekdays, key: given.key ?? newKey, version: (before?.version ?? 0) + 1 });
}

/** A year's table as the State Council announced it; years follow one another, so that coverage has no hole. */
export function settleHolidayYear(
  known: readonly HolidayYear[],
  { reason: _, ...year }: EnterHolidayYear,
): Result<HolidayYear, CalendarRefusal> {
  const next = Math.max(...known.map((it) => it.year)) + 1;
  if (year.year > next) return refuse({ kind: 'holiday-year-gap', year: year.year, next });
  const fault = dayFault(year);
  return fault === null ? accept({ ...year, makeup: [...year.makeup].sort(), statutory: [...year.statutory].sort() }) : refuse(fault);
}

function dayFault({ year, off, makeup, statutory }: HolidayYear): CalendarRefusal | null {
  const inverted = off.find(([from, to]) => to < from);
  if (inverted !== undefined) return { kind: 'holiday-span-inverted', from: inverted[0], to: inverted[1] };
  const isFree = (day: CivilDate) => off.some(([from, to]) => from <= day && day <= to);
  // Days off of New Year and their make-up days may lie on the other side of the year's end.
  const isNear = (day: CivilDate) => day >= `${year - 1}-12-01` && day <= `${year + 1}-01-31`;
  const astray = [...off.flat(), ...makeup].find((day) => !isNear(day)) ?? statutory.find((day) => !day.startsWith(`${year}-`));
  if (astray !== undefined) return { kind: 'holiday-of-other-year', year, day: astray };
  const free = makeup.find(isFree);
  if (free !== undefined) return { kind: 'makeup-is-free', day: free };
  const weekday = makeup.find((day) => isoWeekday(dayNumber(day)) <= 5);
  if (weekday !== undefined) return { kind: 'makeup-on-weekday', day: weekday };
  const worked = statutory.find((day) => isoWeekday(dayNumber(day)) <= 5 && !isFree(day));
  return worked === undefined ? null : { kind: 'statutory-not-free', day: worked };
}

export function isBuiltIn(key: string): boolean {
  return BUILT_IN.some((it) => it.key === key);
}
