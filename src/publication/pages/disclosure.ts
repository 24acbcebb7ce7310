import { type Locale, longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import type { Validity } from '../rules/disclosure.ts';
import type { Edition } from '../rules/edition.ts';
import { official } from './promise.ts';
import { pageWords } from './words.ts';

/** A published edition with all that its pages need beside it. */
export type PublishedEdition = {
  readonly edition: Edition;
  readonly figureIds: ReadonlyMap<string, string>;
  /** The number of the edition in force. */
  readonly currentNumber: number;
  /** Pictures of it that are shown no more, by digest. */
  readonly hidden: ReadonlySet<string>;
  readonly correctedBy: { readonly number: number; readonly reason: string } | null;
};

export function validityOf({ edition, currentNumber, correctedBy }: PublishedEdition): Validity {
  if (correctedBy !== null) return 'corrected';
  return edition.number === currentNumber ? 'in-force' : 'replaced';
}

/** 核对用的编码: what somebody quotes or checks by, with what it is for. */
const codeWords = {
  'zh-CN': {
    title: '核对用',
    figure: '数字编号（询问或引用这个数字时报这个编号）',
    evidence: '佐证材料指纹（佐证材料不变，指纹就不变）',
    content: '内容指纹（同一版内容不变，指纹就不变）',
  },
  en: {
    title: 'To check by',
    figure: 'Number of this figure (quote it when you ask about the figure)',
    evidence: 'Fingerprint of the evidence (the same while the evidence is)',
    content: 'Fingerprint of the content (the same while the edition is)',
  },
} as const;
type Code = readonly [of: 'figure' | 'evidence' | 'content', code: string];

/** 信息公开要素 at the foot of a page, and below it the codes to check by. */
export function disclosureTable(published: PublishedEdition, locale: Locale, codes: readonly Code[] = []): Html {
  const words = pageWords[locale];
  const { disclosure, published: step, digest, number } = published.edition;
  const rows: readonly (readonly [string, Html | string])[] = [
    [words.indexNo, disclosure.indexNo],
    [words.columnClass, official(disclosure.columnClass, locale)],
    [words.topicClass, official(disclosure.topicClass, locale)],
    [words.genreClass, official(disclosure.genreClass, locale)],
    [words.publisher, official(disclosure.publisher, locale)],
    [words.issuedOn, step === null ? words.none : longDate(step.on, locale)],
    [words.documentNo, disclosure.documentNo === null ? words.none : official(disclosure.documentNo, locale)],
    [words.manner, words.onOwnInitiative],
    [words.audience, words.everyone],
    [words.validity, words.validities[validityOf(published)]],
  ];
  const all: readonly Code[] = [...codes, ['content', digest]];
  return html`<section class="disclosure"><h2>${words.disclosure}</h2><dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${number !== null && published.edition.corrects !== null && html`<p>${words.corrects(published.edition.corrects, published.edition.correctionReason ?? '')}</p>`}<h3>${codeWords[locale].title}</h3><ul class="codes">${all.map(([of, code]) => html`<li>${codeWords[locale][of]}<br><code>${code}</code></li>`)}</ul></section>`;
}
