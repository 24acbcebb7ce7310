import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Programme, ProgrammePromise } from '#/programme/rules/programme.ts';
import { deadlineOf } from './board.ts';
import { isBounded } from './lights.ts';
import { wholeOf } from './series.ts';
import type { PlanPoint, Shape, Trajectory, WeightedStep } from './trajectory.ts';

const point = z.object({ on: civilDate, value: z.number().min(0).max(1e15) });
const step = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(100),
  weight: z.number().positive().max(1000),
  dueOn: civilDate,
});

export const ShapeInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line') }),
  z.object({ kind: z.literal('s-curve') }),
  z.object({ kind: z.literal('season'), from: civilDate, to: civilDate }),
  z.object({ kind: z.literal('points'), points: z.array(point).min(1).max(400) }),
  z.object({ kind: z.literal('steps'), steps: z.array(point).min(1).max(400) }),
  z.object({ kind: z.literal('milestones'), steps: z.array(step).min(1).max(100) }),
]);

export const ProposeTrajectory = z.object({
  promiseId: z.uuid(),
  shape: ShapeInput,
  /** Why an approved plan is changed; a first plan needs none. */
  reason: z.string().trim().min(2).max(500).nullable().default(null),
});

export type PlanRefusal =
  | { readonly kind: 'no-target-to-plan' }
  | { readonly kind: 'wrong-shape'; readonly measure: ProgrammePromise['measure']; readonly shape: Shape['kind'] }
  | { readonly kind: 'outside-period'; readonly on: CivilDate; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'plan-falls'; readonly on: CivilDate }
  | { readonly kind: 'target-not-reached'; readonly reached: number; readonly target: number }
  | { readonly kind: 'season-reversed' }
  | { readonly kind: 'same-step-twice' }
  | { readonly kind: 'weights-not-whole'; readonly sum: number }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'plan-not-proposed'; readonly state: Trajectory['state'] }
  | { readonly kind: 'own-plan' }
  | { readonly kind: 'plan-over'; readonly finishOn: CivilDate }
  | { readonly kind: 'no-value-on-start-day'; readonly startsOn: CivilDate }
  | { readonly kind: 'already-reached' };

type Period = Pick<Programme, 'from' | 'to'>;

/** What a unit may propose: a curve that fits the measure, stays in the period, never falls, and ends at the target. */
export function checkShape(shape: Shape, promise: ProgrammePromise, period: Period): Result<Shape, PlanRefusal> {
  if (promise.measure !== 'milestone-set' && promise.target === null) return refuse({ kind: 'no-target-to-plan' });
  if (!fits(shape, promise)) return refuse({ kind: 'wrong-shape', measure: promise.measure, shape: shape.kind });
  const refusal = shapeRefusal(shape, promise, period);
  return refusal === null ? accept(shape) : refuse(refusal);
}

function fits({ kind }: Shape, promise: ProgrammePromise): boolean {
  if (promise.measure === 'milestone-set') return kind === 'milestones';
  return isBounded(promise) ? kind === 'steps' : kind !== 'milestones';
}

function shapeRefusal(shape: Shape, promise: ProgrammePromise, period: Period): PlanRefusal | null {
  const to = deadlineOf(promise, period);
  const days = daysOf(shape);
  const outside = days.find((on) => on < period.from || on > to);
  if (outside !== undefined) return { kind: 'outside-period', on: outside, from: period.from, to };
  if (shape.kind === 'season') return shape.from > shape.to ? { kind: 'season-reversed' } : null;
  if (shape.kind === 'milestones') return stepsRefusal(shape.steps);
  const points = pointsOf(shape);
  return points.length === 0 || isBounded(promise) ? null : risesTo(promise.target!, points);
}

/** Weights are per cent of the whole: a step earns what it says. Thousandths are added as whole numbers. */
function stepsRefusal(steps: readonly WeightedStep[]): PlanRefusal | null {
  if (new Set(steps.map((it) => it.id)).size < steps.length) return { kind: 'same-step-twice' };
  const sum = steps.reduce((total, { weight }) => total + Math.round(weight * 1000), 0) / 1000;
  return sum === 100 ? null : { kind: 'weights-not-whole', sum };
}

function risesTo(target: number, points: readonly PlanPoint[]): PlanRefusal | null {
  for (let i = 1; i < points.length; i++) {
    const [earlier, later] = [points[i - 1]!, points[i]!];
    if (later.on <= earlier.on || later.value < earlier.value) return { kind: 'plan-falls', on: later.on };
  }
  const reached = points.at(-1)!.value;
  return reached === target ? null : { kind: 'target-not-reached', reached, target };
}

function pointsOf(shape: Shape): readonly PlanPoint[] {
  return shape.kind === 'points' ? shape.points : shape.kind === 'steps' ? shape.steps : [];
}

function daysOf(shape: Shape): readonly CivilDate[] {
  if (shape.kind === 'season') return [shape.from, shape.to];
  return shape.kind === 'milestones' ? shape.steps.map((it) => it.dueOn) : pointsOf(shape).map((it) => it.on);
}

/** The last day of a plan: a season, a step or a milestone may end before the deadline, and then its own end is what it is held to. */
export function finishOf(shape: Shape, promise: ProgrammePromise, period: Period): CivilDate {
  const last = daysOf(shape).reduce<CivilDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
  return last === null || isBounded(promise) ? deadlineOf(promise, period) : last;
}

export type LockFacts = {
  readonly promise: ProgrammePromise;
  readonly period: Period;
  readonly today: CivilDate;
  /** A on the approval day; null where nothing countable is known. */
  readonly done: number | null;
};

/**
 * 锁定: approved before the period, a plan starts with it, from zero. Approved later it starts on its approval day (启用日锁定，此前无计划) from
 * the value of that day, so a count needs a value first: zero is not assumed for it either.
 */
export function lockPlan(proposed: Trajectory, facts: LockFacts): Result<Trajectory, PlanRefusal> {
  const { promise, period, today, done } = facts;
  if (proposed.state !== 'proposed') return refuse({ kind: 'plan-not-proposed', state: proposed.state });
  const target = wholeOf(promise);
  const finishOn = finishOf(proposed.shape, promise, period);
  const isEarly = today <= period.from;
  const startsOn = isEarly ? period.from : today;
  if (finishOn <= startsOn) return refuse({ kind: 'plan-over', finishOn });
  const countsUp = promise.measure !== 'milestone-set' && !isBounded(promise);
  if (!isEarly && countsUp && done === null) return refuse({ kind: 'no-value-on-start-day', startsOn });
  if (countsUp && done !== null && done >= target) return refuse({ kind: 'already-reached' });
  return accept({ ...proposed, target, startsOn, finishOn, base: isEarly || !countsUp ? 0 : done! });
}
