import { z } from 'zod';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { hexOf, sha256Of } from '#/kernel/hash.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Baseline, ProjectSchedule } from './activity.ts';

export const LockBaseline = z.object({ projectId: z.uuid(), reason: z.string().trim().min(2).max(300) });

export type BaselineRefusal =
  | { readonly kind: 'nothing-to-lock' }
  | { readonly kind: 'baseline-unchanged'; readonly no: number; readonly lockedOn: CivilDate }
  | { readonly kind: 'baseline-of-unscheduled' };

type Locked = Pick<Baseline, 'no' | 'dates' | 'digest'>;

/** 锁定基线: the forecast of today becomes what later forecasts are held against; earlier baselines stay. */
export function lockBaseline({ projectId, planned, refusal, baseline }: ProjectSchedule): Result<Locked, BaselineRefusal> {
  if (refusal !== null) return refuse({ kind: 'baseline-of-unscheduled' });
  if (planned.length === 0) return refuse({ kind: 'nothing-to-lock' });
  const dates = planned.map(({ activity, dates: { earlyStart, earlyFinish } }) => ({
    activityId: activity.id,
    start: earlyStart,
    finish: earlyFinish,
  }));
  const digest = baselineDigest(projectId, dates);
  if (baseline?.digest === digest) return refuse({ kind: 'baseline-unchanged', no: baseline.no, lockedOn: baseline.lockedOn });
  return accept({ no: (baseline?.no ?? 0) + 1, dates, digest });
}

/** SHA-256 over the dates in their canonical form, so that anybody can count it again. */
export function baselineDigest(projectId: string, dates: Baseline['dates']): string {
  const rows = dates.toSorted((a, b) => (a.activityId < b.activityId ? -1 : 1));
  return hexOf(sha256Of(canonicalText({ projectId, dates: rows })));
}

/** 与基线之差: calendar days by which a forecast lies after its baseline, negative before it; null where the baseline does not know the activity. */
export type Drift = { readonly startDays: number; readonly finishDays: number };

export function driftOf({ planned, baseline }: ProjectSchedule): ReadonlyMap<string, Drift> {
  const locked = new Map((baseline?.dates ?? []).map((it) => [it.activityId, it]));
  return new Map(
    planned.flatMap(({ activity, dates }) => {
      const was = locked.get(activity.id);
      if (was === undefined) return [];
      return [
        [
          activity.id,
          { startDays: daysBetween(was.start, dates.earlyStart), finishDays: daysBetween(was.finish, dates.earlyFinish) },
        ] as const,
      ];
    }),
  );
}
