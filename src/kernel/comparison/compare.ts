import type { Comparable, Comparison, Offer, Reason, Verdict } from './figure.ts';
import { countOffers, shareOffers, sideOffers } from './offers.ts';
import { hasNothingInCommon, isCaution, reasonsAgainst } from './reasons.ts';

/** What was printed where the counts themselves were not: −0.85 for 下降85%. */
export type Claimed = { readonly change: number };

/**
 * Sets two figures against each other, `a` the newer. Whoever prints two figures side by side prints this with them: it refuses unlike
 * periods, scopes, definitions and methods, says why, and says what holds all the same.
 */
export function compare(a: Comparable, b: Comparable, claimed: Claimed | null = null): Comparison {
  const all = reasonsAgainst(a, b);
  const hard = all.filter((it) => !isCaution(it, a, b));
  // Whoever reads only the first reads what refuses, not what asks for care.
  const reasons = [...hard, ...all.filter((it) => !hard.includes(it))];
  const verdict: Verdict = hard.length > 0 ? 'refused' : reasons.length > 0 ? 'caution' : 'comparable';
  return { a, b, verdict, reasons, offers: offersOf({ a, b }, { reasons, verdict, claimed: claimed?.change ?? null }) };
}

type Judged = { readonly reasons: readonly Reason[]; readonly verdict: Verdict; readonly claimed: number | null };

function offersOf({ a, b }: { readonly a: Comparable; readonly b: Comparable }, { reasons, verdict, claimed }: Judged): readonly Offer[] {
  if (hasNothingInCommon(reasons)) return [{ code: 'each-alone' }, ...sideOffers(a, 'a'), ...sideOffers(b, 'b')];
  return a.kind === 'share' ? shareOffers({ a, b }, verdict === 'refused') : countOffers({ a, b }, reasons, claimed);
}
