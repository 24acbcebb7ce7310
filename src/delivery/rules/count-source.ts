import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { DerivedShare } from '#/planning/rules/step.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import { type CountedSeries, recordedSeries } from './counter.ts';
import type { Point } from './pace.ts';
import type { ReportFacts } from './report.ts';
import { type Series, seriesAt, wholeOf } from './series.ts';
import { COUNT_SOURCES, type Counting, type CountSource } from './source.ts';
import type { Reason } from './standing.ts';
import type { WeightedStep } from './trajectory.ts';

export { COUNT_SOURCES, type CountSource };

/** 来源决定: by whom, when and why the source of a promise's figure was settled. */
export type SourceDecision = {
  readonly promiseId: string;
  readonly decisionNo: number;
  readonly source: CountSource;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetCountSource = z.object({
  promiseId: z.uuid(),
  source: z.enum(COUNT_SOURCES),
  reason: z.string().trim().min(2).max(500),
});

export type SourceRefusal =
  | { readonly kind: 'source-no-milestone-set' }
  | { readonly kind: 'source-without-steps' }
  | { readonly kind: 'source-without-definition' }
  | { readonly kind: 'source-already'; readonly source: CountSource };

/** 来源起用: from which day on a source was in force; before the first, units reported. */
export type SourceDay = Pick<SourceDecision, 'source' | 'setOn'>;

export function sourceOn(days: readonly SourceDay[], day: CivilDate): CountSource {
  return days.findLast(({ setOn }) => setOn <= day)?.source ?? 'reports';
}

/** Since when a figure typed for a day would stand beside a counted one; null where units reported on that day. */
export function countedSince(days: readonly SourceDay[], day: CivilDate): CivilDate | null {
  const inForce = days.findLast(({ setOn }) => setOn <= day);
  return inForce === undefined || inForce.source === 'reports' ? null : inForce.setOn;
}

/** Null where nobody ever decided, and units report. `days` oldest first. */
export function countingOn(days: readonly SourceDay[], derived: Derived | null, day: CivilDate): Counting | null {
  if (days.length === 0) return null;
  const versions = derived?.from === 'records' ? derived.versions.filter((it) => it.from <= day) : [];
  const isOfPersons = derived?.from === 'records' && derived.isOfPersons === true;
  return { source: sourceOn(days, day), versions, ...(isOfPersons && { isOfPersons }) };
}

/** 点位推算数: weights done over all weights on a day, and the days on which it grew. */
export type SiteFigure = { readonly from: 'sites' } & DerivedShare & {
    readonly points: readonly { readonly on: CivilDate; readonly share: number }[];
  };

/** 推算数: what stands in the place of reported figures. */
export type Derived = SiteFigure | ({ readonly from: 'records' } & CountedSeries);

/** What stood in the place of reported figures on a day: the source in force decides, not the one of today. */
export function derivedOn(all: readonly Derived[] | undefined, days: readonly SourceDay[], day: CivilDate): Derived | null {
  const source = sourceOn(days, day);
  return all?.find(({ from }) => from === source) ?? null;
}

export function settleSource(
  promise: Pick<ProgrammePromise, 'measure'>,
  now: CountSource,
  asked: { readonly source: CountSource; readonly share: number | null; readonly isDefined: boolean },
): Result<CountSource, SourceRefusal> {
  const { source, share, isDefined } = asked;
  if (source === now) return refuse({ kind: 'source-already', source });
  if (source === 'sites' && promise.measure !== 'milestone-set') return refuse({ kind: 'source-no-milestone-set' });
  if (source === 'sites' && share === null) return refuse({ kind: 'source-without-steps' });
  if (source === 'records' && !isDefined) return refuse({ kind: 'source-without-definition' });
  return accept(source);
}

/** The reports keep their words and stages; the figure is that of the sites or of the records. */
export function derivedSeries(
  series: Series,
  promise: Pick<ProgrammePromise, 'measure' | 'measureUnit' | 'target'>,
  derived: Derived,
  day: CivilDate,
): Series {
  if (derived.from === 'records') return recordedSeries(series, promise, derived, day);
  const whole = wholeOf(promise);
  const points = derived.points.filter((it) => it.on <= day).map(({ on, share }) => ({ on, value: share * whole }));
  const last = points.at(-1) ?? null;
  const done = last?.value ?? (derived.share === null ? null : 0);
  return { ...series, done, doneOn: last?.on ?? null, doneFrom: done === null ? null : 'sites', points, otherMeasure: null };
}

/** What the figure is made of, to be said beside it. */
export function derivedReason(derived: Derived, day: CivilDate): Reason {
  if (derived.from === 'records') return { code: 'from-records', facts: { records: derived.records, versionNo: derived.versionNo } };
  const share = derived.points.findLast((it) => it.on <= day)?.share ?? 0;
  const { denominator, sites } = derived;
  return { code: 'from-sites', facts: { numerator: Math.round(share * denominator), denominator, sites } };
}

type Known = {
  readonly derived: Derived | null;
  readonly facts: readonly ReportFacts[];
  readonly asOf: CivilDate;
  readonly steps: readonly WeightedStep[];
};

/** The line of the chart: reported, or what the sites added up to. */
export function pointsOf(promise: Parameters<typeof seriesAt>[0], { derived, facts, asOf, steps }: Known): readonly Point[] {
  const reported = seriesAt(promise, facts, asOf, steps);
  return (derived === null ? reported : derivedSeries(reported, promise, derived, asOf)).points;
}
