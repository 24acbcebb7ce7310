import type { WorkCalendar } from '#/kernel/schedule/work-calendar.ts';

/** First and last day, as numbers. */
export type Span = readonly [from: number, to: number];

/** 不施工时段: the stretches of at least so many days on which a calendar has no work: weekends, holidays, the winter stop. */
export function freeSpans(calendar: WorkCalendar, from: number, to: number, atLeast = 1): readonly Span[] {
  const spans: Span[] = [];
  let day = from;
  while (day <= to) {
    const worked = calendar.dayAt(calendar.indexFrom(day));
    const last = Math.min(worked - 1, to);
    if (last - day + 1 >= atLeast) spans.push([day, last]);
    day = worked + 1;
    while (day <= to && calendar.dayAt(calendar.indexFrom(day)) === day) day++;
  }
  return spans;
}

/** The days that are in any of them, as few spans as possible. */
export function together(all: readonly (readonly Span[])[]): readonly Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of all.flat().toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
