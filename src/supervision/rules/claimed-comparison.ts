import { type CivilDate, endOfMonth } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable, Comparison } from '#/kernel/comparison/figure.ts';
import { type Claim, claimOf } from './claim.ts';

export type UnlikeRefusal = { readonly kind: 'sentence-compares-unlike'; readonly comparison: Comparison };

/** 说法里的比较: what a sentence sets side by side, as two figures that know no more than the sentence says. */
export function claimedComparison(claim: Claim, year: number): Comparison | null {
  switch (claim.kind) {
    case 'comparison': {
      const last = endOfMonth(year, claim.fromMonth + claim.months - 1);
      const now = aCount({ from: firstOf(year, claim.fromMonth), to: last });
      return compare(now, aCount({ from: firstOf(year - 1, 1), to: endOfMonth(year - 1, 12) }), { change: claim.changePercent / 100 });
    }
    case 'shares':
      return compare(aShare(claim.after, claim.base), aShare(claim.before, null));
    default:
      return null;
  }
}

/** What a sentence compares although it must not; null where it compares nothing, or may. */
export function unlikeIn(text: string, year: number): Comparison | null {
  const claim = claimOf(text);
  const comparison = claim === null ? null : claimedComparison(claim, year);
  return comparison?.verdict === 'refused' ? comparison : null;
}

function firstOf(year: number, month: number): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-01` as CivilDate;
}

/** A sentence names no counting rule and no method; both sides are taken to be the same, so that only what it says speaks against it. */
const SAID = {
  indicator: '',
  measureUnit: '',
  definition: '',
  scope: '',
  method: '',
  isClosed: true,
  exposed: null,
  months: null,
} as const;

function aCount(period: Comparable['period']): Comparable {
  return { ...SAID, kind: 'count', period, count: null, base: null, printedPercent: null };
}

function aShare(printedPercent: string, base: number | null): Comparable {
  return { ...SAID, kind: 'share', period: null, count: null, base, printedPercent };
}
