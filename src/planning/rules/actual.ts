import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Activity } from './activity.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const activityId = z.uuid();
const reason = z.string().trim().min(2).max(300);
export const StartActivity = z.object({ activityId, on: civilDate });
export const FinishActivity = z.object({ activityId, on: civilDate, evidence: z.array(digest).max(30).default([]) });
export const SetRemaining = z.object({ activityId, days: z.number().int().min(1).max(2000) });
export const UndoActual = z.object({ activityId, what: z.enum(['start', 'finish']), reason });
export type UndoActual = z.output<typeof UndoActual>;

export type ActualRefusal =
  | { readonly kind: 'already-started'; readonly name: string; readonly on: CivilDate }
  | { readonly kind: 'already-finished'; readonly name: string; readonly on: CivilDate }
  | { readonly kind: 'not-started'; readonly name: string }
  | { readonly kind: 'not-finished'; readonly name: string }
  | { readonly kind: 'actual-in-future'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'finish-before-start'; readonly name: string }
  | { readonly kind: 'milestone-needs-evidence'; readonly name: string };

type Actual = Result<Activity, ActualRefusal>;

/** 开工 on a day that has come. */
export function start(activity: Activity, on: CivilDate, today: CivilDate): Actual {
  const { name, startedOn } = activity;
  if (startedOn !== null) return refuse({ kind: 'already-started', name, on: startedOn });
  if (on > today) return refuse({ kind: 'actual-in-future', on, today });
  return accept({ ...activity, startedOn: on });
}

/** 完成, once; a milestone only with what proves it. */
export function finish(activity: Activity, on: CivilDate, evidence: readonly string[], today: CivilDate): Actual {
  const { name, startedOn, finishedOn, isMilestone } = activity;
  if (finishedOn !== null) return refuse({ kind: 'already-finished', name, on: finishedOn });
  if (startedOn === null) return refuse({ kind: 'not-started', name });
  if (on > today) return refuse({ kind: 'actual-in-future', on, today });
  if (on < startedOn) return refuse({ kind: 'finish-before-start', name });
  if (isMilestone && evidence.length === 0) return refuse({ kind: 'milestone-needs-evidence', name });
  return accept({ ...activity, finishedOn: on, remainingDays: null, evidence: [...new Set(evidence)] });
}

/** 还需天数 of work under way. */
export function setRemainingDays(activity: Activity, days: number): Actual {
  const { name, startedOn, finishedOn } = activity;
  if (finishedOn !== null) return refuse({ kind: 'already-finished', name, on: finishedOn });
  return startedOn === null ? refuse({ kind: 'not-started', name }) : accept({ ...activity, remainingDays: days });
}

/** 撤回 of what was entered by mistake; the files of a finish that is taken back stay in the record of changes. */
export function undo(activity: Activity, what: UndoActual['what']): Actual {
  const { name, startedOn, finishedOn } = activity;
  if (what === 'finish') {
    if (finishedOn === null) return refuse({ kind: 'not-finished', name });
    return accept({ ...activity, finishedOn: null, evidence: [] });
  }
  if (finishedOn !== null) return refuse({ kind: 'already-finished', name, on: finishedOn });
  if (startedOn === null) return refuse({ kind: 'not-started', name });
  return accept({ ...activity, startedOn: null, remainingDays: null });
}
