import { type CivilDate, dayNumber, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { type Curve, straightLine, valueAt } from './curve.ts';

/** 计划点: the cumulative value promised for a day. */
export type PlanPoint = { readonly on: CivilDate; readonly value: number };

/** 环节（带权重）: one step of a milestone set; it is done or not, never a percentage. Weights are fixed before the start. */
export type WeightedStep = { readonly id: string; readonly title: string; readonly weight: number; readonly dueOn: CivilDate };

/**
 * 计划的形状. `points` are joined by straight lines; `steps` rise on their day, for events that come in ones; for ratios and where lower is
 * better, `steps` are the bounds in force from their day on.
 */
export type Shape =
  | { readonly kind: 'line' }
  | { readonly kind: 's-curve' }
  | { readonly kind: 'season'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'points'; readonly points: readonly PlanPoint[] }
  | { readonly kind: 'steps'; readonly steps: readonly PlanPoint[] }
  | { readonly kind: 'milestones'; readonly steps: readonly WeightedStep[] };

/**
 * 计划进度（锁定曲线）: one version of a promise's plan. Proposed by the unit, approved by the office, locked with a digest; a later version
 * carries a reason, and all are kept. Approved after the period began, it starts on its approval day (启用日) from the value of that day.
 */
export type Trajectory = {
  readonly id: string;
  readonly promiseId: string;
  readonly version: number;
  readonly shape: Shape;
  readonly target: number;
  readonly base: number;
  readonly startsOn: CivilDate;
  readonly finishOn: CivilDate;
  readonly state: 'proposed' | 'approved' | 'withdrawn';
  readonly reason: string | null;
  readonly proposedBy: string;
  readonly proposedOn: CivilDate;
  readonly approvedBy: string | null;
  readonly approvedOn: CivilDate | null;
  readonly digest: string | null;
};

/** The plan that a light is computed by. */
export type Plan = {
  readonly kind: 'default-line' | 'approved';
  readonly version: number;
  readonly startsOn: CivilDate;
  readonly finishOn: CivilDate;
  readonly plannedDays: number;
  readonly target: number;
  readonly curve: Curve;
  readonly shape: Shape;
};

/** 序时进度（默认直线）: the straight line over the whole period, for everyone who had no plan approved in time. */
export function defaultPlan(target: number, startsOn: CivilDate, finishOn: CivilDate): Plan {
  const plannedDays = Math.max(dayIndex(startsOn, finishOn), 1);
  const curve = straightLine(plannedDays, target);
  return { kind: 'default-line', version: 0, startsOn, finishOn, plannedDays, target, curve, shape: { kind: 'line' } };
}

type Drawn = Pick<Trajectory, 'shape' | 'target' | 'base' | 'startsOn' | 'finishOn'>;

export function approvedPlan(trajectory: Trajectory): Plan {
  const { version, startsOn, finishOn, target, shape } = trajectory;
  const plannedDays = dayIndex(startsOn, finishOn);
  return { kind: 'approved', version, startsOn, finishOn, plannedDays, target, curve: curveOf(trajectory), shape };
}

/** 1 on the plan's first day. */
function dayIndex(startsOn: CivilDate, day: CivilDate): number {
  return dayNumber(day) - dayNumber(startsOn) + 1;
}

export function curveOf({ shape, target, base, startsOn, finishOn }: Drawn): Curve {
  const lastDay = dayIndex(startsOn, finishOn);
  switch (shape.kind) {
    case 'line':
      return straightLine(lastDay, target, base);
    case 's-curve':
      return { kind: 's-curve', lastDay, from: base, to: target };
    case 'season': {
      const opens = Math.max(dayIndex(startsOn, shape.from) - 1, 0);
      const rise: [number, number][] = [[dayIndex(startsOn, shape.to), target]];
      return polyline([[0, base], [opens, base], ...rise]);
    }
    case 'points':
      return polyline([[0, base], ...fromStartOn(shape.points, startsOn)]);
    case 'steps':
      return staircase(base, fromStartOn(shape.steps, startsOn));
    case 'milestones':
      return staircase(0, milestoneRises(shape.steps, target, startsOn));
  }
}

function fromStartOn(points: readonly PlanPoint[], startsOn: CivilDate): [number, number][] {
  return points.filter((it) => it.on >= startsOn).map((it) => [dayIndex(startsOn, it.on), it.value]);
}

/** Weights become shares of the target; a step that was due before the plan starts is expected from the first evening. */
function milestoneRises(steps: readonly WeightedStep[], target: number, startsOn: CivilDate): [number, number][] {
  const whole = steps.reduce((sum, it) => sum + it.weight, 0);
  let sum = 0;
  return byDay(steps).map((it) => {
    sum += it.weight;
    return [dayIndex(startsOn, it.dueOn), (sum / whole) * target];
  });
}

function byDay(steps: readonly WeightedStep[]): WeightedStep[] {
  return [...steps].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Rests, then rises within the day of each step. */
function staircase(base: number, rises: readonly (readonly [number, number])[]): Curve {
  const vertices: [number, number][] = [[0, base]];
  let value = base;
  for (const [day, to] of rises) {
    if (to > value && day > 1) vertices.push([day - 1, value]);
    value = Math.max(value, to);
    vertices.push([Math.max(day, 0), value]);
  }
  return polyline(vertices);
}

/** Keeps the highest value of a day and lets nothing fall, so that the curve can be read in both directions. */
function polyline(vertices: readonly (readonly [number, number])[]): Curve {
  const days: number[] = [];
  const values: number[] = [];
  for (const [day, value] of vertices) {
    const last = days.length - 1;
    if (last >= 0 && day <= days[last]!) {
      values[last] = Math.max(values[last]!, value);
    } else {
      days.push(day);
      values.push(Math.max(value, values[last] ?? value));
    }
  }
  return { kind: 'points', days, values };
}

/** The approved version in force on a day: the newest that had started. Earlier days keep the plan they had. */
export function trajectoryOn(versions: readonly Trajectory[], day: CivilDate): Trajectory | null {
  let found: Trajectory | null = null;
  for (const it of versions) {
    if (it.state === 'approved' && it.startsOn <= day && (found === null || it.version > found.version)) found = it;
  }
  return found;
}

/** What an approver should see before locking a curve: it puts the work off. */
export type PlanFlag =
  | { readonly kind: 'late-start'; readonly share: number; readonly limit: number; readonly on: CivilDate }
  | { readonly kind: 'late-finish'; readonly share: number; readonly limit: number; readonly from: CivilDate };

/** Source: the issue of this work, 一份计划到年中不足 40%、或把 30% 以上留到最后两个月的，提示审批人. */
export const PLAN_FLAG_LIMITS = { midYearShare: 0.4, lastTwoMonthsShare: 0.3 } as const;

export function flagsOf(drawn: Drawn, period: { readonly from: CivilDate; readonly to: CivilDate }): readonly PlanFlag[] {
  const curve = curveOf(drawn);
  const shareOn = (day: CivilDate) => (drawn.target === 0 ? 1 : valueAt(curve, dayIndex(drawn.startsOn, day)) / drawn.target);
  const flags: PlanFlag[] = [];
  const midYear = endOfMonth(yearOf(period.to), 6);
  const atMidYear = shareOn(midYear);
  const mayBeJudged = midYear > period.from && midYear < period.to && midYear >= drawn.startsOn;
  if (mayBeJudged && atMidYear < PLAN_FLAG_LIMITS.midYearShare - 1e-9) {
    flags.push({ kind: 'late-start', share: atMidYear, limit: PLAN_FLAG_LIMITS.midYearShare, on: midYear });
  }
  const eve = endOfMonth(yearOf(period.to), monthOf(period.to) - 2);
  const left = 1 - shareOn(eve);
  if (left > PLAN_FLAG_LIMITS.lastTwoMonthsShare + 1e-9) {
    flags.push({ kind: 'late-finish', share: left, limit: PLAN_FLAG_LIMITS.lastTwoMonthsShare, from: eve });
  }
  return flags;
}

/** The text whose digest locks a version: the same plan always gives the same text, whatever the order of its members. */
export function canonicalTrajectory({ promiseId, version, shape, target, base, startsOn, finishOn }: Trajectory): string {
  return canonical({ form: 1, promiseId, version, shape, target, base, startsOn, finishOn });
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join(',')}}`;
}
