import { inverseIncompleteBeta } from './beta.ts';

/** 置信区间: from low to high, both included; `high` is null where nothing bounds it. */
export type Interval = { readonly low: number; readonly high: number | null; readonly level: number };

export const LEVEL = 0.95;

/** The exact interval of a share (Clopper and Pearson, Biometrika 1934). */
export function clopperPearson(count: number, base: number, level = LEVEL): { readonly low: number; readonly high: number } {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : inverseIncompleteBeta(tail, count, base - count + 1),
    high: count === base ? 1 : inverseIncompleteBeta(1 - tail, count + 1, base - count),
  };
}

/** A count over what it was exposed to: months, days, or households times months. */
export type Rate = { readonly count: number; readonly exposure: number };

export type RateRatio = Interval & {
  readonly ratio: number | null;
  /** The interval leaves out 1: a difference is shown. */
  readonly differs: boolean;
};

/**
 * 比率之比: of two counts, given their sum, the first is binomial (Przyborowski and Wilenski, Biometrika 1940), so its exact share gives the
 * exact interval of the ratio of the rates. Counts are of events that come one by one.
 */
export function rateRatio(a: Rate, b: Rate, level = LEVEL): RateRatio {
  const exposures = b.exposure / a.exposure;
  const { low, high } = a.count + b.count === 0 ? { low: 0, high: 1 } : clopperPearson(a.count, a.count + b.count, level);
  const odds = (share: number) => (share === 1 ? null : (share / (1 - share)) * exposures);
  const bounds = { low: odds(low) ?? 0, high: odds(high) };
  return {
    ratio: b.count === 0 ? null : (a.count / b.count) * exposures,
    ...bounds,
    level,
    differs: bounds.low > 1 || (bounds.high !== null && bounds.high < 1),
  };
}
