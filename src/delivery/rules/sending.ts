import { z } from 'zod';
import { type CivilDate, civilDate, daysBetween } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { GateSlack } from '#/planning/rules/gate.ts';
import type { Programme, ProgrammePromise } from '#/programme/rules/programme.ts';
import { isBounded } from './lights.ts';
import type { CheckKind, Override } from './report.ts';
import { isPercent, type Series } from './series.ts';
import type { Light } from './standing.ts';
import type { WeightedStep } from './trajectory.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const amount = z.number().min(0).max(1e15);
export const OverrideInput = z.object({
  check: z.enum([
    'falls',
    'jumps',
    'beyond-target',
    'other-unit',
    'other-measure',
    'same-photo',
    'older-than-adopted',
    'same-day',
    'before-period',
    'unknown-stage',
    'stage-too-late',
    'behind-unexplained',
  ]),
  reason: z.string().trim().min(2).max(500),
});

/** 报送内容: what the form asks. `valueKind` has no default: 本期数 or 累计数 is asked of the person. */
export const ReportContent = z.object({
  promiseId: z.uuid(),
  asOf: civilDate,
  valueKind: z.enum(['this-period', 'cumulative']).nullable(),
  value: amount.nullable(),
  denominator: amount.nullable().default(null),
  measureUnit: z.string().trim().max(20),
  /** False when the sender says himself that something else than the promise was counted. */
  inMeasure: z.boolean().default(true),
  stage: z.string().trim().min(1).max(60).nullable().default(null),
  stepsDone: z.array(z.uuid()).max(100).default([]),
  text: z.string().trim().max(2000).default(''),
  /** 滞后原因与补救措施, and by when: asked where the light would not be green. */
  behindReason: z.string().trim().min(2).max(1000).nullable().default(null),
  behindUntil: civilDate.nullable().default(null),
  evidence: z.array(digest).max(30).default([]),
  overrides: z.array(OverrideInput).max(20).default([]),
});
export type ReportContent = z.output<typeof ReportContent>;

export type Finding = { readonly check: CheckKind; readonly facts: Readonly<Record<string, string | number | null>> };

/** What the checks compare a report with; the browser gets it with the form, so that it can speak before sending. */
export type SendingContext = {
  readonly promise: ProgrammePromise;
  readonly period: Pick<Programme, 'from' | 'to'>;
  readonly today: CivilDate;
  /** The adopted reports up to the day spoken of, without the one being corrected. */
  readonly before: Pick<Series, 'done' | 'doneOn' | 'doneFrom'>;
  /** Where the light would be yellow or red: whether the reason must be there, or somebody may say why it is not; null where it is not asked. */
  readonly behind: { readonly light: Light; readonly isMust: boolean } | null;
  /** The newest day an adopted report speaks of. */
  readonly newestOn: CivilDate | null;
  readonly steps: readonly Pick<WeightedStep, 'id'>[];
  /** Digests that came with earlier reports. */
  readonly usedEvidence: ReadonlySet<string>;
  /** Whether the stage lies before the first output; null for a word that the list of stages does not know. */
  /** The days that the backward pass leaves behind a stage word; null where nothing is planned. */
  readonly slackBehind: (stage: string, asOf: CivilDate) => GateSlack | null;
  readonly stageLiesBeforeOutput: (stage: string) => boolean | null;
  /** 由点位推算 or 由实绩计数: nothing is typed beside it. */
  readonly isCounted: boolean;
};

export type ReportRefusal =
  | { readonly kind: 'open-findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'as-of-in-future'; readonly asOf: CivilDate; readonly today: CivilDate }
  | CountedRefusal
  | { readonly kind: 'nothing-reported' }
  | { readonly kind: 'value-kind-missing' }
  | { readonly kind: 'denominator-missing' }
  | { readonly kind: 'unknown-step'; readonly stepId: string }
  | { readonly kind: 'steps-need-evidence' }
  | { readonly kind: 'behind-until-without-reason' }
  | { readonly kind: 'behind-reason-missing'; readonly light: Light }
  | { readonly kind: 'waiting-already'; readonly reportId: string }
  | { readonly kind: 'unchanged-not-possible'; readonly because: UnchangedBecause };

/** Nothing is typed where sites or records count: which promises of several, or since when for what was typed before. */
export type CountedRefusal = {
  readonly kind: 'counted-by-records';
  readonly promises?: readonly string[];
  readonly since?: CivilDate;
};

/** Whether a report says a figure or a step, and not words alone. */
export const saysFigure = ({ value, stepsDone }: Pick<ReportContent, 'value'> & { readonly stepsDone: readonly string[] }): boolean =>
  value !== null || stepsDone.length > 0;

/** Why 本月无变化 cannot be said. */
export type UnchangedBecause = 'period-ahead' | 'nothing-known' | 'newer-known' | 'other-measure' | 'ratio-of-periods';

/** What a report becomes once it may be sent: `inMeasure` and `beforeOutput` are settled here and stored as facts. */
export type Sendable = ReportContent & { readonly beforeOutput: boolean };

/** 报送: refuses what cannot be, asks a reason for what is odd, and settles whether the value counts. */
export function prepareReport(content: ReportContent, context: SendingContext): Result<Sendable, ReportRefusal> {
  const refusal = impossible(content, context);
  if (refusal !== null) return refuse(refusal);
  const open = findingsOf(content, context).filter((it) => !content.overrides.some((given) => given.check === it.check));
  if (open.length > 0) return refuse({ kind: 'open-findings', findings: open });
  const beforeOutput = content.stage !== null && context.stageLiesBeforeOutput(content.stage) === true;
  return accept({ ...content, inMeasure: content.inMeasure && !isOtherMeasure(content, context.promise), beforeOutput });
}

function impossible(content: ReportContent, { today, isCounted, promise, steps, behind }: SendingContext): ReportRefusal | null {
  const { asOf, value, valueKind, stage, text, stepsDone, evidence } = content;
  if (isCounted && saysFigure(content)) return { kind: 'counted-by-records' };
  if (asOf > today) return { kind: 'as-of-in-future', asOf, today };
  if (value === null && stage === null && text === '' && stepsDone.length === 0) return { kind: 'nothing-reported' };
  if (value !== null && valueKind === null) return { kind: 'value-kind-missing' };
  const isRatioValue = promise.measure === 'ratio' && value !== null && content.inMeasure;
  if (isRatioValue && !content.denominator) return { kind: 'denominator-missing' };
  const unknown = stepsDone.find((id) => !steps.some((step) => step.id === id));
  if (unknown !== undefined) return { kind: 'unknown-step', stepId: unknown };
  if (content.behindUntil !== null && content.behindReason === null) return { kind: 'behind-until-without-reason' };
  if (behind?.isMust && content.behindReason === null) return { kind: 'behind-reason-missing', light: behind.light };
  return stepsDone.length > 0 && evidence.length === 0 ? { kind: 'steps-need-evidence' } : null;
}

/** 发送前的提示: each is a sentence, and each needs a reason to be passed over. */
export function findingsOf(content: ReportContent, context: SendingContext): readonly Finding[] {
  return [...valueFindings(content, context), ...dayFindings(content, context), ...otherFindings(content, context)];
}

function valueFindings(content: ReportContent, { promise, before, period }: SendingContext): Finding[] {
  const { value, measureUnit } = content;
  if (value === null || !content.inMeasure) return [];
  if (isOtherMeasure(content, promise)) return [{ check: 'other-measure', facts: { value, measureUnit, wants: promise.measureUnit } }];
  const found: Finding[] = [];
  if (!takesUnit(promise, measureUnit)) found.push({ check: 'other-unit', facts: { measureUnit, wants: promise.measureUnit } });
  if (promise.measure === 'ratio') return found;
  const reaches = content.valueKind === 'this-period' ? value + (before.done ?? 0) : value;
  const known = before.doneFrom === 'report' && before.done !== null && before.doneOn !== null ? before : null;
  if (known !== null && reaches < known.done!) {
    found.push({ check: 'falls', facts: { value: reaches, before: known.done, beforeOn: known.doneOn } });
  }
  // A second amount for the same day is asked about as such (same-day); one day says nothing of speed.
  const isSecond = content.valueKind === 'this-period' && content.asOf === known?.doneOn;
  if (
    known !== null &&
    !isSecond &&
    isJump(reaches, { done: known.done!, on: known.doneOn! }, { asOf: content.asOf, from: period.from, target: promise.target })
  ) {
    found.push({ check: 'jumps', facts: { value: reaches, before: known.done, beforeOn: known.doneOn } });
  }
  if (promise.target !== null && !isBounded(promise) && reaches > (promise.targetMax ?? promise.target)) {
    found.push({ check: 'beyond-target', facts: { value: reaches, target: promise.targetMax ?? promise.target } });
  }
  return found;
}

/** A rise of over a tenth of the target at more than three times the speed so far (来源: 自定). */
const JUMP = { share: 0.1, speeds: 3 } as const;

type Known = { readonly done: number; readonly on: CivilDate };

function isJump(
  reaches: number,
  known: Known,
  { asOf, from, target }: { asOf: CivilDate; from: CivilDate; target: number | null },
): boolean {
  const rise = reaches - known.done;
  const speed = known.done / Math.max(daysBetween(from, known.on) + 1, 1);
  const days = Math.max(daysBetween(known.on, asOf), 1);
  return known.done > 0 && target !== null && rise > JUMP.share * target && rise > JUMP.speeds * speed * days;
}

/** A bare percentage counts no villages, and a typed number is no step of a milestone set. */
export function isOtherMeasure({ value, measureUnit }: Pick<ReportContent, 'value' | 'measureUnit'>, promise: ProgrammePromise): boolean {
  if (value === null) return false;
  return promise.measure === 'milestone-set' || isPercent(measureUnit) !== isPercent(promise.measureUnit);
}

/** The promise's own unit, or one that its counting rule accepts one for one. */
export function takesUnit({ measureUnit, countingRule }: ProgrammePromise, given: string): boolean {
  return given === measureUnit || (countingRule?.accepts.some((it) => it.measureUnit === given) ?? false);
}

function dayFindings({ asOf, valueKind, value }: ReportContent, { newestOn, period, before }: SendingContext): Finding[] {
  const found: Finding[] = [];
  if (asOf < period.from) found.push({ check: 'before-period', facts: { asOf, from: period.from } });
  if (newestOn !== null && asOf < newestOn) found.push({ check: 'older-than-adopted', facts: { asOf, newestOn } });
  if (valueKind === 'this-period' && value !== null && before.doneOn === asOf) found.push({ check: 'same-day', facts: { asOf } });
  return found;
}

function otherFindings({ stage, evidence, asOf, behindReason }: ReportContent, context: SendingContext): Finding[] {
  const { stageLiesBeforeOutput, slackBehind, usedEvidence, behind } = context;
  const found: Finding[] = [];
  if (behind !== null && behindReason === null) found.push({ check: 'behind-unexplained', facts: { light: behind.light } });
  if (stage !== null && stageLiesBeforeOutput(stage) === null) found.push({ check: 'unknown-stage', facts: { stage } });
  const slack = stage === null ? null : slackBehind(stage, asOf);
  if (stage !== null && slack !== null && slack.slackDays < 0) {
    const { name, latestStart, slackDays } = slack;
    found.push({ check: 'stage-too-late', facts: { stage, name, latestStart, slackDays } });
  }
  const again = evidence.filter((it) => usedEvidence.has(it));
  if (again.length > 0) found.push({ check: 'same-photo', facts: { count: again.length, digest: again[0]! } });
  return found;
}

/** A given override that answers no finding is dropped, so that the record holds only what was really passed over. */
export function usedOverrides(content: ReportContent, context: SendingContext): readonly Override[] {
  const found = new Set(findingsOf(content, context).map((it) => it.check));
  return content.overrides.filter((it) => found.has(it.check));
}
