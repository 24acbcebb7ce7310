import { clopperPearson, LEVEL, rateRatio } from './exact.ts';
import type { Comparable, Offer, Reason, ShareOf, Side } from './figure.ts';
import { type Alike, knownLikeMonths } from './reasons.ts';
import { nearestShare, smallestBase } from './shares.ts';
import { commonSpans, daysOf, isSameSeason, likeMonths, type Period, spanOf } from './span.ts';

/** Shares of a year's count that could lie within the months of the shorter period: from most of it to little. */
const POSSIBLE_SHARES = [0.6, 0.5, 0.3, 0.2, 0.1] as const;

type Pair = { readonly a: Comparable; readonly b: Comparable };

export function change(a: number, b: number): number | null {
  return b === 0 ? null : (a / b - 1) * 100;
}

/** What may be said of two counts whose things are the same. `claimed`: the change that was printed, where the counts were not. */
export function countOffers({ a, b }: Pair, reasons: readonly Reason[], claimed: number | null): readonly Offer[] {
  const isUnlike = reasons.some((it) => it.code === 'other-length');
  // Of what still comes in, no change and no rate is known yet.
  if (reasons.some((it) => it.code === 'not-closed')) return [...(isUnlike ? [nullOfLengths({ a, b })] : []), { code: 'each-alone' }];
  const ratio = a.count !== null && b.count !== null ? (b.count === 0 ? null : a.count / b.count) : claimed === null ? null : 1 + claimed;
  const alike = knownLikeMonths(a, b);
  return [
    ...(isUnlike ? [] : [...plainChange({ a, b }), ...perDay({ a, b })]),
    ...(alike === null ? [] : sameMonths(alike)),
    ...(isUnlike ? unequalOffers({ a, b }, ratio, alike !== null) : []),
    ...ratioOffer(alike ?? { a, b }, reasons),
  ];
}

function sameMonths({ a, b, months }: Alike): readonly Offer[] {
  return a.count === null || b.count === null
    ? []
    : [{ code: 'same-months', a: a.count, b: b.count, percent: change(a.count, b.count), months }];
}

function plainChange({ a, b }: Pair): readonly Offer[] {
  return a.count === null || b.count === null ? [] : [{ code: 'change', a: a.count, b: b.count, percent: change(a.count, b.count) }];
}

/** A May has a day more than an April: what is alike by the day reads as a rise by the month. */
function perDay({ a, b }: Pair): readonly Offer[] {
  if (a.count === null || b.count === null) return [];
  const [days, daysBefore] = [daysOf(a.period!), daysOf(b.period!)];
  if (days === daysBefore || isSameSeason(a.period!, b.period!)) return [];
  const [now, before] = [a.count / days, b.count / daysBefore];
  return [{ code: 'per-span', unit: 'day', a: now, b: before, percent: change(now, before) }];
}

function nullOfLengths({ a, b }: Pair): Offer {
  const spans = commonSpans(a.period!, b.period!);
  return { code: 'null-of-lengths', a: spanOf(a.period!), b: spanOf(b.period!), percent: (spans.a / spans.b - 1) * 100 };
}

function unequalOffers({ a, b }: Pair, ratio: number | null, isLikeKnown: boolean): readonly Offer[] {
  const spans = commonSpans(a.period!, b.period!);
  const perSpan = (count: number | null, length: number) => (count === null ? null : count / length);
  const [perA, perB] = [perSpan(a.count, spans.a), perSpan(b.count, spans.b)];
  const percent = ratio === null ? null : ((ratio * spans.b) / spans.a - 1) * 100;
  const isKnown = ratio !== null || (perA !== null && perB !== null);
  return [
    nullOfLengths({ a, b }),
    ...(isKnown ? [{ code: 'per-span', unit: spans.unit, a: perA, b: perB, percent } as const] : []),
    ...(isLikeKnown || ratio === null || spans.unit !== 'month' || spans.a >= spans.b ? [] : [dependsOnShare(ratio, spans.a / spans.b)]),
    ...(isLikeKnown || spans.unit !== 'month' ? [] : [needsMonths({ a, b }, spans.a < spans.b ? 'b' : 'a')]),
  ];
}

/** Whether little or much of the longer period lay within those months decides what the change was. */
function dependsOnShare(ratio: number, evenShare: number): Offer {
  const shares = [...POSSIBLE_SHARES, evenShare].sort((x, y) => y - x);
  const rows = shares.map((share) => ({ share, percent: (ratio / share - 1) * 100 }));
  return { code: 'depends-on-share', rows, unchangedShare: ratio, evenShare };
}

function needsMonths({ a, b }: Pair, side: Side): Offer {
  const [longer, shorter] = side === 'b' ? [b, a] : [a, b];
  return { code: 'needs-months', side, months: likeMonths(shorter.period!, longer.period!) };
}

/** Parts of one whole are not two counts. */
function ratioOffer({ a, b }: Pair, reasons: readonly Reason[]): readonly Offer[] {
  if (a.count === null || b.count === null || a.count + b.count === 0 || reasons.some((it) => it.code === 'overlapping')) return [];
  const spans = exposedSpans(a.period!, b.period!);
  const isExposed = a.exposed !== null && b.exposed !== null;
  const exposure = (length: number, exposed: number | null) => length * (isExposed ? exposed! : 1);
  const ratio = rateRatio(
    { count: a.count, exposure: exposure(spans.a, a.exposed) },
    { count: b.count, exposure: exposure(spans.b, b.exposed) },
  );
  return [{ code: 'rate-ratio', ...ratio }];
}

/** Five months against twelve are as 5 to 12; a May against an April as 31 to 30; the same season of two years is alike. */
function exposedSpans(a: Period, b: Period): { readonly a: number; readonly b: number } {
  if (isSameSeason(a, b)) return { a: 1, b: 1 };
  const spans = commonSpans(a, b);
  return spans.a === spans.b ? { a: daysOf(a), b: daysOf(b) } : spans;
}

/** What may be said of two shares: each with its exact interval; their distance only where nothing speaks against it. */
export function shareOffers({ a, b }: Pair, isRefused: boolean): readonly Offer[] {
  const [left, right] = [knownShare(a), knownShare(b)];
  return [
    ...(left === null || right === null || isRefused
      ? []
      : [{ code: 'points', points: (left.count / left.base - right.count / right.base) * 100 } as const]),
    ...sideOffers(a, 'a'),
    ...sideOffers(b, 'b'),
  ];
}

/** Count and base as given, or as the printed percentage and the base leave no choice. */
function knownShare(figure: Comparable): ShareOf | null {
  if (figure.base === null || figure.base === 0) return null;
  if (figure.count !== null) return { count: figure.count, base: figure.base };
  return figure.printedPercent === null ? null : nearestShare(figure.printedPercent, figure.base);
}

export function sideOffers(figure: Comparable, side: Side): readonly Offer[] {
  if (figure.kind !== 'share') return [];
  const known = knownShare(figure);
  const isPrinted = figure.printedPercent !== null && figure.count === null;
  const smallest = isPrinted ? smallestBase(figure.printedPercent) : null;
  const isPossible = known !== null && (smallest === null || known.base >= smallest.base);
  return [
    ...(isPossible && known !== null
      ? [{ code: 'share-of', side, ...known, ...clopperPearson(known.count, known.base), level: LEVEL } as const]
      : []),
    ...(smallest !== null && (known === null || known.base < smallest.base)
      ? [{ code: 'smallest-base', side, printed: figure.printedPercent!, smallest } as const]
      : []),
    ...(figure.base === null ? [{ code: 'needs-base', side } as const] : []),
  ];
}
