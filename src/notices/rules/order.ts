import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';

/** 缓急: when something has to be done, seen from a day. */
export const TIMES = ['overdue', 'next', 'fortnight', 'later'] as const;
export type Time = (typeof TIMES)[number];

type When = { readonly today: CivilDate; readonly next: CivilDate; readonly reach: CivilDate };

/** `next` is today and all days up to the next working day. */
export function timeOf(dueOn: CivilDate, { today, next, reach }: When): Time {
  if (dueOn < today) return 'overdue';
  if (dueOn <= next) return 'next';
  return dueOn <= reach ? 'fortnight' : 'later';
}

type Ordered = Pick<Duty, 'urgency' | 'dueOn' | 'kind'>;

/** What cannot wait first, then by the day, and like with like; for the rest the order of the list stays, in which duties are gathered. */
export function byUrgency(a: Ordered, b: Ordered): number {
  return Number(a.urgency !== 'at-once') - Number(b.urgency !== 'at-once') || compare(a.dueOn, b.dueOn) || compare(a.kind, b.kind);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
