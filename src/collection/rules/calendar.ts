import { z } from 'zod';
import { addDays, type CivilDate, civilDate, dayNumber, dayOf, daysBetween, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

export const RHYTHMS = ['month', 'half-month', 'week', 'quarter'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** 报送日历: how often a district collects figures, and how many days after the as-of day they are due. Each change is a new version. */
export type ReportingCalendar = {
  readonly rhythm: Rhythm;
  readonly dueDays: number;
  /** What the reminder for the group chat says beside the days; empty for the usual sentence. */
  readonly reminder: string;
  readonly version: number;
};

/** Once a month, as of its last day, due on the third day after (来源: README 2). */
export const DEFAULT_CALENDAR: ReportingCalendar = { rhythm: 'month', dueDays: 3, reminder: '', version: 0 };

export const CalendarInput = z.object({
  rhythm: z.enum(RHYTHMS),
  dueDays: z.number().int().min(0).max(60),
  reminder: z.string().trim().max(500).default(''),
  source: z.string().trim().min(2).max(500),
});

/** 报送期: one round of collecting. `version` 0 says that its days are those the calendar proposes. */
export type CollectionPeriod = {
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
  readonly dueOn: CivilDate;
  readonly reminder: string;
  readonly version: number;
};

/** `2026-06`, `2026-06-1` and `-2` for its halves, `2026-W25` (ISO 8601), `2026-Q2`. */
export const PERIOD_ID = /^\d{4}-(?:(?:0[1-9]|1[0-2])(?:-[12])?|W(?:0[1-9]|[1-4]\d|5[0-3])|Q[1-4])$/;
export const periodId = z.string().regex(PERIOD_ID);

export const PeriodInput = z.object({
  period: periodId,
  asOf: civilDate,
  dueOn: civilDate,
  reminder: z.string().trim().max(500).default(''),
  reason: z.string().trim().min(2).max(500),
});

export type CalendarRefusal =
  | { readonly kind: 'as-of-outside-period'; readonly asOf: CivilDate; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'due-before-as-of'; readonly asOf: CivilDate; readonly dueOn: CivilDate };

type Span = { readonly from: CivilDate; readonly to: CivilDate };

/** The days that a period covers; both count. Null where no such week exists in its year. */
export function spanOf(id: string): Span | null {
  const found = /^(\d{4})-(?:W(\d\d)|Q(\d)|(\d\d)(?:-(\d))?)$/.exec(id);
  if (found === null) return null;
  const year = Number(found[1]);
  if (found[2] !== undefined) return weekSpan(year, Number(found[2]));
  const first = found[3] === undefined ? Number(found[4]) : Number(found[3]) * 3 - 2;
  const last = found[3] === undefined ? first : first + 2;
  const from = dayAt(year, first, found[5] === '2' ? 16 : 1);
  return { from, to: found[5] === '1' ? dayAt(year, first, 15) : endOfMonth(year, last) };
}

export function periodIdOn(day: CivilDate, rhythm: Rhythm): string {
  const month = day.slice(0, 7);
  if (rhythm === 'month') return month;
  if (rhythm === 'half-month') return `${month}-${Number(day.slice(8)) <= 15 ? 1 : 2}`;
  if (rhythm === 'quarter') return `${yearOf(day)}-Q${Math.ceil(monthOf(day) / 3)}`;
  // The week belongs to the year that its Thursday lies in (ISO 8601).
  const thursday = addDays(mondayOf(day), 3);
  const week = Math.floor(daysBetween(dayAt(yearOf(thursday), 1, 1), thursday) / 7) + 1;
  return `${yearOf(thursday)}-W${String(week).padStart(2, '0')}`;
}

function weekSpan(year: number, week: number): Span | null {
  const from = addDays(mondayOf(dayAt(year, 1, 4)), (week - 1) * 7);
  return yearOf(addDays(from, 3)) === year ? { from, to: addDays(from, 6) } : null;
}

/** 1 January 1970 was a Thursday. */
function mondayOf(day: CivilDate): CivilDate {
  const number = dayNumber(day);
  return dayOf(number - ((((number + 3) % 7) + 7) % 7));
}

function dayAt(year: number, month: number, day: number): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

/** The days that the calendar proposes for a period: as of its last day. */
export function proposedPeriod(id: string, calendar: ReportingCalendar): CollectionPeriod | null {
  const span = spanOf(id);
  if (span === null) return null;
  return { id, ...span, asOf: span.to, dueOn: addDays(span.to, calendar.dueDays), reminder: calendar.reminder, version: 0 };
}

/** The period to collect now: the newest whose as-of day has come; in its last fifth the running one, so that forms go out in time. */
export function currentPeriodId(today: CivilDate, rhythm: Rhythm): string {
  const running = spanOf(periodIdOn(today, rhythm))!;
  const length = daysBetween(running.from, running.to) + 1;
  const isNearlyOver = daysBetween(today, running.to) < length / 5;
  return periodIdOn(isNearlyOver ? today : addDays(running.from, -1), rhythm);
}

/** Every period of a list's time, oldest first. */
export function periodIdsBetween({ from, to }: Span, rhythm: Rhythm): readonly string[] {
  const ids: string[] = [];
  for (let day = from; day <= to; ) {
    const id = periodIdOn(day, rhythm);
    ids.push(id);
    day = addDays(spanOf(id)!.to, 1);
  }
  return ids;
}

export function checkPeriod(input: {
  readonly period: string;
  readonly asOf: CivilDate;
  readonly dueOn: CivilDate;
}): Result<Span, CalendarRefusal> {
  const { asOf, dueOn } = input;
  const span = spanOf(input.period)!;
  if (asOf < span.from || asOf > span.to) return refuse({ kind: 'as-of-outside-period', asOf, ...span });
  return dueOn < asOf ? refuse({ kind: 'due-before-as-of', asOf, dueOn }) : accept(span);
}
