import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Period } from './period.ts';
import type { ReportFacts } from './report.ts';
import type { ReportContent, ReportRefusal } from './sending.ts';
import { seriesAt } from './series.ts';
import { stageLiesBeforeOutput } from './stage.ts';

type On = { readonly asOf: CivilDate; readonly period: Period };

const NOTE = '本月无变化';
/** What was adopted before has given its reason before. */
const BEFORE = '沿用上次已采用的数字';

/** 本月无变化: the last adopted value restated for a new day; not where nothing is known yet, or something newer is. */
export function unchangedContent(
  promise: ProgrammePromise,
  facts: readonly ReportFacts[],
  { asOf, period }: On,
): Result<ReportContent, ReportRefusal> {
  if (!asOf.startsWith(period)) return refuse({ kind: 'unchanged-not-possible', because: 'period-ahead' });
  const adopted = facts.filter((it) => it.state === 'adopted');
  const { latest, done, doneFrom, stage, otherMeasure } = seriesAt(promise, adopted, asOf);
  if (latest === null) return refuse({ kind: 'unchanged-not-possible', because: 'nothing-known' });
  if (adopted.some((it) => it.asOf >= asOf)) return refuse({ kind: 'unchanged-not-possible', because: 'newer-known' });
  if (otherMeasure !== null) return refuse({ kind: 'unchanged-not-possible', because: 'other-measure' });
  const blank = {
    promiseId: promise.id,
    asOf,
    stepsDone: [],
    evidence: [],
    behindReason: null,
    behindUntil: null,
    text: NOTE,
    inMeasure: true,
  };
  const common = {
    ...blank,
    measureUnit: promise.measureUnit,
    stage: stage !== null && stageLiesBeforeOutput(stage) !== null ? stage : null,
    overrides: [{ check: 'beyond-target' as const, reason: BEFORE }],
  };
  const isFigure = done !== null && doneFrom === 'report' && promise.measure !== 'milestone-set';
  if (!isFigure) return accept({ ...common, valueKind: null, value: null, denominator: null });
  if (promise.measure !== 'ratio') return accept({ ...common, valueKind: 'cumulative', value: done, denominator: null });
  const counted = adopted.findLast((it) => it.inMeasure && it.value !== null)!;
  if (counted.valueKind !== 'cumulative') return refuse({ kind: 'unchanged-not-possible', because: 'ratio-of-periods' });
  return accept({ ...common, valueKind: 'cumulative', value: counted.value, denominator: counted.denominator });
}
