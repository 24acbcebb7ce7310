import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Programme, ProgrammePromise } from '#/programme/rules/programme.ts';
import { deadlineOf } from './board.ts';
import type { ChartPlan, TrajectoryChart } from './charts.ts';
import { isBounded } from './lights.ts';
import type { Point } from './pace.ts';
import { wholeOf } from './series.ts';
import type { PromiseStanding } from './standing.ts';
import { approvedPlan, defaultPlan, type Trajectory } from './trajectory.ts';

export type ChartSource = {
  readonly standing: PromiseStanding;
  readonly programme: Pick<Programme, 'from' | 'to'>;
  readonly points: readonly Point[];
  /** Every approved version, also those that have been replaced. */
  readonly plans: readonly Trajectory[];
  readonly asOf: CivilDate;
};

export type ChartLabels = Pick<TrajectoryChart, 'label' | 'words'> & {
  readonly defaultLine: string;
  readonly version: (version: number) => string;
};

/** What the curve of one promise draws, for page and screen alike; null where there is no target to draw against, or a bound instead of a curve. */
export function chartOf({ standing, programme, points, plans, asOf }: ChartSource, labels: ChartLabels): TrajectoryChart | null {
  const { promise, plan } = standing;
  if (isBounded(promise) || (promise.target === null && plan === null)) return null;
  return {
    from: programme.from,
    to: programme.to,
    target: wholeOf(promise),
    plans: [...defaultLine(promise, programme, plan, labels), ...plans.map((it) => versionLine(it, plan, labels))],
    actual: points,
    today: asOf,
    done: standing.done,
    forecastOn: standing.pace?.forecastOn ?? null,
    light: standing.light,
    label: labels.label,
    words: labels.words,
  };
}

function defaultLine(
  promise: ProgrammePromise,
  programme: ChartSource['programme'],
  plan: PromiseStanding['plan'],
  labels: ChartLabels,
): ChartPlan[] {
  if (promise.target === null || promise.measure === 'milestone-set') return [];
  const { startsOn, curve } = defaultPlan(promise.target, programme.from, deadlineOf(promise, programme));
  return [{ label: labels.defaultLine, startsOn, curve, current: plan?.kind === 'default-line' }];
}

function versionLine(trajectory: Trajectory, plan: PromiseStanding['plan'], labels: ChartLabels): ChartPlan {
  const { startsOn, curve } = approvedPlan(trajectory);
  const current = plan?.kind === 'approved' && plan.version === trajectory.version;
  return { label: labels.version(trajectory.version), startsOn, curve, current };
}
