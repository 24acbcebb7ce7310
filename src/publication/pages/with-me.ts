import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { findPersonalData } from '#/kernel/privacy-gate.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { fullName, lineageOf } from '#/planning/rules/area.ts';
import { planningLabels } from '#/planning/words/labels.ts';
import { disruptionKinds } from '../disruption-words.ts';
import { concerns, type PublicCard } from '../rules/cards.ts';
import type { EditionContent } from '../rules/content.ts';
import { comingDisruptions, type Disruption } from '../rules/disruptions.ts';
import { NO_PLACES, type PublicArea } from '../rules/places.ts';
import { cardArticle } from './cards.ts';
import { eventsLink } from './events.ts';
import { href, type Look, listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { placesSection } from './places.ts';
import { official } from './promise.ts';

/** More finds than a telephone shows at a glance are no find. */
const MOST_FOUND = 60;

/** 与我有关: the way to one's own village, community or estate, by choosing or by name, without a script. */
export function withMeBody(content: EditionContent, asked: string, look: Look): Html {
  const words = placeWords[look.locale];
  const { areas, cards } = content.places ?? NO_PLACES;
  const typed = [...asked.trim()].slice(0, 30).join('');
  // A telephone or ID number that somebody types is no name of a place, and is not said back.
  const name = findPersonalData(typed).length > 0 ? '' : typed;
  const found = name === '' ? [] : areas.filter((it) => nameKey(it.name).includes(nameKey(name))).slice(0, MOST_FOUND);
  const top = areas.filter((it) => it.parentId === null);
  return html`<h1>${words.withMe}</h1><p class="lede">${areas.length === 0 ? words.noAreas : words.withMeLead}</p>
${disruptions(content, null, look)}
${eventsLink(content, look)}
${areas.length > 0 && searchForm(content, name, look)}
${name !== '' && html`<section><h2>${found.length === 0 ? words.foundNone(name) : words.found(found.length, name)}</h2>${links(found, content, look)}</section>`}
${top.length > 0 && html`<section><h2>${words.choose}</h2>${links(top, content, look)}</section>`}
${cardsSection(
  words.cardsForAll,
  cards.filter((it) => it.areaIds.length === 0),
  content,
  look,
)}`;
}

/** What concerns one area: it, what it lies in, and the whole district. */
export function areaBody(content: EditionContent, area: PublicArea, look: Look): Html {
  const { locale } = look;
  const words = placeWords[locale];
  const { areas, cards, sites } = content.places ?? NO_PLACES;
  const lineage = lineageOf(areas, area.id);
  const inside = areas.filter((it) => it.parentId === area.id);
  const own = sites.filter(
    (it) => it.areaId !== null && (lineage.some(({ id }) => id === it.areaId) || lineageOf(areas, it.areaId).includes(area)),
  );
  const up = lineage.slice(1).reverse();
  return html`<h1>${official(area.name, locale)}</h1><p class="as-of"><a href="${href(look, listPath(content.district, content, '/with-me'))}">${words.withMe}</a>${up.map((it) => html` › <a href="${href(look, areaPath(content, it))}">${official(it.name, locale)}</a>`)}</p>
${disruptions(content, lineage, look)}
${inside.length > 0 && html`<section><h2>${words.chooseInside(area.name)}</h2>${links(inside, content, look)}</section>`}
${cardsSection(
  words.cardsFor(area.name),
  cards.filter((it) => concerns(it.areaIds, lineage)),
  content,
  look,
)}
<p class="card-links"><a href="${areaPath(content, area)}/calendar.ics">${words.calendar}</a></p>
${placesSection(content, own, look, words.sitesFor(area.name))}`;
}

/** 停水、封路等通知 on top: of an area its own, what lies around it and the whole district; of all areas with their names. */
function disruptions({ places, asOf }: EditionContent, lineage: readonly PublicArea[] | null, { locale }: Look): Html {
  const words = placeWords[locale];
  const all = comingDisruptions(places?.disruptions ?? [], asOf);
  const shown = lineage === null ? all : all.filter((it) => concerns(it.areaIds, lineage));
  const nameOf = (id: string) => fullName((places ?? NO_PLACES).areas, id);
  return html`<section class="disruptions"><h2>${words.disruptions}</h2>${
    shown.length === 0
      ? html`<p>${words.noDisruptions}</p>`
      : html`<ul>${shown.map(
          (it) =>
            html`<li><strong>${disruptionKinds[locale][it.kind]}</strong> ${daysOf(it, locale)}<br>${official(it.what, locale)}${it.areaIds.length > 0 && html`<br>${official(it.areaIds.map(nameOf).join('、'), locale)}`}<br>${official(it.office, locale)} <a href="tel:${it.phone.replace(/[^\d+]/g, '')}">${it.phone}</a></li>`,
        )}</ul>`
  }</section>`;
}

function daysOf({ fromOn, fromTime, untilOn, untilTime }: Disruption, locale: Locale): string {
  const words = placeWords[locale];
  if (fromOn === untilOn) return words.onDay(longDate(fromOn, locale), fromTime ?? '', untilTime ?? '');
  return words.fromUntil(dayTime(fromOn, fromTime, locale), dayTime(untilOn, untilTime, locale));
}

function dayTime(on: CivilDate, time: string | null, locale: Locale): string {
  return `${longDate(on, locale)}${time === null ? '' : ` ${time}`}`;
}

export function areaPath(content: EditionContent, { id }: Pick<PublicArea, 'id'>): string {
  return listPath(content.district, content, `/with-me/${id}`);
}

function searchForm(content: EditionContent, name: string, look: Look): Html {
  const words = placeWords[look.locale];
  return html`<form class="find" method="get" action="${href(look, listPath(content.district, content, '/with-me'))}" role="search"><label for="q">${words.search}</label><input id="q" name="q" value="${name}" maxlength="30" autocomplete="off"><button>${words.searchAct}</button></form>`;
}

function links(areas: readonly PublicArea[], content: EditionContent, look: Look): Html {
  const { locale } = look;
  const all = (content.places ?? NO_PLACES).areas;
  return html`<ul class="areas">${areas.map((it) => html`<li><a href="${href(look, areaPath(content, it))}">${official(it.name, locale)}</a> <small>${planningLabels[locale].areaKinds[it.kind]}${it.parentId !== null && html` · ${official(fullName(all, it.parentId), locale)}`}</small></li>`)}</ul>`;
}

function cardsSection(title: string, cards: readonly PublicCard[], content: EditionContent, look: Look): Html {
  const words = placeWords[look.locale];
  return html`<section class="cards-of"><h2>${title}</h2>${cards.length === 0 ? html`<p>${words.noCards}</p>` : cards.map((it) => cardArticle(it, content, look))}</section>`;
}
