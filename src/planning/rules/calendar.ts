import { addDays, type CivilDate, dayNumber, daysBetween } from '#/kernel/civil-date.ts';
import { chinaCalendar, type FreeDays, HOLIDAY_YEARS, type HolidayYear } from '#/kernel/schedule/china.ts';
import { type CalendarSpec, isoWeekday, type MonthDay } from '#/kernel/schedule/work-calendar.ts';

/** 静默时段: hours of a day without noise, `12:00` to `14:30`. */
export type QuietHours = readonly [string, string];

/** 停工日期: first and last day on which work stands still, and why (高考, 中考). */
export type ClosedTime = { readonly from: CivilDate; readonly to: CivilDate; readonly why: string };

/** 工作历: a calendar of the district by name; activities and lags are counted in its days. */
export type DistrictCalendar = {
  readonly key: string;
  readonly title: string;
  /** ISO weekdays that are worked, 1 = Monday. */
  readonly weekdays: readonly number[];
  /** Which announced days are free. */
  readonly free: FreeDays | 'none';
  /** The times of every year in which the work is possible; none means the whole year. */
  readonly seasons: readonly (readonly [MonthDay, MonthDay])[];
  readonly closed: readonly ClosedTime[];
  /** Closed times are entered up to this day; later dates are 暂定. */
  readonly closedKnownUntil: CivilDate | null;
  readonly quietHours: readonly QuietHours[];
  readonly version: number;
};

/** 工作历的一版: what was set, by whom, when and why. */
export type CalendarVersion = DistrictCalendar & { readonly reason: string; readonly setBy: string; readonly setOn: CivilDate };

/** 放假安排的一次录入: what the district entered for a year, from which document, by whom and when. */
export type HolidayEntry = HolidayYear & {
  readonly entryNo: number;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

/** The first of each kind; the rows come newest first. */
export function newestOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number): readonly Row[] {
  return [...Map.groupBy(rows, keyOf).values()].map((it) => it[0]!);
}

/** 现场工作历: stands for the calendar of the site that an activity is done at, or of the area the site lies in. */
export const SITE_CALENDAR = 'site';
/** What a site goes by while neither it nor an area around it names a calendar. */
export const SITE_DEFAULT = 'winter-stop';

const EVERY = [1, 2, 3, 4, 5, 6, 7] as const;
const plain = { free: 'none', seasons: [], closed: [], closedKnownUntil: null, quietHours: [], version: 0 } as const;

/** README, 工作历和排期, 来源 1 to 4. The gaokao days are the nationwide ones; the zhongkao is announced by the city and entered by the district. */
export const BUILT_IN: readonly DistrictCalendar[] = [
  { ...plain, key: 'office', title: '机关工作日', weekdays: [1, 2, 3, 4, 5], free: 'off' },
  { ...plain, key: 'every-day', title: '自然日', weekdays: EVERY },
  { ...plain, key: 'outdoor', title: '室外施工季', weekdays: EVERY, free: 'statutory', seasons: [['04-01', '10-31']] },
  { ...plain, key: 'winter-stop', title: '冬季停工', weekdays: EVERY, free: 'statutory', seasons: [['03-16', '11-14']] },
  {
    ...plain,
    key: 'school-quiet',
    title: '考试静默',
    weekdays: EVERY,
    free: 'statutory',
    closed: [2024, 2025, 2026].map((year) => ({ from: `${year}-06-07` as CivilDate, to: `${year}-06-09` as CivilDate, why: '高考' })),
    closedKnownUntil: '2026-12-31',
  },
  {
    ...plain,
    key: 'quiet-hours',
    title: '居民区错时施工',
    weekdays: EVERY,
    free: 'statutory',
    seasons: [['03-16', '11-14']],
    quietHours: [
      ['12:00', '14:30'],
      ['20:00', '08:00'],
    ],
  },
];

/** The calendars in force: the built-in ones, each replaced by what the district set, and the district's own. */
export function calendarsInForce(set: readonly DistrictCalendar[]): readonly DistrictCalendar[] {
  const own = set.filter((it) => !BUILT_IN.some(({ key }) => key === it.key));
  return [...BUILT_IN.map((it) => set.find(({ key }) => key === it.key) ?? it), ...own];
}

/** The announced years, a year entered by the district in the place of the built-in one. */
export function yearsInForce(entered: readonly HolidayYear[]): readonly HolidayYear[] {
  const built = HOLIDAY_YEARS.filter((it) => !entered.some(({ year }) => year === it.year));
  return [...built, ...entered].sort((a, b) => a.year - b.year);
}

/** The last day for which days off are announced. */
export function coveredUntil(years: readonly HolidayYear[]): CivilDate {
  return `${Math.max(...years.map(({ year }) => year))}-12-31` as CivilDate;
}

/** What the passes count in: the named calendar over the announced years. */
export function specOf(calendar: DistrictCalendar, years: readonly HolidayYear[]): CalendarSpec {
  const { weekdays, free, seasons, closed, closedKnownUntil } = calendar;
  const days: CalendarSpec = free === 'none' ? { weekdays } : chinaCalendar(weekdays, free, years);
  const covers = narrowed(days.covers, closedKnownUntil);
  return {
    ...days,
    holidays: [...(days.holidays ?? []), ...closed.flatMap(({ from, to }) => daysFrom(from, to))],
    ...(seasons.length > 0 && { seasons }),
    ...(covers !== undefined && { covers }),
  };
}

function narrowed(covers: CalendarSpec['covers'], until: CivilDate | null): CalendarSpec['covers'] {
  if (until === null) return covers;
  const [from, to] = covers ?? (['1900-01-01', until] as const);
  return [from, until < to ? until : to];
}

function daysFrom(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
}

/** 日的性质 in a year drawn as twelve months. */
export type DayKind = 'worked' | 'free' | 'makeup' | 'holiday' | 'closed' | 'out-of-season';

/** Each day of a year with what it is to a calendar, and since when the year is only 暂定. */
export function yearDays(
  calendar: DistrictCalendar,
  years: readonly HolidayYear[],
  year: number,
): readonly { readonly day: CivilDate; readonly kind: DayKind; readonly isProvisional: boolean }[] {
  const spec = specOf(calendar, years);
  const holidays = new Set(spec.holidays);
  const makeup = new Set(spec.makeup);
  return daysFrom(`${year}-01-01` as CivilDate, `${year}-12-31` as CivilDate).map((day) => {
    const isProvisional = spec.covers !== undefined && (day < spec.covers[0] || day > spec.covers[1]);
    return { day, kind: kindOf(calendar, { holidays, makeup }, day), isProvisional };
  });
}

type Announced = { readonly holidays: ReadonlySet<CivilDate>; readonly makeup: ReadonlySet<CivilDate> };

function kindOf({ closed, seasons, weekdays }: DistrictCalendar, { holidays, makeup }: Announced, day: CivilDate): DayKind {
  if (closed.some(({ from, to }) => from <= day && day <= to)) return 'closed';
  if (seasons.length > 0 && !seasons.some((it) => isInSeason(it, day))) return 'out-of-season';
  if (holidays.has(day)) return 'holiday';
  if (makeup.has(day)) return 'makeup';
  return weekdays.includes(isoWeekday(dayNumber(day))) ? 'worked' : 'free';
}

function isInSeason([first, last]: readonly [MonthDay, MonthDay], day: CivilDate): boolean {
  const at = day.slice(5);
  return first <= last ? first <= at && at <= last : at >= first || at <= last;
}
