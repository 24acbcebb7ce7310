import { latelyOf } from '#/delivery/rules/recent.ts';
import type { Lately } from '#/delivery/rules/standing.ts';
import { endOfMonth } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import { plainComparison } from '#/kernel/comparison/plain.ts';
import type { Locale } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { LEAST_SHOWN } from '#/records/rules/people/suppress.ts';
import type { EditionContent, PublicPromise } from '../rules/content.ts';
import { pageWords } from './words.ts';

type Dated = Pick<EditionContent, 'from' | 'asOf' | 'programmeVersion'>;

/** Where a reader would set two figures of one promise side by side; `held` where a month of them is not shown. */
function latelyIn(promise: PublicPromise, { from, asOf, programmeVersion }: Dated): Lately | 'held' | null {
  if (promise.doneFrom !== 'records') return latelyOf(promise, promise.points, { from, definition: String(programmeVersion) });
  const months = promise.parts?.byMonth ?? null;
  if (months === null || promise.parts?.kind === undefined) return null;
  // A month that is held back has somebody in it; how many is not said, for then nothing is.
  const upTo = (last: string) => months.filter(({ month }) => month <= last).reduce((sum, it) => sum + (it.count ?? 1), 0);
  const points = months.map(({ month }) => ({
    on: endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5))),
    value: upTo(month),
  }));
  const found = latelyOf(promise, points, {
    from,
    definition: String(promise.parts.versionNo),
    versions: promise.parts.versions ?? [],
    countedTo: asOf,
  });
  if (found !== null && months.every(({ month }) => month < found.newer.period!.to.slice(0, 7))) return null;
  const shown = [found?.newer.period?.to, found?.older.period?.to].map((day) => day?.slice(0, 7));
  return found !== null && months.some(({ month, count }) => count === null && shown.includes(month)) ? 'held' : found;
}

const HELD: Readonly<Record<Locale, string>> = {
  'zh-CN': `有的月份不足 ${LEAST_SHOWN}，不作比较`,
  en: `a month is under ${LEAST_SHOWN}; no comparison is made`,
};

/** 近两次相比 on the page of a figure: what it comes to first, and below it what may be said of the two, or why nothing. */
export function latelyNote(promise: PublicPromise, content: Dated, locale: Locale): Html | null {
  const found = latelyIn(promise, content);
  if (found === null) return null;
  const title = html`<h2>${pageWords[locale].recent}</h2>`;
  if (found === 'held') return html`<section>${title}<p>${HELD[locale]}</p></section>`;
  const { sentence, figures, verdict, rest } = plainComparison(compare(found.newer, found.older), locale);
  return html`<section>${title}<p><strong>${sentence}</strong> ${figures}</p><p class="note">${[verdict, rest].join(locale === 'en' ? ' ' : '').trim()}</p></section>`;
}

/** The same in one line, below the figure on the board. */
export function latelyLine(promise: PublicPromise, content: Dated, locale: Locale): Html | null {
  const found = latelyIn(promise, content);
  if (found === null || found === 'held') return null;
  const { sentence, figures, verdict } = plainComparison(compare(found.newer, found.older), locale);
  const said = [sentence, figures, verdict].filter((it) => it !== '').join(locale === 'en' ? ' ' : '');
  return html`<p class="why note">${pageWords[locale].recent}${locale === 'en' ? ': ' : '：'}${said}</p>`;
}
