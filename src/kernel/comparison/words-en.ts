import { number, percent, round } from '../format.ts';
import type { Comparison, Offer, Reason, Side } from './figure.ts';
import { likeMonthsText, periodWords, signed } from './period-words.ts';
import type { Period, Span } from './span.ts';

const SIDES: Readonly<Record<Side, string>> = { a: 'the newer figure', b: 'the older figure' };

const span = ({ unit, length }: Span) => `${length} ${unit}${length === 1 ? '' : 's'}`;
const when = (period: Period) => periodWords(period, 'en');
const interval = (low: string, high: string | null) => (high === null ? `${low} or more` : `${low} to ${high}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const verdictsEn = { comparable: 'comparable', caution: 'with care', refused: 'not comparable' } as const;

/** Sources by their code; whoever typed a method typed its words. */
const METHODS: Readonly<Record<string, string>> = {
  reports: 'reported by units',
  sites: 'worked out from sites',
  records: 'counted from records',
};
const method = (it: string) => METHODS[it] ?? it;

export function reasonEn(reason: Reason): string {
  switch (reason.code) {
    case 'other-indicator':
      return `Not the same thing is counted: "${reason.a}" and "${reason.b}"`;
    case 'other-unit':
      return `The units differ: "${reason.a}" and "${reason.b}"`;
    case 'count-against-share':
      return 'One is a count, the other a share';
    case 'other-scope':
      return `The scopes differ: "${reason.a}" and "${reason.b}"`;
    case 'other-definition':
      return `The counting rule changed: version ${reason.a} and version ${reason.b}`;
    case 'other-method':
      return `The methods differ: "${method(reason.a)}" and "${method(reason.b)}"`;
    case 'period-unknown':
      return `Nobody said from which day to which day ${SIDES[reason.side]} counts`;
    case 'other-length':
      return `The periods differ in length: ${span(reason.a)} against ${span(reason.b)}`;
    case 'overlapping':
      return 'The periods overlap: the same thing would be counted twice';
    case 'other-months':
      return `Not the same months: ${when(reason.a)} and ${when(reason.b)}; the season cannot be told apart`;
    case 'not-closed':
      return `The period of ${SIDES[reason.side]} has not ended: late figures may still come`;
    case 'base-unknown':
      return `${capital(SIDES[reason.side])} is a bare percentage: of how many was not said`;
    case 'share-impossible':
      return `${reason.printed} % cannot be a share of ${number(reason.base)}: the nearest is ${reason.nearest.count}/${reason.nearest.base}, ${percent(reason.nearest.count / reason.nearest.base, 2)}`;
    case 'definition-unknown':
      return 'One side does not say what counts as one';
    case 'method-unknown':
      return 'One side does not say how it was counted';
  }
}

export function offerEn(offer: Offer, { a, b }: Pick<Comparison, 'a' | 'b'>): string {
  const unit = ` ${a.measureUnit}`;
  switch (offer.code) {
    case 'change':
      return `${named(a.period)}${number(offer.a)}${unit}; ${named(b.period)}${number(offer.b)}${unit}${offer.percent === null ? '' : `; ${signed(offer.percent, 1)} %`}`;
    case 'null-of-lengths':
      return `With nothing changed at all, ${span(offer.a)} against ${span(offer.b)} read ${signed(offer.percent, 1)} %`;
    case 'per-span':
      return `Per ${offer.unit}: ${offer.a === null || offer.b === null ? '' : `${number(offer.a)} against ${number(offer.b)}${unit}, `}${offer.percent === null ? 'no change can be worked out from zero' : `${signed(offer.percent)} %`}; not a comparison with the same months`;
    case 'rate-ratio':
      return `${offer.ratio === null ? 'No ratio to zero' : `Ratio of the rates ${offer.ratio.toFixed(2)}`}, exact ${percent(offer.level, 0)} interval ${interval(offer.low.toFixed(2), offer.high?.toFixed(2) ?? null)}: ${offer.differs ? 'a difference is shown' : 'too few to show a difference'}`;
    case 'same-months':
      return `The same months (${likeMonthsText(offer.months, 'en')}): ${number(offer.a)} against ${number(offer.b)}${unit}${offer.percent === null ? '' : `, ${signed(offer.percent, 1)} %`}`;
    case 'depends-on-share':
      return `How much it changed depends on how much of the year fell into these months: ${offer.rows.map((it) => `${percent(it.share, 0)} gives ${signed(it.percent)} %`).join(', ')}; with ${percent(offer.unchangedShare, 0)} nothing changed`;
    case 'share-of':
      return `${capital(SIDES[offer.side])}: ${offer.count}/${offer.base}, ${percent(offer.count / offer.base, 1)} (exact ${percent(offer.level, 0)} interval ${interval(percent(offer.low), offer.high === null ? null : percent(offer.high))})`;
    case 'points':
      return `They are ${round(offer.points, 1).toFixed(1)} percentage points apart`;
    case 'smallest-base':
      return `The smallest base that gives ${offer.printed} % is ${offer.smallest.base} (${offer.smallest.count}/${offer.smallest.base})`;
    case 'needs-months':
      return `For the same months, give the monthly counts of ${SIDES[offer.side]}: ${likeMonthsText(offer.months, 'en')}`;
    case 'needs-base':
      return `Give numerator and denominator of ${SIDES[offer.side]}`;
    case 'each-alone':
      return 'Each figure can only be said by itself, not against the other';
  }
}

function named(period: Period | null): string {
  return period === null ? '' : `${when(period)}: `;
}
