import type { Locale } from '../format.ts';
import type { Comparison, Offer, Reason, Verdict } from './figure.ts';
import { offerEn, reasonEn, verdictsEn } from './words-en.ts';
import { offerZh, reasonZh, verdictsZh } from './words-zh.ts';

export const verdictWords: Readonly<Record<Locale, Readonly<Record<Verdict, string>>>> = { 'zh-CN': verdictsZh, en: verdictsEn };

export function reasonSentence(reason: Reason, locale: Locale = 'zh-CN'): string {
  return locale === 'zh-CN' ? reasonZh(reason) : reasonEn(reason);
}

export function offerSentence(offer: Offer, comparison: Pick<Comparison, 'a' | 'b'>, locale: Locale = 'zh-CN'): string {
  return locale === 'zh-CN' ? offerZh(offer, comparison) : offerEn(offer, comparison);
}

/** One paragraph for paper: the verdict with its reasons, then what can be said. */
export function comparisonText(comparison: Comparison, locale: Locale = 'zh-CN'): string {
  const reasons = comparison.reasons.map((it) => reasonSentence(it, locale));
  const offers = comparison.offers.map((it) => offerSentence(it, comparison, locale));
  const verdict = verdictWords[locale][comparison.verdict];
  if (locale === 'en')
    return `${verdict}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}. ${offers.map((it) => `${it}.`).join(' ')}`.trim();
  return `${verdict}${reasons.length === 0 ? '' : `（${reasons.join('；')}）`}。${offers.map((it) => `${it}。`).join('')}`;
}
