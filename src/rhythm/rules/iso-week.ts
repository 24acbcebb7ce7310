import { z } from 'zod';
import { addDays, type CivilDate, dayNumber, dayOf, yearOf } from '#/kernel/civil-date.ts';
import { isoWeekday } from '#/kernel/schedule/work-calendar.ts';

/** 周次: a week of ISO 8601, from Monday to Sunday; its year is the year of its Thursday. */
export type IsoWeek = { readonly year: number; readonly week: number };

export const IsoWeek = z.object({ year: z.coerce.number().int().min(2000).max(2100), week: z.coerce.number().int().min(1).max(53) });

export function isoWeekOf(day: CivilDate): IsoWeek {
  const thursday = addDays(day, 4 - isoWeekday(dayNumber(day)));
  const year = yearOf(thursday);
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1 };
}

export function mondayOf({ year, week }: IsoWeek): CivilDate {
  const fourth = dayNumber(`${year}-01-04`);
  return dayOf(fourth - isoWeekday(fourth) + 1 + (week - 1) * 7);
}

export function sundayOf(week: IsoWeek): CivilDate {
  return addDays(mondayOf(week), 6);
}

/** Whether the year has such a week: only some have 53. */
export function isWeekOfYear(week: IsoWeek): boolean {
  return isSameWeek(isoWeekOf(mondayOf(week)), week);
}

export function isSameWeek(a: IsoWeek, b: IsoWeek): boolean {
  return a.year === b.year && a.week === b.week;
}

export function weekBefore(week: IsoWeek): IsoWeek {
  return isoWeekOf(addDays(mondayOf(week), -7));
}

/** The day of a week by which units answer; `weekday` 1 is Monday. */
export function dueDayOf(week: IsoWeek, weekday: number): CivilDate {
  return addDays(mondayOf(week), weekday - 1);
}
