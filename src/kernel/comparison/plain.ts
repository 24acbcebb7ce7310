import { type Locale, number } from '../format.ts';
import type { Comparison, Offer } from './figure.ts';
import { offerSentence, reasonSentence, verdictWords } from './words.ts';

const zh = {
  more: (by: string, unit: string) => `多 ${by} ${unit}`,
  fewer: (by: string, unit: string) => `少 ${by} ${unit}`,
  same: '一样多',
  notShown: '，说不上有差别',
  isShown: '，确有差别',
  otherwise: { more: '；按天数折算是多了', fewer: '；按天数折算是少了' },
  refused: '这两个数不能放在一起比',
  because: (why: string) => `（${why}）`,
  judged: (verdict: string, why: string) => `${verdict}${why && `（${why}）`}。`,
  and: '；',
  stop: '。',
};

const en: typeof zh = {
  more: (by, unit) => `${by} ${unit} more`,
  fewer: (by, unit) => `${by} ${unit} fewer`,
  same: 'As many as before',
  notShown: '; not shown to differ',
  isShown: '; a difference is shown',
  otherwise: { more: '; by the day it is more', fewer: '; by the day it is fewer' },
  refused: 'The two figures cannot be compared',
  because: (why) => ` (${why})`,
  judged: (verdict, why) => `${verdict}${why && ` (${why})`}. `,
  and: '; ',
  stop: '. ',
};

const plainWords: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

/** 给群众看的比较: what it comes to in one sentence, the two figures, and after them all that they can bear. */
export type PlainComparison = { readonly sentence: string; readonly figures: string; readonly verdict: string; readonly rest: string };

export function plainComparison(comparison: Comparison, locale: Locale): PlainComparison {
  const words = plainWords[locale];
  const { offers, reasons, verdict } = comparison;
  const why = reasons.map((it) => reasonSentence(it, locale)).join(words.and);
  const change = offers.find((it): it is Extract<Offer, { code: 'change' }> => it.code === 'change');
  const said = (its: readonly Offer[]) =>
    its
      .map((it) => `${offerSentence(it, comparison, locale)}${words.stop}`)
      .join('')
      .trim();
  if (verdict === 'refused' || change === undefined)
    return { sentence: `${words.refused}${why && words.because(why)}${words.stop}`.trim(), figures: '', verdict: '', rest: said(offers) };
  return {
    sentence: `${differenceText(comparison, change, locale)}${words.stop}`.trim(),
    figures: said([change]),
    verdict: words.judged(verdictWords[locale][verdict], why).trim(),
    rest: said(offers.filter((it) => it !== change)),
  };
}

/** A May has a day more than an April: where the days say another thing than the counts, that is said with it. */
function differenceText({ a, offers }: Comparison, { a: now, b: before }: Extract<Offer, { code: 'change' }>, locale: Locale): string {
  const words = plainWords[locale];
  const by = number(Math.abs(now - before));
  const counted = now === before ? words.same : (now > before ? words.more : words.fewer)(by, a.measureUnit);
  const rate = offers.find((it) => it.code === 'rate-ratio');
  if (rate?.code !== 'rate-ratio') return counted;
  if (!rate.differs) return now === before ? counted : `${counted}${words.notShown}`;
  const isMore = rate.ratio === null || rate.ratio > 1;
  return isMore === now > before && now !== before
    ? `${counted}${words.isShown}`
    : `${counted}${words.otherwise[isMore ? 'more' : 'fewer']}`;
}
