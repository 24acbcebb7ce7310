import type { Interval, RateRatio } from './exact.ts';
import type { Period, Span } from './span.ts';

/** 比较的一方: one figure, with all that decides whether it may stand beside another. */
export type Comparable = {
  /** What is counted, by its own name. */
  readonly indicator: string;
  readonly measureUnit: string;
  /** 口径: the version of the counting rule; null where nobody said. */
  readonly definition: string | null;
  /** 范围: which places, which categories, which channels. */
  readonly scope: string;
  /** 取数方法: by telephone, by visit, by counting records; null where nobody said. */
  readonly method: string | null;
  /** A number of things in a period, or a share of a base. */
  readonly kind: 'count' | 'share';
  readonly period: Period | null;
  /** Late figures have arrived. */
  readonly isClosed: boolean;
  readonly count: number | null;
  /** The base of a share. */
  readonly base: number | null;
  /** What was printed where count and base are not given: `92.22`. */
  readonly printedPercent: string | null;
  /** 户数、人数: how many could have counted, where that differs. */
  readonly exposed: number | null;
  /** By `YYYY-MM`, where they are known. */
  readonly months: Readonly<Record<string, number>> | null;
};

export type Side = 'a' | 'b';

/** Why two figures must not be set against each other; `caution` ones only have to be said with it. */
export type Reason =
  | { readonly code: 'other-indicator'; readonly a: string; readonly b: string }
  | { readonly code: 'other-unit'; readonly a: string; readonly b: string }
  | { readonly code: 'count-against-share' }
  | { readonly code: 'other-scope'; readonly a: string; readonly b: string }
  | { readonly code: 'other-definition'; readonly a: string; readonly b: string }
  | { readonly code: 'other-method'; readonly a: string; readonly b: string }
  | { readonly code: 'period-unknown'; readonly side: Side }
  | { readonly code: 'other-length'; readonly a: Span; readonly b: Span }
  | { readonly code: 'overlapping' }
  | { readonly code: 'other-months'; readonly a: Period; readonly b: Period }
  | { readonly code: 'not-closed'; readonly side: Side }
  | { readonly code: 'base-unknown'; readonly side: Side }
  | { readonly code: 'share-impossible'; readonly side: Side; readonly printed: string; readonly base: number; readonly nearest: ShareOf }
  | { readonly code: 'definition-unknown' }
  | { readonly code: 'method-unknown' };

export type ShareOf = { readonly count: number; readonly base: number };

/** 可以说的: what holds all the same. Percentages are unrounded. */
export type Offer =
  | { readonly code: 'change'; readonly a: number; readonly b: number; readonly percent: number | null }
  | { readonly code: 'null-of-lengths'; readonly a: Span; readonly b: Span; readonly percent: number }
  | {
      readonly code: 'per-span';
      readonly unit: Span['unit'];
      readonly a: number | null;
      readonly b: number | null;
      readonly percent: number | null;
    }
  | ({ readonly code: 'rate-ratio' } & RateRatio)
  | {
      readonly code: 'same-months';
      readonly a: number;
      readonly b: number;
      readonly percent: number | null;
      readonly months: readonly string[];
    }
  | { readonly code: 'depends-on-share'; readonly rows: readonly ShareRow[]; readonly unchangedShare: number; readonly evenShare: number }
  | ({ readonly code: 'share-of'; readonly side: Side } & ShareOf & Interval)
  | { readonly code: 'points'; readonly points: number }
  | { readonly code: 'smallest-base'; readonly side: Side; readonly printed: string; readonly smallest: ShareOf }
  | { readonly code: 'needs-months'; readonly side: Side; readonly months: readonly string[] }
  | { readonly code: 'needs-base'; readonly side: Side }
  | { readonly code: 'each-alone' };

/** What a change would be, were this share of the longer period's count within the months of the shorter. */
export type ShareRow = { readonly share: number; readonly percent: number };

/** 结论: 可比 · 慎比（可以说，但要带上说明） · 不可比. */
export type Verdict = 'comparable' | 'caution' | 'refused';

/** 比较: two figures, whether they may be set against each other, why not, and what can be said. */
export type Comparison = {
  readonly a: Comparable;
  readonly b: Comparable;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly offers: readonly Offer[];
};
