import { type CivilDate, dayNumber, dayOf } from '../civil-date.ts';
import { accept, type Result, refuse } from '../result.ts';
import { NAMED_CALENDARS } from './china.ts';
import type { Network, NetworkRefusal, Schedule, ScheduledTask } from './network.ts';
import { ordered } from './order.ts';
import { backward, type Early, forward, type Late, type Prepared } from './passes.ts';
import { type CalendarSpec, LONG_AGO, NEVER, type WorkCalendar, workCalendar } from './work-calendar.ts';

/**
 * 排期: early and late dates of a network counted forward from the data date and backward from its deadlines (critical path method; GB/T
 * 13400.2-2009). Pure; quick enough to be run again after every change, so that only baselines are ever stored.
 */
export function schedule(network: Network): Result<Schedule, NetworkRefusal> {
  const prepared = prepare(network);
  if (!prepared.ok) return prepared;
  const it = prepared.value;
  const early = forward(it);
  if (early.stuck >= 0) {
    const { id, calendar, days } = network.tasks[early.stuck]!;
    return refuse({ kind: 'no-working-day-left', task: id, calendar, days });
  }
  const deadlines = deadlinesOf(it);
  const found = { early, late: lateDays(it, early, backward(it, early, deadlines)), textOf: dayTexts() };
  return accept({
    tasks: network.tasks.map((task, i) => scheduled(task, i, found)),
    negative: missedChains(it, early, deadlines),
    longestPath: network.tasks.length === 0 ? [] : chainTo(it, early, lastTask(it, early)),
    provisional: network.tasks.filter((_, i) => isProvisional(it.calendars[i]!, i, found)).map(({ id }) => id),
    pinConflicts: pinConflicts(it, early),
  });
}

function prepare(network: Network): Result<Prepared & { readonly numberOf: ReadonlyMap<string, number> }, NetworkRefusal> {
  const order = ordered(network);
  if (!order.ok) return order;
  const known = new Map<string, WorkCalendar | null>();
  const calendarOf = (name: string): WorkCalendar | null => {
    let calendar = known.get(name);
    if (calendar === undefined) {
      const spec = specOf(network, name);
      calendar = spec === null ? null : workCalendar(spec);
      known.set(name, calendar);
    }
    return calendar;
  };
  const calendars: WorkCalendar[] = [];
  for (const { id, calendar: name } of network.tasks) {
    const calendar = calendarOf(name);
    if (calendar === null) return refuse({ kind: 'unknown-calendar', calendar: name, task: id });
    calendars.push(calendar);
  }
  const lagCalendars: (WorkCalendar | null)[] = [];
  for (const { lagCalendar, to } of network.links) {
    const calendar = lagCalendar ? calendarOf(lagCalendar) : null;
    if (lagCalendar && calendar === null) return refuse({ kind: 'unknown-calendar', calendar: lagCalendar, task: to });
    lagCalendars.push(calendar);
  }
  return accept({ ...order.value, network, dataDay: dayNumber(network.dataDate), calendars, lagCalendars });
}

/** A calendar of the network, written out or named; a name that the network does not list may be one of those everybody knows. */
function specOf({ calendars }: Network, name: string): CalendarSpec | null {
  const listed = Object.hasOwn(calendars, name) ? calendars[name]! : name;
  if (typeof listed !== 'string') return listed as CalendarSpec;
  return Object.hasOwn(NAMED_CALENDARS, listed) ? NAMED_CALENDARS[listed]! : null;
}

/** Days by which each task must be finished. */
function deadlinesOf({ network, numberOf }: Prepared & { readonly numberOf: ReadonlyMap<string, number> }): number[][] {
  const days: number[][] = [];
  const add = (task: number, on: CivilDate) => {
    days[task] ??= [];
    days[task].push(dayNumber(on));
  };
  for (const { task, on } of network.deadlines) add(numberOf.get(task)!, on);
  for (const [i, { finishBy }] of network.tasks.entries()) if (finishBy) add(i, finishBy);
  return days;
}

type LateDays = { readonly start: Int32Array; readonly finish: Int32Array; readonly slack: Int32Array };
type Found = { readonly early: Early; readonly late: LateDays; readonly textOf: (day: number) => CivilDate };

/** The days of the backward pass; what is done stays where it was done. */
function lateDays({ network: { tasks }, calendars }: Prepared, early: Early, late: Late): LateDays {
  const [start, finish] = [new Int32Array(tasks.length), new Int32Array(tasks.length)];
  for (let i = 0; i < tasks.length; i++) {
    const { startedOn, finishedOn } = tasks[i]!;
    const isBegun = Boolean(startedOn || finishedOn);
    start[i] = isBegun ? early.start[i]! : calendars[i]!.dayAt(late.first[i]!);
    finish[i] = finishedOn ? early.finish[i]! : calendars[i]!.dayAt(late.last[i]!);
  }
  return { start, finish, slack: late.slack };
}

function scheduled({ id, finishedOn }: Network['tasks'][number], i: number, { early, late, textOf }: Found): ScheduledTask {
  const slack = late.slack[i]!;
  return {
    id,
    earlyStart: textOf(early.start[i]!),
    earlyFinish: textOf(early.finish[i]!),
    lateStart: isDay(late.start[i]!) ? textOf(late.start[i]!) : null,
    lateFinish: isDay(late.finish[i]!) ? textOf(late.finish[i]!) : null,
    slack,
    critical: !finishedOn && slack <= 0,
  };
}

function isDay(day: number): boolean {
  return day !== LONG_AGO && day !== NEVER;
}

/** A network speaks of few days and of each many times. */
function dayTexts(): (day: number) => CivilDate {
  const texts = new Map<number, CivilDate>();
  return (day) => {
    let text = texts.get(day);
    if (text === undefined) {
      text = dayOf(day);
      texts.set(day, text);
    }
    return text;
  };
}

/** Each deadline that the earliest dates miss, earliest deadline first, as the tasks that drive its task there. */
function missedChains(it: Prepared, early: Early, deadlines: readonly number[][]): readonly (readonly string[])[] {
  const missed = it.network.tasks.flatMap(({ id, finishedOn }, task) => {
    const last = deadlines[task] === undefined ? NEVER : Math.min(...deadlines[task]);
    const calendar = it.calendars[task]!;
    return finishedOn || last === NEVER || calendar.indexAfter(early.finish[task]!) <= calendar.indexAfter(last)
      ? []
      : [{ id, task, last }];
  });
  missed.sort((a, b) => a.last - b.last || (a.id < b.id ? -1 : 1));
  return missed.map(({ task }) => chainTo(it, early, task));
}

function chainTo(it: Prepared, early: Early, task: number): readonly string[] {
  const chain: string[] = [];
  for (let at = task; ; at = it.from[early.driver[at]!]!) {
    const { id, finishedOn } = it.network.tasks[at]!;
    if (finishedOn && chain.length > 0) break;
    chain.unshift(id);
    if (early.driver[at]! < 0) break;
  }
  return chain;
}

function lastTask({ network: { tasks } }: Prepared, { finish }: Early): number {
  let last = 0;
  for (let i = 1; i < tasks.length; i++)
    if (finish[i]! > finish[last]! || (finish[i] === finish[last] && tasks[i]!.id < tasks[last]!.id)) last = i;
  return last;
}

function isProvisional(calendar: WorkCalendar, i: number, { early, late }: Found): boolean {
  const is = (day: number) => isDay(day) && calendar.isProvisional(day);
  return is(early.start[i]!) || is(early.finish[i]!) || is(late.start[i]!) || is(late.finish[i]!);
}

function pinConflicts({ network }: Prepared, early: Early): Schedule['pinConflicts'] {
  return [...early.unpinned].flatMap(([task, free]) => {
    const { id, pinnedOn, finishedOn } = network.tasks[task]!;
    return pinnedOn && !finishedOn && free > early.start[task]! ? [{ task: id, pinnedOn, possibleFrom: dayOf(free) }] : [];
  });
}
