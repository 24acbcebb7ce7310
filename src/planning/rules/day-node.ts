import { z } from 'zod';
import { addDays, type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Activity } from './activity.ts';

/** 当日情况: planned for the day, or how the day ended. */
export const DAY_STATES = ['planned', 'done', 'partly', 'not-done'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** 日节点: what is to be done on one day of an activity under way, and what was done. */
export type DayNode = {
  readonly activityId: string;
  readonly on: CivilDate;
  readonly planned: string;
  readonly state: DayState;
  readonly done: string;
  readonly note: string;
  readonly photos: readonly string[];
  readonly byName: string;
  readonly byPost: string;
  readonly version: number;
};

export const RecordDay = z.object({
  activityId: z.uuid(),
  on: civilDate,
  planned: z.string().trim().max(120).default(''),
  state: z.enum(DAY_STATES),
  done: z.string().trim().max(200).default(''),
  note: z.string().trim().max(300).default(''),
  photos: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(12)
    .default([]),
});
export type RecordDay = z.output<typeof RecordDay>;

export type DayRefusal =
  | { readonly kind: 'day-of-unstarted'; readonly name: string }
  | { readonly kind: 'day-after-finish'; readonly name: string; readonly finishedOn: CivilDate }
  | { readonly kind: 'day-in-future'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'day-too-far'; readonly on: CivilDate; readonly last: CivilDate }
  | { readonly kind: 'day-without-plan' }
  | { readonly kind: 'day-without-note' };

/** Plans by the day reach a month ahead (来源: 自定). */
const AHEAD_DAYS = 31;

export function settleDay(activity: Activity, given: RecordDay, today: CivilDate): Result<RecordDay, DayRefusal> {
  const { name, startedOn, finishedOn } = activity;
  const { on, state, planned, note } = given;
  if (state === 'planned') {
    const last = addDays(today, AHEAD_DAYS);
    if (on > last) return refuse({ kind: 'day-too-far', on, last });
    return planned === '' ? refuse({ kind: 'day-without-plan' }) : accept(given);
  }
  if (on > today) return refuse({ kind: 'day-in-future', on, today });
  if (startedOn === null || on < startedOn) return refuse({ kind: 'day-of-unstarted', name });
  if (finishedOn !== null && on > finishedOn) return refuse({ kind: 'day-after-finish', name, finishedOn });
  if (state !== 'done' && note === '') return refuse({ kind: 'day-without-note' });
  return accept({ ...given, photos: [...new Set(given.photos)] });
}
