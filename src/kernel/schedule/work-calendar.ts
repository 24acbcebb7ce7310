import { type CivilDate, dayNumber, dayOf, yearOf } from '../civil-date.ts';

/** A day of every year: `04-01`. */
export type MonthDay = `${number}-${number}`;

/**
 * 工作日历: which days are worked. A day is worked when its weekday is in the list or it is a make-up day (调休上班), it is no holiday, and it
 * lies inside a window and a season; without windows or seasons the whole year counts.
 */
export type CalendarSpec = {
  /** ISO weekdays, 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays?: readonly CivilDate[];
  readonly makeup?: readonly CivilDate[];
  /** First and last day of each time the work is possible. */
  readonly windows?: readonly (readonly [CivilDate, CivilDate])[];
  /** The same for every year; one that ends before it begins runs over New Year. */
  readonly seasons?: readonly (readonly [MonthDay, MonthDay])[];
  /** The days for which holidays are known. Days outside are counted by weekday and said to be 暂定 (provisional). */
  readonly covers?: readonly [CivilDate, CivilDate];
};

/**
 * A calendar ready for arithmetic. Worked days carry indexes that count up by one; day and index are each one look-up away, so that adding,
 * subtracting and measuring cost the same for a week and for thirty years. Days are numbers since 1970-01-01.
 */
export type WorkCalendar = {
  /** Index of the first worked day on or after `day`; one past the last where none is left. */
  indexFrom(day: number): number;
  /** Index of the first worked day after `day`. */
  indexAfter(day: number): number;
  /** The worked day with this index; `NEVER` past the last one and `LONG_AGO` before the first, where the calendar has an end. */
  dayAt(index: number): number;
  isProvisional(day: number): boolean;
};

export const NEVER = 2 ** 30;
export const LONG_AGO = -(2 ** 30);

/** Years that a calendar can speak of; a schedule beyond them has no working day left. */
const FIRST_DAY = dayNumber('1900-01-01');
const LAST_DAY = dayNumber('2899-12-31');
const STEP = 366 * 6;

type Span = readonly [number, number];
type Table = { readonly from: number; readonly to: number; readonly counts: Int32Array; readonly days: Int32Array; readonly first: number };

/** Index 0 of every calendar is its first worked day from here on; a day near which the work lies. The tables grow as far as they are asked for. */
const ORIGIN = dayNumber('2026-01-01');
const made = new WeakMap<CalendarSpec, WorkCalendar>();

export function workCalendar(spec: CalendarSpec): WorkCalendar {
  const calendar = made.get(spec) ?? makeCalendar(spec);
  made.set(spec, calendar);
  return calendar;
}

function makeCalendar(spec: CalendarSpec): WorkCalendar {
  const limits = limitsOf(spec);
  const isWorked = workedBy(spec);
  let table = tableOf(isWorked, limits, { from: ORIGIN - STEP, to: ORIGIN + STEP });
  const reach = (day: number) => {
    const span = table.to - table.from;
    if (day < table.from) table = tableOf(isWorked, limits, { from: Math.min(day, table.from - span), to: table.to });
    else if (day > table.to) table = tableOf(isWorked, limits, { from: table.from, to: Math.max(day, table.to + span) });
  };
  const indexFrom = (asked: number): number => {
    const day = Math.min(Math.max(asked, limits[0]), limits[1] + 1);
    if (day < table.from || day > table.to) reach(day);
    return table.first + table.counts[day - table.from]!;
  };
  const covers = spec.covers?.map(dayNumber) as [number, number] | undefined;
  return {
    indexFrom,
    indexAfter: (day) => indexFrom(day + 1),
    dayAt(index) {
      while (index - table.first >= table.days.length && table.to <= limits[1]) reach(table.to + 1);
      while (index < table.first && table.from > limits[0]) reach(table.from - 1);
      if (index < table.first) return LONG_AGO;
      return table.days[index - table.first] ?? NEVER;
    },
    isProvisional: (day) => covers !== undefined && (day < covers[0] || day > covers[1]),
  };
}

/** The days outside which the calendar can have no worked day. */
function limitsOf({ weekdays, makeup = [], windows = [] }: CalendarSpec): Span {
  const spans = windows.map(([from, to]) => [dayNumber(from), dayNumber(to)] as const);
  const possible = weekdays.length > 0 ? spans : makeup.map((it) => [dayNumber(it), dayNumber(it)] as const);
  if (possible.length === 0) return weekdays.length > 0 ? [FIRST_DAY, LAST_DAY] : [0, -1];
  return [Math.min(...possible.map((it) => it[0])), Math.max(...possible.map((it) => it[1]))];
}

function tableOf(isWorked: (from: number, to: number) => Uint8Array, limits: Span, wanted: { from: number; to: number }): Table {
  const from = Math.max(wanted.from, limits[0]);
  const to = Math.max(from, Math.min(wanted.to, limits[1] + 1));
  const worked = isWorked(from, Math.min(to, limits[1]));
  const counts = new Int32Array(to - from + 1);
  const days = new Int32Array(worked.length);
  let count = 0;
  for (let i = 0; i < counts.length; i++) {
    counts[i] = count;
    if (worked[i] === 1) days[count++] = from + i;
  }
  // Index 0 is the first worked day on or after the origin, however far the table reaches.
  const origin = Math.min(Math.max(ORIGIN, from), to);
  return { from, to, counts, days: days.subarray(0, count), first: -counts[origin - from]! };
}

function workedBy(spec: CalendarSpec): (from: number, to: number) => Uint8Array {
  const weekdays = new Set(spec.weekdays);
  const [makeup, holidays] = [(spec.makeup ?? []).map(dayNumber), (spec.holidays ?? []).map(dayNumber)];
  const windows = (spec.windows ?? []).map(([first, last]) => [dayNumber(first), dayNumber(last)] as const);
  return (from, to) => {
    const worked = new Uint8Array(Math.max(0, to - from + 1));
    for (let i = 0; i < worked.length; i++) worked[i] = weekdays.has(isoWeekday(from + i)) ? 1 : 0;
    for (const day of makeup) if (day >= from && day <= to) worked[day - from] = 1;
    for (const day of holidays) if (day >= from && day <= to) worked[day - from] = 0;
    if (windows.length > 0) keepInside(worked, from, windows);
    if (spec.seasons && spec.seasons.length > 0) keepInside(worked, from, seasonsBetween(spec.seasons, from, to));
    return worked;
  };
}

function keepInside(worked: Uint8Array, from: number, spans: readonly Span[]): void {
  const inside = new Uint8Array(worked.length);
  for (const [first, last] of spans) if (last >= from) inside.fill(1, Math.max(0, first - from), Math.max(0, last - from + 1));
  for (let i = 0; i < worked.length; i++) if (inside[i] === 0) worked[i] = 0;
}

function seasonsBetween(seasons: readonly (readonly [MonthDay, MonthDay])[], from: number, to: number): readonly Span[] {
  const years = Array.from({ length: yearOf(dayOf(to)) - yearOf(dayOf(from)) + 2 }, (_, i) => yearOf(dayOf(from)) - 1 + i);
  return years.flatMap((year) =>
    seasons.map(
      ([first, last]): Span => [
        dayNumber(`${year}-${first}` as CivilDate),
        dayNumber(`${last < first ? year + 1 : year}-${last}` as CivilDate),
      ],
    ),
  );
}

/** 1 = Monday to 7 = Sunday; 1970-01-01 was a Thursday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
