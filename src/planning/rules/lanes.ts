import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { type CalendarSpec, NEVER, workCalendar } from '#/kernel/schedule/work-calendar.ts';
import type { QuietHours } from './calendar.ts';

/** 待排的活: work that a crew does at one place without a break; `days` are full working days, `priority` counts from 1, the first first. */
export type LaneWork = {
  readonly id: string;
  readonly days: number;
  readonly slack: number;
  readonly priority: number;
  /** It cannot begin before. */
  readonly from: CivilDate;
  /** By when it has to be done; null where nothing holds it. */
  readonly by: CivilDate | null;
  readonly calendar: string;
};

/** 错峰排班: one piece of work on one crew's lane. */
export type Placed = {
  readonly id: string;
  readonly lane: number;
  readonly start: CivilDate;
  readonly finish: CivilDate;
  readonly isLate: boolean;
};

export type LaneInput = {
  readonly crews: number;
  readonly works: readonly LaneWork[];
  readonly calendars: Readonly<Record<string, { readonly spec: CalendarSpec; readonly quietHours: readonly QuietHours[] }>>;
  readonly hours: readonly [string, string];
};

/** A working day of a crew, without the quiet hours in it (来源: 自定). */
export const CREW_HOURS = ['08:00', '18:00'] as const;
/** Hours that one planned working day stands for (《国务院关于职工工作时间的规定》第三条). */
const HOURS_A_DAY = 8;

/**
 * A heuristic, not the best of all plans: the work with the least slack goes first, then by priority, each to the crew that can begin it earliest.
 * Quiet days and quiet hours are days and hours that are not worked. Work that no crew can do (no hour is left in a day) is not placed.
 */
export function placeInLanes({ crews, works, calendars, hours }: LaneInput): readonly Placed[] {
  const freeFrom = Array.from({ length: crews }, () => -NEVER);
  const order = works.toSorted((a, b) => a.slack - b.slack || a.priority - b.priority || (a.id < b.id ? -1 : 1));
  return order.flatMap((work): Placed[] => {
    const known = calendars[work.calendar];
    const free = known === undefined ? 0 : freeHours(hours, known.quietHours);
    if (known === undefined || free <= 0) return [];
    const calendar = workCalendar(known.spec);
    const days = Math.ceil((work.days * HOURS_A_DAY) / Math.min(free, HOURS_A_DAY) - 1e-9);
    const starts = freeFrom.map((day) => calendar.indexFrom(Math.max(day, dayNumber(work.from))));
    const lane = starts.indexOf(Math.min(...starts));
    const [start, finish] = [calendar.dayAt(starts[lane]!), calendar.dayAt(starts[lane]! + days - 1)];
    if (finish === NEVER) return [];
    freeFrom[lane] = finish + 1;
    const finishOn = dayOf(finish);
    return [{ id: work.id, lane: lane + 1, start: dayOf(start), finish: finishOn, isLate: work.by !== null && finishOn > work.by }];
  });
}

/** Hours between two times of a day that are not quiet; quiet hours may run over midnight. */
export function freeHours([from, to]: readonly [string, string], quiet: readonly QuietHours[]): number {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  const spans = quiet.flatMap(([a, b]): (readonly [number, number])[] => {
    const [begin, end] = [minutesOf(a), minutesOf(b)];
    return begin <= end
      ? [[begin, end]]
      : [
          [0, end],
          [begin, 24 * 60],
        ];
  });
  let free = 0;
  for (let minute = first; minute < last; minute++) if (!spans.some(([begin, end]) => begin <= minute && minute < end)) free += 1;
  return free / 60;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
