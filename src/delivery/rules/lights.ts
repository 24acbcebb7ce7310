import { z } from 'zod';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Light, Pace, PromiseStanding, Reason } from './standing.ts';

/** 灯规: the thresholds of a district, versioned; a change is a new version and lights frozen before it stay as they were. */
export type LightSettings = {
  readonly version: number;
  readonly redGapPoints: number;
  readonly yellowGapPoints: number;
  readonly redTspi: number;
  readonly yellowTspi: number;
  readonly wholeUnitTarget: number;
  readonly staleAfterDays: number;
  readonly recentWeeks: number;
  readonly forecastPoints: number;
  readonly forecastShare: number;
  readonly forecastYellowDays: number;
  readonly gateYellowDays: number;
};

/** What a district may set; the version counts by itself. */
export const LightThresholds = z.object({
  redGapPoints: z.number().min(1).max(100),
  yellowGapPoints: z.number().min(0).max(100),
  redTspi: z.number().min(1).max(10),
  yellowTspi: z.number().min(1).max(10),
  wholeUnitTarget: z.number().int().min(1).max(1000),
  staleAfterDays: z.number().int().min(1).max(366),
  recentWeeks: z.number().int().min(1).max(52),
  forecastPoints: z.number().int().min(1).max(100),
  forecastShare: z.number().min(0).max(1),
  forecastYellowDays: z.number().int().min(0).max(366),
  gateYellowDays: z.number().int().min(0).max(366).default(10),
}) satisfies z.ZodType<Omit<LightSettings, 'version'>>;

/**
 * 10 and 30 points: README 来源 1 (进度低于序时 10 个、30 个百分点分别亮黄灯、红灯的通行做法). 1.10: Lipke (README 来源 2): above it, a plan is not
 * recovered without a change. The others are the project's own (来源: 自定): 1.30 as three times that excess; a whole unit for targets of five
 * or more; 35 days as one monthly report and some days; eight weeks, three points and a tenth of the period before a forecast is shown; ten
 * working days, two weeks, before a gate.
 */
export const DEFAULT_LIGHTS: LightSettings = {
  version: 0,
  redGapPoints: 30,
  yellowGapPoints: 10,
  redTspi: 1.3,
  yellowTspi: 1.1,
  wholeUnitTarget: 5,
  staleAfterDays: 35,
  recentWeeks: 8,
  forecastPoints: 3,
  forecastShare: 0.1,
  forecastYellowDays: 30,
  gateYellowDays: 10,
};

/** All that a 进度灯 looks at. */
export type LightFacts = {
  readonly promise: Pick<ProgrammePromise, 'measure' | 'direction' | 'bound' | 'target' | 'measureUnit'>;
  /** Steps of a milestone set stand approved. */
  readonly hasSteps: boolean;
  readonly done: number | null;
  readonly stage: string | null;
  readonly otherMeasure: { readonly value: number; readonly measureUnit: string } | null;
  readonly accepted: boolean;
  /** P(t); for ratios and where lower is better the bound in force, null while none is. */
  readonly expected: number | null;
  readonly pace: Pace | null;
  readonly asOf: CivilDate;
  readonly deadline: CivilDate;
};

export type LitUp = { readonly light: Light; readonly reasons: readonly Reason[] };

/** 进度灯: the first of these rules that speaks decides (delivery rules 3.2, in their order). */
export function lightOf(facts: LightFacts, settings: LightSettings = DEFAULT_LIGHTS): LitUp {
  const { promise, done, asOf, deadline } = facts;
  if (promise.measure === 'milestone-set' && !facts.hasSteps) return lit('grey', reason('no-approved-steps', { stage: facts.stage }));
  if (promise.measure !== 'milestone-set' && promise.target === null) return lit('grey', reason('no-target', {}));
  if (isMet(facts))
    return facts.accepted
      ? lit('closed', reason('target-met-accepted', { done }))
      : lit('green', reason('target-met-unverified', { done }));
  if (done === null) return lit('grey', noData(facts));
  if (asOf > deadline) return lit('red', reason('deadline-passed', { deadline, days: daysBetween(deadline, asOf) }));
  if (isBounded(promise)) return boundLight(facts, done, settings);
  if ((facts.expected ?? 0) === 0 && done === 0) return lit('white', reason('not-yet-due', { deadline }));
  return paceLight(facts, settings);
}

function lit(light: Light, ...reasons: readonly Reason[]): LitUp {
  return { light, reasons };
}

function reason(code: Reason['code'], facts: Reason['facts']): Reason {
  return { code, facts };
}

function noData({ otherMeasure, stage }: LightFacts): Reason {
  return otherMeasure === null
    ? reason('no-report', { stage })
    : reason('other-measure', { value: otherMeasure.value, measureUnit: otherMeasure.measureUnit });
}

/** 有界承诺: a ratio, a promise where lower is better, or one that says 至多: judged by its bound, not by what was earned so far. */
export function isBounded({ measure, direction, bound }: Pick<ProgrammePromise, 'measure' | 'direction' | 'bound'>): boolean {
  return measure === 'ratio' || isLowerBetter({ direction, bound });
}

export function isLowerBetter({ direction, bound }: Pick<ProgrammePromise, 'direction' | 'bound'>): boolean {
  return direction === 'lower' || bound === 'at_most';
}

/** A bound is met when it holds on the deadline or was accepted: a figure that stays low in March may still rise. */
function isMet({ promise, done, asOf, deadline, accepted }: LightFacts): boolean {
  if (done === null) return false;
  const target = promise.target ?? 100;
  if (!isBounded(promise)) return done >= target - tiny(target);
  if (asOf < deadline && !accepted) return false;
  return isLowerBetter(promise) ? done <= target : done >= target;
}

/** 达标待核验: green, with nothing left to forecast, until it is accepted. */
export function isMetUnverified({ reasons }: Pick<PromiseStanding, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'target-met-unverified');
}

/** Binary fractions of weights and shares must not cost anyone a light. */
function tiny(value: number): number {
  return Math.abs(value) * 1e-9;
}

/** Keeping the bound in force is green; missing it is yellow, and red by more than the red gap (in points of a percentage, else of the bound). */
function boundLight({ promise, expected, stage }: LightFacts, done: number, settings: LightSettings): LitUp {
  if (expected === null) return lit('white', reason('not-yet-due', { stage }));
  const short = isLowerBetter(promise) ? done - expected : expected - done;
  if (short <= tiny(expected)) return lit('green', reason('bound-kept', { done, bound: expected }));
  const isShare = promise.measureUnit === '%' || promise.measureUnit === '％';
  const shortPoints = isShare || expected === 0 ? short : (short / Math.abs(expected)) * 100;
  const light = shortPoints > settings.redGapPoints ? 'red' : 'yellow';
  return lit(light, reason('bound-missed', { done, bound: expected, shortPoints }));
}

function paceLight(facts: LightFacts, settings: LightSettings): LitUp {
  const { pace } = facts;
  if (pace === null) return lit('green', reason('on-plan', { gapPoints: 0 }));
  if (isUnderOneUnit(facts, pace, settings)) return lit('green', reason('under-one-unit', { short: pace.expected - pace.done }));
  const red = exceeding(pace, settings.redGapPoints, settings.redTspi, 'red');
  if (red.length > 0) return lit('red', ...red);
  const yellow = exceeding(pace, settings.yellowGapPoints, settings.yellowTspi, 'yellow');
  return yellow.length > 0 ? lit('yellow', ...yellow) : lit('green', reason('on-plan', { gapPoints: pace.gapPoints }));
}

/** Red needs more than 30 points, yellow 10 or more; both speeds must be exceeded. */
function exceeding({ gapPoints, tspi }: Pace, points: number, speed: number, light: 'red' | 'yellow'): readonly Reason[] {
  const reasons: Reason[] = [];
  const behind = -gapPoints - points;
  if (light === 'red' ? behind > 1e-9 : behind > -1e-9) reasons.push(reason('gap', { gapPoints, threshold: -points }));
  if (tspi !== null && tspi > speed + 1e-9) reasons.push(reason('speed-needed', { tspi, threshold: speed }));
  return reasons;
}

/** Units that can be cut at will; what is not among them comes in ones. */
const DIVISIBLE = /[万亿米里亩吨升斤克%％]|(?<!单)元|平方|立方|公顷|千瓦|兆瓦|小时|天|百分点|^(?:km|m|m2|m²|t|kg|MW|kW|ha)$/i;

/** 不足一个: half a show behind is not behind, for things and events that come in ones, from five on, before the deadline. */
function isUnderOneUnit({ promise, asOf, deadline }: LightFacts, pace: Pace, settings: LightSettings): boolean {
  if (promise.measure !== 'cumulative' && promise.measure !== 'stock') return false;
  if (DIVISIBLE.test(promise.measureUnit) || (promise.target ?? 0) < settings.wholeUnitTarget || asOf >= deadline) return false;
  const short = pace.expected - pace.done;
  return short > 0 && short < 1;
}

/** 最差在前: the order in which lights are listed, and by which a row takes its light. */
export const WORST_FIRST: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'white', 'closed'];

export function worstOf(lights: readonly Light[]): Light {
  return WORST_FIRST.find((light) => lights.includes(light)) ?? 'grey';
}

/** 预测灯: the forecast finish against the deadline; grey while the arithmetic rests on too little. */
export function forecastLight(pace: Pace | null, deadline: CivilDate, settings: LightSettings = DEFAULT_LIGHTS): Light {
  if (pace === null || pace.forecastOn === null || forecastCaution(pace, settings) !== null) return 'grey';
  const daysOver = daysBetween(deadline, pace.forecastOn);
  if (daysOver <= 0) return 'green';
  return daysOver <= settings.forecastYellowDays ? 'yellow' : 'red';
}

/** 尚无法预测 (too-early) or 单点推算 (few-points): how the screen must qualify a forecast. */
export function forecastCaution(pace: Pace, settings: LightSettings = DEFAULT_LIGHTS): 'too-early' | 'few-points' | null {
  if (pace.done <= 0 || pace.elapsedDays < settings.forecastShare * pace.plannedDays) return 'too-early';
  return pace.reportPoints < settings.forecastPoints ? 'few-points' : null;
}
