import { addDays, type CivilDate, daysBetween } from '../civil-date.ts';
import type { CalendarSpec } from './work-calendar.ts';

/**
 * 放假安排: one year as the General Office of the State Council announced it. `off` are the days off that fall on weekdays or weekends, first and
 * last of each; `makeup` the weekend days that are worked; `statutory` the statutory holidays proper (全国年节及纪念日放假办法).
 */
export type HolidayYear = {
  readonly year: number;
  readonly document: string;
  readonly off: readonly (readonly [CivilDate, CivilDate])[];
  readonly makeup: readonly CivilDate[];
  readonly statutory: readonly CivilDate[];
};

export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2024,
    document: '国办发明电〔2023〕7号',
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    makeup: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
    statutory: [
      ...(['2024-01-01', '2024-02-10', '2024-02-11', '2024-02-12', '2024-04-04', '2024-05-01'] as const),
      ...(['2024-06-10', '2024-09-17', '2024-10-01', '2024-10-02', '2024-10-03'] as const),
    ],
  },
  {
    year: 2025,
    document: '国办发明电〔2024〕12号',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    makeup: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    statutory: [
      ...(['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04'] as const),
      ...(['2025-05-01', '2025-05-02', '2025-05-31', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06'] as const),
    ],
  },
  {
    year: 2026,
    document: '国办发明电〔2025〕7号',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    makeup: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    statutory: [
      ...(['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-05'] as const),
      ...(['2026-05-01', '2026-05-02', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-03'] as const),
    ],
  },
];

/** Statutory days whose date never moves; the only ones known of a year that is not announced yet. */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const;
const YEARS_AHEAD = 10;

/** Which of the announced days are free: the whole days off (and the make-up days worked), or the statutory holidays proper alone. */
export type FreeDays = 'off' | 'statutory';

/** Weekdays with what the announced years make of them. Days of years not announced are 暂定. */
export function chinaCalendar(
  weekdays: readonly number[],
  free: FreeDays,
  years: readonly HolidayYear[] = HOLIDAY_YEARS,
): CalendarSpec & { readonly holidays: readonly CivilDate[] } {
  const holidays = years.flatMap((it) => (free === 'off' ? it.off.flatMap(([first, last]) => daysFrom(first, last)) : it.statutory));
  return {
    weekdays,
    holidays: [...holidays, ...fixedDaysAfter(years)],
    ...(free === 'off' && { makeup: years.flatMap((it) => it.makeup) }),
    covers: coverageOf(years),
  };
}

/** 机关工作日: Monday to Friday with the announced days off and make-up days. */
export function officeCalendar(years: readonly HolidayYear[] = HOLIDAY_YEARS): CalendarSpec {
  return chinaCalendar([1, 2, 3, 4, 5], 'off', years);
}

/** 室外施工日: every day of the season (by default April to October) except statutory holidays proper; the days off around them are worked. */
export function siteCalendar(season: readonly [`${number}-${number}`, `${number}-${number}`] = ['04-01', '10-31']): CalendarSpec {
  return { ...chinaCalendar([1, 2, 3, 4, 5, 6, 7], 'statutory'), seasons: [season] };
}

export const EVERY_DAY: CalendarSpec = { weekdays: [1, 2, 3, 4, 5, 6, 7] };

/** Calendars that can be named instead of written out. Out of doors nothing is built from mid-November to mid-March in Datong (来源: 待核实). */
export const NAMED_CALENDARS: Readonly<Record<string, CalendarSpec>> = {
  'every-day': EVERY_DAY,
  'cn-office': officeCalendar(),
  'cn-site-apr-oct': siteCalendar(),
  'cn-site-no-winter': siteCalendar(['03-16', '11-14']),
};

function coverageOf(years: readonly HolidayYear[]): readonly [CivilDate, CivilDate] {
  const known = years.map((it) => it.year);
  return [`${Math.min(...known)}-01-01` as CivilDate, `${Math.max(...known)}-12-31` as CivilDate];
}

function fixedDaysAfter(years: readonly HolidayYear[]): readonly CivilDate[] {
  const last = Math.max(...years.map((it) => it.year));
  return Array.from({ length: YEARS_AHEAD }, (_, i) => FIXED.map((it) => `${last + 1 + i}-${it}` as CivilDate)).flat();
}

function daysFrom(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
}
