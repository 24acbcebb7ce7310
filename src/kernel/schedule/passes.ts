import { dayNumber } from '../civil-date.ts';
import type { LinkType, Network } from './network.ts';
import type { Ordered } from './order.ts';
import { LONG_AGO, NEVER, type WorkCalendar } from './work-calendar.ts';

/** A network with its calendars at hand: what both passes work on. */
export type Prepared = Ordered & {
  readonly network: Network;
  readonly dataDay: number;
  readonly calendars: readonly WorkCalendar[];
  /** Of each link: the calendar its lag is counted in, null for the successor's own. */
  readonly lagCalendars: readonly (WorkCalendar | null)[];
};

/** Start and finish of every task, as day numbers. */
export type Early = {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** The link that set the start; −1 the data date or the task itself. */
  readonly driver: Int32Array;
  /** Of pinned tasks: the day from which the links would let them start. */
  readonly unpinned: Map<number, number>;
  /** A task whose calendar ends before it is done, or −1. */
  readonly stuck: number;
};
/** `first` and `last` are indexes of the task's calendar between which its (remaining) work lies. */
export type Late = { readonly first: Int32Array; readonly last: Int32Array; readonly slack: Int32Array };

/** Forward pass: the earliest days on or after the data date that satisfy every link. */
export function forward(it: Prepared): Early {
  const { tasks } = it.network;
  const [start, finish, driver] = [new Int32Array(tasks.length), new Int32Array(tasks.length), new Int32Array(tasks.length).fill(-1)];
  const early: Early = { start, finish, driver, unpinned: new Map(), stuck: -1 };
  for (const task of it.order) {
    const { finishedOn, startedOn, days } = tasks[task]!;
    const calendar = it.calendars[task]!;
    if (finishedOn) {
      finish[task] = dayNumber(finishedOn);
      start[task] = startedOn ? dayNumber(startedOn) : Math.min(finish[task]!, calendar.dayAt(calendar.indexAfter(finish[task]!) - days));
      continue;
    }
    const needed = neededDays(it, task);
    const first = earliestIndex(it, early, { task, needed });
    start[task] = startedOn ? dayNumber(startedOn) : calendar.dayAt(first);
    finish[task] = calendar.dayAt(first + needed - 1);
    if (finish[task] === NEVER) return { ...early, stuck: task };
  }
  return early;
}

function earliestIndex(it: Prepared, early: Early, { task, needed }: { task: number; needed: number }): number {
  const calendar = it.calendars[task]!;
  const { notBefore, pinnedOn } = it.network.tasks[task]!;
  let index = calendar.indexFrom(notBefore ? Math.max(it.dataDay, dayNumber(notBefore)) : it.dataDay);
  for (let i = it.firstTo[task]!; i < it.firstTo[task + 1]!; i++) {
    const link = it.byTo[i]!;
    const wanted = linkedIndex(it, early, { link, calendar, needed });
    if (wanted > index || (wanted === index && isBefore(it, link, early.driver[task]!))) {
      index = wanted;
      early.driver[task] = link;
    }
  }
  if (!pinnedOn) return index;
  early.driver[task] = -1;
  early.unpinned.set(task, calendar.dayAt(index));
  return calendar.indexFrom(dayNumber(pinnedOn));
}

/** Between links that push equally far the one from the task whose name sorts first is named, so that no answer depends on the order of input. */
function isBefore(it: Prepared, link: number, other: number): boolean {
  const name = (at: number) => it.network.tasks[it.from[at]!]!.id;
  return other >= 0 && name(link) < name(other);
}

/** The index from which a successor may start, so that one link holds. */
function linkedIndex(
  it: Prepared,
  early: Early,
  { link, calendar, needed }: { link: number; calendar: WorkCalendar; needed: number },
): number {
  const { type, lag } = it.network.links[link]!;
  const before = it.from[link]!;
  const own = it.lagCalendars[link] ?? calendar;
  const index = (type === 'FS' ? own.indexAfter(early.finish[before]!) : own.indexFrom(reference(type, early, before))) + lag;
  const reached = own === calendar ? index : calendar.indexFrom(own.dayAt(index));
  return type === 'FS' || type === 'SS' ? reached : reached - needed + 1;
}

function reference(type: LinkType, early: Early, task: number): number {
  return type === 'FF' ? early.finish[task]! : early.start[task]!;
}

/** Backward pass: the latest days that satisfy every link and deadline; a task that leads to no deadline is held by the end of the network. */
export function backward(it: Prepared, early: Early, deadlines: readonly number[][]): Late {
  const count = it.network.tasks.length;
  const end = count === 0 ? it.dataDay : early.finish.reduce((last, day) => Math.max(last, day), LONG_AGO);
  const late: Late = { first: new Int32Array(count), last: new Int32Array(count), slack: new Int32Array(count) };
  const isHeld = new Uint8Array(count);
  for (let at = count - 1; at >= 0; at--) {
    const task = it.order[at]!;
    if (it.network.tasks[task]!.finishedOn) continue;
    const calendar = it.calendars[task]!;
    let index = NEVER;
    for (const day of deadlines[task] ?? []) index = Math.min(index, calendar.indexAfter(day) - 1);
    if (index !== NEVER) isHeld[task] = 1;
    index = Math.min(index, linkedLast(it, late, { task, isHeld }));
    if (isHeld[task] === 0 || index === NEVER) index = Math.min(index, calendar.indexAfter(end) - 1);
    late.last[task] = index;
    late.first[task] = index - neededDays(it, task) + 1;
    late.slack[task] = index - (calendar.indexAfter(early.finish[task]!) - 1);
  }
  return late;
}

function neededDays({ network }: Prepared, task: number): number {
  const { startedOn, remainingDays, days } = network.tasks[task]!;
  return startedOn ? (remainingDays ?? days) : days;
}

/** The last index at which a task may finish for its successors (and its pin); a done successor asks for nothing. */
function linkedLast(it: Prepared, late: Late, { task, isHeld }: { task: number; isHeld: Uint8Array }): number {
  const calendar = it.calendars[task]!;
  const needed = neededDays(it, task);
  const { pinnedOn } = it.network.tasks[task]!;
  let index = pinnedOn ? calendar.indexFrom(dayNumber(pinnedOn)) + needed - 1 : NEVER;
  for (let i = it.firstFrom[task]!; i < it.firstFrom[task + 1]!; i++) {
    const link = it.byFrom[i]!;
    const after = it.to[link]!;
    if (it.network.tasks[after]!.finishedOn) continue;
    if (isHeld[after] === 1) isHeld[task] = 1;
    index = Math.min(index, latestIndex(it, late, { link, calendar, needed }));
  }
  return index;
}

/** The last index of a predecessor's finish with which one link still holds. */
function latestIndex(
  it: Prepared,
  late: Late,
  { link, calendar, needed }: { link: number; calendar: WorkCalendar; needed: number },
): number {
  const after = it.to[link]!;
  const { type, lag } = it.network.links[link]!;
  const theirs = it.calendars[after]!;
  const own = it.lagCalendars[link] ?? theirs;
  const index = type === 'FS' || type === 'SS' ? late.first[after]! : late.last[after]!;
  const reached = own === theirs ? own.dayAt(index - lag) : lagged(own, theirs.dayAt(index), lag);
  if (reached === NEVER) return NEVER;
  if (type === 'FS') return calendar.indexFrom(reached) - 1;
  const last = calendar.indexAfter(reached) - 1;
  return type === 'FF' ? last : last + needed - 1;
}

/** `lag` working days of the lag's own calendar before a day. */
function lagged(own: WorkCalendar, day: number, lag: number): number {
  return day === NEVER || day === LONG_AGO ? day : own.dayAt(own.indexAfter(day) - 1 - lag);
}
