import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import type { Edition, ListKey } from '../rules/edition.ts';
import { href, type Look, listPath } from './look.ts';
import { official } from './promise.ts';
import { pageWords } from './words.ts';

/** One line of a list of editions. */
export type EditionEntry = Pick<
  Edition,
  'year' | 'kind' | 'number' | 'asOf' | 'corrects' | 'published' | 'signed' | 'digest' | 'disclosure'
> & {
  readonly title: string;
  readonly counts: Readonly<Record<Light, number>>;
};

type Corrections = ReadonlyMap<number, { readonly number: number; readonly reason: string }>;

/** Enough of a digest to tell two editions apart, and too little to read as a telephone number, which the privacy gate would stop. */
const EXCERPT = 10;

/** 各期公开版 of one list, newest first; every one stays readable. */
export function editionsBody(
  district: string,
  list: ListKey,
  entries: readonly EditionEntry[],
  corrections: Corrections,
  look: Look,
): Html {
  const { locale } = look;
  const words = pageWords[locale];
  return html`<h1>${words.editions}</h1><p class="lede">${words.editionsLead}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words.editions}"><table><caption>${list.year} ${words.kinds[list.kind]}</caption>
<thead><tr>${[words.edition, words.asOfShort, words.publishedOn, words.light, words.indexNo, words.state].map((it) => html`<th scope="col">${it}</th>`)}</tr></thead>
<tbody>${entries.map(
    (
      it,
    ) => html`<tr><th scope="row"><a href="${href(look, listPath(district, list, `/editions/${it.number}`))}">${words.editionNo(it.number!)}</a></th>
<td>${it.asOf}</td><td>${it.published?.on}${it.signed !== null && html`<br><small>${official(words.signedBy(it.signed.post), 'zh-CN')}</small>`}</td><td>${countsLine(it.counts, locale)}</td><td>${it.disclosure.indexNo}<br><code>${it.digest.slice(0, EXCERPT)}</code></td><td>${stateOf(it, corrections, locale)}</td></tr>`,
  )}</tbody></table></div>`;
}

function stateOf({ number, corrects }: EditionEntry, corrections: Corrections, locale: Locale): string {
  const words = pageWords[locale];
  const corrected = corrections.get(number!);
  if (corrected !== undefined) return words.correctedBy(corrected.number, corrected.reason);
  return corrects === null ? '' : words.corrects(corrects, '');
}

function countsLine(counts: Readonly<Record<Light, number>>, locale: Locale): string {
  const lights = Object.keys(lightWords[locale]) as Light[];
  return lights
    .filter((it) => counts[it] > 0)
    .map((it) => `${lightWords[locale][it]} ${counts[it]}`)
    .join(' · ');
}

/** A district with what it has published. */
export type DistrictEntry = { readonly code: string; readonly name: string; readonly lists: readonly EditionEntry[] };

export function districtsBody(districts: readonly DistrictEntry[], look: Look): Html {
  const words = pageWords[look.locale];
  const shown = districts.filter((it) => it.lists.length > 0);
  return html`<h1>${words.districts}</h1><p class="lede">${words.districtsLead}</p>
${shown.length === 0 ? html`<p>${words.emptyIndex}</p>` : html`<ul class="cards">${shown.map((it) => districtCard(it, look))}</ul>`}`;
}

export function districtCard({ code, name, lists }: DistrictEntry, look: Look): Html {
  const { locale } = look;
  const words = pageWords[locale];
  return html`<li><h2><a href="${href(look, `/${code}`)}">${official(name, locale)}</a></h2><ul>${lists.map(
    (it) =>
      html`<li class="line"><a href="${href(look, listPath(code, it))}">${it.year} ${words.kinds[it.kind]}</a><br><small>${words.asOf(longDate(it.asOf, locale))} · ${countsLine(it.counts, locale)}</small></li>`,
  )}</ul></li>`;
}

/** A page that says plainly that there is nothing here, and where to go on. */
export function emptyBody(title: string, text: string, look: Look): Html {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p><p><a href="${href(look, '/')}">${pageWords[look.locale].districts}</a></p></div>`;
}
