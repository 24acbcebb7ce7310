import { addDays, type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { type CalendarSpec, workCalendar } from '#/kernel/schedule/work-calendar.ts';

export function isWorkingDay(day: CivilDate, calendar: CalendarSpec): boolean {
  const days = workCalendar(calendar);
  return days.dayAt(days.indexFrom(dayNumber(day))) === dayNumber(day);
}

export function nextWorkingDay(day: CivilDate, calendar: CalendarSpec): CivilDate {
  const days = workCalendar(calendar);
  return dayOf(days.dayAt(days.indexAfter(dayNumber(day))));
}

/** 提醒到哪天: on the evening of a working day, all days up to the next one; null where nobody is disturbed. */
export function eveningOf(day: CivilDate, calendar: CalendarSpec): { readonly until: CivilDate } | null {
  return isWorkingDay(day, calendar) ? { until: nextWorkingDay(day, calendar) } : null;
}

/** The furthest day that My week speaks of: milestones within 14 days (来源: 自定). */
export const WEEK_REACH_DAYS = 14;

export function weekReach(today: CivilDate): CivilDate {
  return addDays(today, WEEK_REACH_DAYS);
}
