import { LIGHT_SHAPES } from '#/delivery/rules/charts.ts';
import { worstOf } from '#/delivery/rules/lights.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { monthOf, yearOf } from '#/kernel/civil-date.ts';
import { type Locale, longDate, percent, shortDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { countedOf, type EditionContent, type PublicProject, projectCode } from '../rules/content.ts';
import { bulletinName } from './data.ts';
import { disclosureTable, type PublishedEdition } from './disclosure.ts';
import { href, type Look, listPath } from './look.ts';
import { hasParts } from './parts.ts';
import { placesOnBoard } from './places.ts';
import { badge, official, promiseRow } from './promise.ts';
import { pageWords } from './words.ts';

/** The order in which the sentence counts: what is done first, what is unknown last. */
const COUNTED: readonly Light[] = ['closed', 'green', 'yellow', 'red', 'white', 'grey'];

/** From here on the rows are brief, so that the page stays under 60 KB (screens of the public part). */
const LONG_LIST = 30;

/** A longer board leads to the map on a page of its own. */
const LONGEST_WITH_MAP = 20;

function promisesOf({ projects }: EditionContent): number {
  return projects.reduce((sum, it) => sum + it.promises.length, 0);
}

/** 进展总表: who promised what, and where it stands on the day of the edition. */
export function boardBody(published: PublishedEdition, look: Look): Html {
  const { content } = published.edition;
  const words = pageWords[look.locale];
  return html`<h1>${words.heading(content.year, content.kind)}</h1>
${editionLine(published, look)}
${countsSentence(content, look.locale)}
${legend(content, look)}
<ol class="projects">
${content.projects.map((project) => projectArticle(project, published, look))}
</ol>
${placesOnBoard(content, look, promisesOf(content) <= LONGEST_WITH_MAP)}
${monthsTable(content, look)}
${downloads(published, look)}
${disclosureTable(published, look.locale)}`;
}

export function editionLine({ edition }: PublishedEdition, { locale }: Look): Html {
  const words = pageWords[locale];
  const { content, number, signed } = edition;
  return html`<p class="as-of">${words.editionNo(number!)} · ${words.asOf(longDate(content.asOf, locale))} · ${words.elapsed(percent(content.elapsedDays / content.periodDays), content.elapsedDays, content.periodDays)} · ${words.origins[content.origin]}${signed !== null && html` · ${official(words.signedBy(signed.post), 'zh-CN')}`}</p>`;
}

function countsSentence({ projects, counts, asOf }: EditionContent, locale: Locale): Html {
  const words = pageWords[locale];
  const said = COUNTED.filter((light) => counts[light] > 0 || light === 'closed');
  const join = locale === 'en' ? ' ' : ' 件';
  return html`<p class="counts"><span><strong>${projects.length}</strong> ${words.things}</span>${said.map(
    (light) => html`<span class="count-${light}"><strong>${counts[light]}</strong>${join}${lightWords[locale][light]}</span>`,
  )}<span class="day">${words.asOf(shortDate(asOf, locale))}</span></p>`;
}

function legend(content: EditionContent, look: Look): Html {
  const words = pageWords[look.locale];
  return html`<p class="legend">${words.howLead}<a href="${href(look, `/${content.district}/how`)}">${words.how}</a></p>
<ul class="legend" aria-label="${words.legend}">${COUNTED.map((light) => html`<li>${badge(light, look.locale)}</li>`)}<li>${words.markLegend}</li></ul>`;
}

function projectArticle(project: PublicProject, { edition }: PublishedEdition, look: Look): Html {
  const { content } = edition;
  const { locale } = look;
  const isBrief = promisesOf(content) > LONG_LIST;
  const link = (place: number | null = null) => href(look, listPath(content.district, content, `/${project.no}`, place));
  return html`<li class="project" id="p${project.no}"><p class="no" aria-hidden="true">${project.no}</p><article>
<header><h2><a href="${link()}"><span class="out-of-sight">${pageWords[locale].project(project.no)} </span>${official(project.name, locale)}</a></h2>${countedOf(project).length !== 1 && html`<p class="lit">${badge(project.light, locale)}${worstCount(project, locale)}</p>`}</header>
<p class="who">${whoLine(project, locale)}${isBrief && project.lastReportOn !== null && html` · ${pageWords[locale].lastReport(shortDate(project.lastReportOn, locale))}`} · ${projectCode(content.year, project.no)}</p>
${countedOf(project).length === 0 ? html`<p class="note">${pageWords[locale].noPromise}</p>` : html`<ul class="promises">${project.promises.map((promise) => promiseRow(promise, { locale, link: link(promise.position), isBrief, content }))}</ul>`}${leftOutLine(project, locale)}
${project.note !== null && html`<p class="note">${official(project.note, locale)}</p>`}
</article></li>`;
}

/** A row's light is the worst of its promises, with the count beside it; a single promise shows its own. */
function worstCount(project: PublicProject, locale: Locale): Html | null {
  const counted = countedOf(project);
  const same = counted.filter((it) => it.light === project.light).length;
  return counted.length < 2 ? null : html` <small>${pageWords[locale].worstOf(same, counted.length)}</small>`;
}

/** 略去的只说有几项: they are in every count above. */
export function leftOutLine({ leftOut = [] }: PublicProject, locale: Locale): Html | null {
  return leftOut.length === 0 ? null : html`<p class="note">${pageWords[locale].leftOut(leftOut.length)}</p>`;
}

export function whoLine({ leadUnit, supportingUnits }: PublicProject, locale: Locale): Html {
  const words = pageWords[locale];
  const supporting = supportingUnits.length > 0 && html` · ${official(words.supporting(supportingUnits.join('、')), locale)}`;
  return html`${leadUnit === null ? words.noLead : official(words.lead(leadUnit), locale)}${supporting}`;
}

/** 全年十二格: rows are the list's, columns the months; a row's month is the worst of its promises' frozen lights. */
function monthsTable({ projects, asOf, year }: EditionContent, { locale }: Look): Html {
  const words = pageWords[locale];
  const current = yearOf(asOf) === year ? monthOf(asOf) : null;
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const isAnyFrozen = projects.some((it) => countedOf(it).some((promise) => promise.months.some((month) => month !== null)));
  if (!isAnyFrozen) return html`<section class="months"><p class="note">${words.monthsNone}</p></section>`;
  return html`<section class="months sideways"><p class="note">${words.slide}</p><div class="wide" tabindex="0" role="region" aria-label="${words.monthsCaption(year)}"><table>
<caption>${words.monthsCaption(year)}</caption>
<thead><tr><th scope="col">${words.thing}</th>${months.map((month) => html`<th scope="col"${month === current && html` class="now"`}>${words.month(month)}</th>`)}</tr></thead>
<tbody>${projects.map((project) => html`<tr><th scope="row">${project.no}. ${official(project.name, locale)}</th>${months.map((month) => monthCell(project, month, locale))}</tr>`)}</tbody>
</table></div></section>`;
}

function monthCell(project: PublicProject, month: number, locale: Locale): Html {
  const frozen = countedOf(project).flatMap((it) => it.months[month - 1] ?? []);
  if (frozen.length === 0) return html`<td></td>`;
  const light = worstOf(frozen.map((it) => it.light));
  const isCaughtUp = light === 'yellow' && frozen.every((it) => it.light !== 'yellow' || it.caughtUp);
  return html`<td class="light-${light}">${LIGHT_SHAPES[light]}<span class="${isCaughtUp ? 'caught-up' : 'out-of-sight'}">${isCaughtUp ? pageWords[locale].caughtUp : lightWords[locale][light]}</span></td>`;
}

function downloads({ edition }: PublishedEdition, look: Look): Html {
  const words = pageWords[look.locale];
  const { content } = edition;
  const data = (file: string) => listPath(content.district, content, `/${file}`);
  return html`<section class="downloads"><h2>${words.downloads}</h2><ul>
<li><a href="${data('board.csv')}">${words.csv}</a></li>${hasParts(content) && html`<li><a href="${data('parts.csv')}">${words.partsCsv}</a></li>`}<li><a href="${data('board.json')}">${words.json}</a></li><li><a href="${data('feed.atom')}">${words.atom}</a></li>
${content.bulletins.map(({ year, month }) => html`<li><a href="${data(`bulletins/${bulletinName(year, month)}`)}">${words.bulletin(`${year}-${String(month).padStart(2, '0')}`)}</a></li>`)}
<li><a href="${href(look, listPath(content.district, content, '/editions'))}">${words.editions}</a></li></ul>
<p>${words.hotlineShort}</p></section>`;
}
