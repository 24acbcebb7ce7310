import { z } from 'zod';
import { addDays, type CivilDate, dayNumber, dayOf, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { type CalendarSpec, workCalendar } from '#/kernel/schedule/work-calendar.ts';

export const CALENDARS = ['days', 'working-days', 'months'] as const;

/** 时限: so many days, working days or months after a day; each step names its calendar. */
export const Limit = z.object({ count: z.number().int().min(0).max(400), in: z.enum(CALENDARS) });
export type Limit = z.output<typeof Limit>;

const code = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const name = z.string().trim().min(1).max(40);

export const OrderKind = z.object({
  code,
  name,
  /** Without one the day is written into each order. */
  settle: Limit.nullable(),
  feedback: Limit.nullable(),
  /** 现场核验: closed only after somebody went there. */
  needsVisit: z.boolean(),
});
/** 督办件类别: what sort of matter it is, and what time it has. */
export type OrderKind = z.output<typeof OrderKind>;

export const COLOURS = ['blue', 'yellow', 'red'] as const;
export type SlipColour = (typeof COLOURS)[number];

export const MEASURES = ['circular', 'talk', 'listing'] as const;
/** 措施: what is proposed to a leader when slips did not help (通报、约谈、挂牌督办). */
export type Measure = (typeof MEASURES)[number];

export const OrderProfile = z.object({
  name,
  kinds: z.array(OrderKind).min(1).max(20),
  /** 签收: within so long of the day of issue. */
  sign: Limit,
  /** 提醒: so long before the due day. */
  remind: Limit,
  /** 催办单: so long after the due day. */
  urge: Limit,
  /** 督办单: so long after the 催办单. */
  demand: Limit,
  /** 呈批: so long after the 督办单, or after the measure before it was approved. */
  propose: z.object({ circular: Limit, talk: Limit, listing: Limit }),
  colours: z.object({ assign: z.enum(COLOURS), urge: z.enum(COLOURS), demand: z.enum(COLOURS) }),
  /** How often one order may be extended. */
  extensions: z.number().int().min(0).max(9),
  /** Orders a unit may be given in one month; null where nothing is capped. */
  capPerUnitMonth: z.number().int().min(1).max(999).nullable(),
  /** 回头看: of what was closed, in percent. */
  revisitPercent: z.number().int().min(1).max(100),
});
/** 督办规则: kinds, time limits, colours and caps of a district; the figures of the default stand in the README, 来源 1 to 6. */
export type OrderProfile = z.output<typeof OrderProfile>;

const days = (count: number): Limit => ({ count, in: 'days' });
const workingDays = (count: number): Limit => ({ count, in: 'working-days' });

/** 山西13710: 1 arranged the same day, 3 fed back within 3 days, 7 ordinary matters settled in 7 days, 1 difficult ones in a month, 0 tracked to clearing. */
export const DEFAULT_PROFILE: OrderProfile = {
  name: '山西13710',
  kinds: [
    { code: 'ordinary', name: '一般事项', settle: days(7), feedback: days(3), needsVisit: true },
    { code: 'complex', name: '重大复杂事项', settle: { count: 1, in: 'months' }, feedback: days(3), needsVisit: true },
    { code: 'tracked', name: '跟踪督办事项', settle: null, feedback: days(3), needsVisit: true },
    { code: 'paper', name: '报送材料事项', settle: days(7), feedback: null, needsVisit: false },
  ],
  sign: days(0),
  remind: workingDays(3),
  urge: days(1),
  demand: workingDays(3),
  propose: { circular: workingDays(5), talk: workingDays(5), listing: workingDays(10) },
  colours: { assign: 'blue', urge: 'yellow', demand: 'red' },
  extensions: 1,
  capPerUnitMonth: 10,
  revisitPercent: 10,
};

/** The day on which a limit ends that begins on `from`; a month ends on the same day of a later month, or on its last. */
export function limitDay(from: CivilDate, limit: Limit, office: CalendarSpec): CivilDate {
  if (limit.in === 'days') return addDays(from, limit.count);
  if (limit.in === 'months') return addMonths(from, limit.count);
  if (limit.count === 0) return from;
  const calendar = workCalendar(office);
  return dayOf(calendar.dayAt(calendar.indexAfter(dayNumber(from)) + limit.count - 1));
}

/** The day that lies so long before another; a reminder is given on it. */
export function dayBefore(due: CivilDate, limit: Limit, office: CalendarSpec): CivilDate {
  if (limit.in === 'days') return addDays(due, -limit.count);
  if (limit.in === 'months') return addMonths(due, -limit.count);
  const calendar = workCalendar(office);
  return dayOf(calendar.dayAt(calendar.indexFrom(dayNumber(due)) - limit.count));
}

function addMonths(day: CivilDate, months: number): CivilDate {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = endOfMonth(year, month);
  const same = `${last.slice(0, 8)}${day.slice(8)}` as CivilDate;
  return same < last ? same : last;
}

export function findKind({ kinds }: OrderProfile, wanted: string): OrderKind | undefined {
  return kinds.find((it) => it.code === wanted);
}

export type ProfileRefusal = { readonly kind: 'kind-twice'; readonly name: string };

/** The name of a kind whose code stands twice. */
export function repeatedCode({ kinds }: OrderProfile): string | null {
  return kinds.find(({ code }, i) => kinds.findIndex((it) => it.code === code) !== i)?.name ?? null;
}
