import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Point } from './pace.ts';
import type { DoneFrom, ReportFacts } from './report.ts';
import type { WeightedStep } from './trajectory.ts';

/** 实绩: what the adopted reports up to a day say, added up. */
export type Series = {
  /** A(D), null where nothing countable is known: zero is never assumed for silence. */
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  readonly doneFrom: DoneFrom | null;
  readonly points: readonly Point[];
  /** The newest adopted report, countable or not. */
  readonly latest: ReportFacts | null;
  readonly stage: string | null;
  readonly text: string | null;
  /** The newest value in another measure, while nothing countable is known. */
  readonly otherMeasure: { readonly value: number; readonly measureUnit: string; readonly on: CivilDate } | null;
};

type Tally = { numerator: number; denominator: number; from: 'report' | 'stage' | null; on: CivilDate | null };

/** Reads the adopted reports of one promise up to a day, oldest first. `steps` are those of the approved plan, for a milestone set. */
export function seriesAt(
  promise: Pick<ProgrammePromise, 'measure' | 'target' | 'measureUnit'>,
  reports: readonly ReportFacts[],
  day: CivilDate,
  steps: readonly WeightedStep[] = [],
): Series {
  const tally: Tally = { numerator: 0, denominator: 0, from: null, on: null };
  const proven = new Set<string>();
  const points: Point[] = [];
  let latest: ReportFacts | null = null;
  let stage: string | null = null;
  let text: string | null = null;
  let otherMeasure: Series['otherMeasure'] = null;
  for (const report of inOrder(reports)) {
    if (report.state !== 'adopted' || report.asOf > day) continue;
    latest = report;
    stage = report.stage ?? stage;
    text = report.text === '' ? text : report.text;
    if (!report.inMeasure && report.value !== null) {
      otherMeasure = { value: report.value, measureUnit: report.measureUnit, on: report.asOf };
    }
    const counted = promise.measure === 'milestone-set' ? proves(proven, report, steps) : counts(tally, promise, report);
    if (!counted) continue;
    tally.on = report.asOf;
    points.push({ on: report.asOf, value: tallied(promise, tally, proven, steps) });
  }
  const done = points.at(-1)?.value ?? null;
  const doneFrom = promise.measure === 'milestone-set' && done !== null ? 'report' : tally.from;
  return { done, doneOn: tally.on, doneFrom, points, latest, stage, text, otherMeasure: done === null ? otherMeasure : null };
}

/** By the day they speak of, then by the moment they were sent: the store's order, made sure of. */
function inOrder(reports: readonly ReportFacts[]): readonly ReportFacts[] {
  for (let i = 1; i < reports.length; i++) {
    if (compare(reports[i - 1]!, reports[i]!) > 0) return [...reports].sort(compare);
  }
  return reports;
}

function compare(a: ReportFacts, b: ReportFacts): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? -1 : 1;
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function counts(tally: Tally, promise: Pick<ProgrammePromise, 'measure'>, report: ReportFacts): boolean {
  if (report.value === null) return zeroByStage(tally, promise, report);
  if (!report.inMeasure || (promise.measure === 'ratio' && !report.denominator)) return false;
  const denominator = report.denominator ?? 0;
  if (report.valueKind === 'this-period') {
    tally.numerator += report.value;
    tally.denominator += denominator;
  } else {
    tally.numerator = report.value;
    tally.denominator = denominator;
  }
  tally.from = 'report';
  return true;
}

/** 由阶段推得: work that has not reached its first output has produced nothing, for counts and stocks; a known value is never overruled by it. */
function zeroByStage(tally: Tally, promise: Pick<ProgrammePromise, 'measure'>, report: ReportFacts): boolean {
  if (!report.beforeOutput || tally.from === 'report' || (promise.measure !== 'cumulative' && promise.measure !== 'stock')) return false;
  tally.from = 'stage';
  return true;
}

/** A step counts once evidence came with it. A report on the set that proves no step still says that the count stands where it stood. */
function proves(proven: Set<string>, report: ReportFacts, steps: readonly WeightedStep[]): boolean {
  if (steps.length === 0) return false;
  if (report.hasEvidence) for (const id of report.stepsDone) proven.add(id);
  return true;
}

function tallied(
  promise: Pick<ProgrammePromise, 'measure' | 'target' | 'measureUnit'>,
  tally: Tally,
  proven: ReadonlySet<string>,
  steps: readonly WeightedStep[],
): number {
  if (promise.measure === 'ratio') return (tally.numerator / tally.denominator) * (isPercent(promise.measureUnit) ? 100 : 1);
  if (promise.measure !== 'milestone-set') return tally.numerator;
  let whole = 0;
  let sum = 0;
  for (const step of steps) {
    whole += step.weight;
    if (proven.has(step.id)) sum += step.weight;
  }
  return (sum / whole) * wholeOf(promise);
}

/** What a fully kept promise counts to: its target, or 100 points of weight where a milestone set has no printed number. */
export function wholeOf(promise: Pick<ProgrammePromise, 'measure' | 'target'>): number {
  return promise.target ?? 100;
}

export function isPercent(measureUnit: string): boolean {
  return measureUnit === '%' || measureUnit === '％' || measureUnit === '百分点';
}
