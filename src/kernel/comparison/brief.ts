import type { Locale } from '../format.ts';
import { compare } from './compare.ts';
import type { Comparable } from './figure.ts';
import { offerSentence, reasonSentence, verdictWords } from './words.ts';

/** Beside a change that the numbers are too small to show. */
const NOT_SHOWN: Readonly<Record<Locale, string>> = { 'zh-CN': '，说不上有差别', en: '; not shown to differ' };

/** 一句话的比较, for the line of a board or a page: the verdict with its first reason, and the one thing that can be said. */
export function briefText({ newer, older }: { readonly newer: Comparable; readonly older: Comparable }, locale: Locale): string {
  const comparison = compare(newer, older);
  const { verdict, reasons, offers } = comparison;
  const offer = offers.find(({ code }) => code === 'per-span') ?? offers.find(({ code }) => code === 'change') ?? offers[0];
  const ratio = offers.find(({ code }) => code === 'rate-ratio');
  const isShown = ratio?.code !== 'rate-ratio' || ratio.differs;
  const said = offer === undefined ? '' : `${offerSentence(offer, comparison, locale)}${isShown ? '' : NOT_SHOWN[locale]}`;
  const why = reasons[0] === undefined ? '' : reasonSentence(reasons[0], locale);
  const judged = verdictWords[locale][verdict];
  return locale === 'en' ? `${judged}${why && ` (${why})`}: ${said}` : `${judged}${why && `（${why}）`}：${said}`;
}
