import type { Comparable, Reason, Side } from './figure.ts';
import { isShareOf, nearestShare } from './shares.ts';
import { commonSpans, isCut, isSameLength, isSameSeason, likeMonths, monthsOf, overlaps, type Period, spanOf } from './span.ts';

/** What says only that care is needed: the figures may stand together with this beside them. */
const CAUTIONS: readonly Reason['code'][] = ['other-months', 'definition-unknown', 'method-unknown'];

/** What leaves the two nothing in common: not even a rate can be set against the other. */
const NOTHING_COMMON: readonly Reason['code'][] = [
  'other-indicator',
  'other-unit',
  'count-against-share',
  'other-scope',
  'other-definition',
  'other-method',
  'period-unknown',
  'share-impossible',
  'base-unknown',
];

export function isCaution(reason: Reason, a: Comparable, b: Comparable): boolean {
  return CAUTIONS.includes(reason.code) && !(reason.code === 'other-months' && knownLikeMonths(a, b) !== null);
}

export function hasNothingInCommon(reasons: readonly Reason[]): boolean {
  return reasons.some((it) => NOTHING_COMMON.includes(it.code));
}

/** Every reason, not only the first: who mends one should know of the next. */
export function reasonsAgainst(a: Comparable, b: Comparable): readonly Reason[] {
  return [
    ...unlikeThings(a, b),
    ...(a.kind === 'count' && b.kind === 'count' ? unlikePeriods(a, b) : []),
    ...shareFaults(a, b),
    ...open(a, b),
    ...unsaid(a, b),
  ];
}

function unlikeThings(a: Comparable, b: Comparable): readonly Reason[] {
  const reasons: Reason[] = [];
  if (a.indicator !== b.indicator) reasons.push({ code: 'other-indicator', a: a.indicator, b: b.indicator });
  if (a.kind !== b.kind) reasons.push({ code: 'count-against-share' });
  else if (a.measureUnit !== b.measureUnit) reasons.push({ code: 'other-unit', a: a.measureUnit, b: b.measureUnit });
  if (a.scope !== b.scope) reasons.push({ code: 'other-scope', a: a.scope, b: b.scope });
  if (a.definition !== null && b.definition !== null && a.definition !== b.definition)
    reasons.push({ code: 'other-definition', a: a.definition, b: b.definition });
  if (a.method !== null && b.method !== null && a.method !== b.method) reasons.push({ code: 'other-method', a: a.method, b: b.method });
  return reasons;
}

function unlikePeriods(a: Comparable, b: Comparable): readonly Reason[] {
  if (a.period === null || b.period === null)
    return sides(a, b, (it) => it.period === null).map((side) => ({ code: 'period-unknown', side }));
  const reasons: Reason[] = [];
  if (overlaps(a.period, b.period)) reasons.push({ code: 'overlapping' });
  if (!isSameLength(a.period, b.period)) reasons.push({ code: 'other-length', a: spanOf(a.period), b: spanOf(b.period) });
  else if (!isSameSeason(a.period, b.period)) reasons.push({ code: 'other-months', a: a.period, b: b.period });
  return reasons;
}

function shareFaults(a: Comparable, b: Comparable): readonly Reason[] {
  const of = (figure: Comparable, side: Side): readonly Reason[] => {
    if (figure.kind !== 'share') return [];
    if (figure.base === null) return [{ code: 'base-unknown', side }];
    if (figure.printedPercent === null || isShareOf(figure.printedPercent, figure.base)) return [];
    const { printedPercent: printed, base } = figure;
    return [{ code: 'share-impossible', side, printed, base, nearest: nearestShare(printed, base) }];
  };
  return [...of(a, 'a'), ...of(b, 'b')];
}

function open(a: Comparable, b: Comparable): readonly Reason[] {
  return sides(a, b, (it) => !it.isClosed).map((side) => ({ code: 'not-closed', side }));
}

function unsaid(a: Comparable, b: Comparable): readonly Reason[] {
  return [
    ...(a.definition === null || b.definition === null ? [{ code: 'definition-unknown' } as const] : []),
    ...(a.method === null || b.method === null ? [{ code: 'method-unknown' } as const] : []),
  ];
}

function sides(a: Comparable, b: Comparable, test: (it: Comparable) => boolean): readonly Side[] {
  return [...(test(a) ? (['a'] as const) : []), ...(test(b) ? (['b'] as const) : [])];
}

/** 同月份的数: the two over the same months, each of its own year. */
export type Alike = { readonly a: Comparable; readonly b: Comparable; readonly months: readonly string[] };

/** The longer of the two, or either where they are equally long, cut to the months of the other; null where its months are not all known. */
export function knownLikeMonths(a: Comparable, b: Comparable): Alike | null {
  if (a.period === null || b.period === null) return null;
  const spans = commonSpans(a.period, b.period);
  const ofB = spans.a <= spans.b ? cutTo(a.period, b) : null;
  if (ofB !== null) return { a, b: ofB.figure, months: ofB.months };
  const ofA = spans.a >= spans.b ? cutTo(b.period, a) : null;
  return ofA === null ? null : { a: ofA.figure, b, months: ofA.months };
}

/** What a figure counted in the months of `period`, of its own year. */
function cutTo(period: Period, figure: Comparable): { readonly figure: Comparable; readonly months: readonly string[] } | null {
  if (figure.period === null || figure.months === null || spanOf(period).unit !== 'month') return null;
  const months = likeMonths(period, figure.period);
  if (months.join() === monthsOf(period).join() || months.some((it) => isCut(it, figure.period!))) return null;
  const counts = months.map((month) => figure.months![month]);
  if (counts.includes(undefined)) return null;
  return { figure: { ...figure, period, count: counts.reduce<number>((sum, it) => sum + it!, 0) }, months };
}
