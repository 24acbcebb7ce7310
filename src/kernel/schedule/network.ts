import { z } from 'zod';
import { type CivilDate, civilDate } from '../civil-date.ts';

/** 搭接关系: finish–start, start–start, finish–finish, start–finish (GB/T 13400.2-2009 network planning). */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** 工作: takes `days` whole working days of its calendar, start and finish both counted. */
export const NetworkTask = z.object({
  id: z.string().min(1).max(200),
  days: z.number().int().min(1).max(100_000),
  calendar: z.string(),
  /** Not to start before this day. */
  notBefore: civilDate.nullish(),
  /** To be finished by this day: a deadline of the task itself. */
  finishBy: civilDate.nullish(),
  /** 定死的日期: starts on this day, whatever the links say; a contradiction is reported. */
  pinnedOn: civilDate.nullish(),
  startedOn: civilDate.nullish(),
  finishedOn: civilDate.nullish(),
  /** Working days still needed by a task under way. */
  remainingDays: z.number().int().min(1).max(100_000).nullish(),
});
export type NetworkTask = Readonly<z.infer<typeof NetworkTask>>;

/** 逻辑关系: `lag` working days of the successor's calendar (or of `lagCalendar`), negative for an overlap. */
export const NetworkLink = z.object({
  from: z.string(),
  to: z.string(),
  type: z.enum(LINK_TYPES).default('FS'),
  lag: z.number().int().min(-100_000).max(100_000).default(0),
  lagCalendar: z.string().nullish(),
});
export type NetworkLink = Readonly<z.infer<typeof NetworkLink>>;

export const Deadline = z.object({ task: z.string(), on: civilDate });
export type Deadline = Readonly<z.infer<typeof Deadline>>;

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/) as unknown as z.ZodType<`${number}-${number}`>;
const span = z.tuple([civilDate, civilDate]).refine(([from, to]) => from <= to, { error: 'window-ends-before-it-begins' });

export const CalendarInput = z.union([
  z.string(),
  z.object({
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    holidays: z.array(civilDate).max(20_000).default([]),
    makeup: z.array(civilDate).max(20_000).default([]),
    windows: z.array(span).max(2_000).default([]),
    seasons: z
      .array(z.tuple([monthDay, monthDay]))
      .max(20)
      .optional(),
    covers: span.optional(),
  }),
]);

/** 网络计划: tasks, links, deadlines, calendars and the day from which nothing can be earlier. */
export const Network = z.object({
  dataDate: civilDate,
  calendars: z.record(z.string(), CalendarInput).default({}),
  tasks: z.array(NetworkTask).max(200_000),
  links: z.array(NetworkLink).max(1_000_000).default([]),
  deadlines: z.array(Deadline).max(200_000).default([]),
});
export type Network = Readonly<z.infer<typeof Network>>;

/** 排期: what the two passes say of one task. Late dates are null where the calendar has no working day so early. */
export type ScheduledTask = {
  readonly id: string;
  readonly earlyStart: CivilDate;
  readonly earlyFinish: CivilDate;
  readonly lateStart: CivilDate | null;
  readonly lateFinish: CivilDate | null;
  /** 余地时间: working days of the task's own calendar from early to late, negative when the deadline cannot be held. */
  readonly slack: number;
  /** 关键: no slack against the deadline. */
  readonly critical: boolean;
};

export type Schedule = {
  readonly tasks: readonly ScheduledTask[];
  /** Each deadline that cannot be held, as the chain of tasks that makes it so, first to last. */
  readonly negative: readonly (readonly string[])[];
  /** The chain that makes the end of the whole network, first to last. */
  readonly longestPath: readonly string[];
  /** 暂定: tasks with a date that their calendar does not cover yet. */
  readonly provisional: readonly string[];
  /** Pinned tasks that a link would push further. */
  readonly pinConflicts: readonly { readonly task: string; readonly pinnedOn: CivilDate; readonly possibleFrom: CivilDate }[];
};

export type NetworkRefusal =
  | { readonly kind: 'cycle'; readonly tasks: readonly string[] }
  | { readonly kind: 'duplicate-task'; readonly task: string }
  | { readonly kind: 'unknown-task'; readonly task: string; readonly where: 'link' | 'deadline' }
  | { readonly kind: 'unknown-calendar'; readonly calendar: string; readonly task: string }
  | { readonly kind: 'no-working-day-left'; readonly task: string; readonly calendar: string; readonly days: number }
  | { readonly kind: 'finished-before-started'; readonly task: string };
