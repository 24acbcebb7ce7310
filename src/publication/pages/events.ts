import { likeMonthsText } from '#/kernel/comparison/period-words.ts';
import { longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { entryLabels } from '#/records/words/entry-labels.ts';
import type { EditionContent, PublicProject } from '../rules/content.ts';
import { byDay, type PublicEvent } from '../rules/events.ts';
import { NO_PLACES } from '../rules/places.ts';
import { href, type Look, listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { official } from './promise.ts';

/** 日程: what is planned, month by month, with the calendar for the telephone. */
export function eventsBody(content: EditionContent, look: Look): Html {
  const words = placeWords[look.locale];
  const { events = [], cancelled = [] } = content.places ?? NO_PLACES;
  const all = [...events, ...cancelled].sort(byDay);
  const months = [...Map.groupBy(all, (it) => it.on.slice(0, 7))];
  return html`<h1>${words.events}</h1><p class="lede">${words.eventsLead(events.length, longDate(content.asOf, look.locale))}</p>
${all.length > 0 && html`<p class="card-links"><a href="${listPath(content.district, content, '/events.ics')}">${words.calendar}</a></p>`}
${months.map(([month, own]) => html`<section><h2>${likeMonthsText([month], look.locale)}</h2><ul class="areas">${own.map((it) => eventLine(it, content, look, cancelled.includes(it)))}</ul></section>`)}`;
}

function eventLine(it: PublicEvent, content: EditionContent, look: Look, isCancelled = false): Html {
  const { locale } = look;
  const words = placeWords[locale];
  const time = it.from === null ? '' : `${it.from}${it.to === null ? '' : `–${it.to}`}`;
  const area = (content.places ?? NO_PLACES).areas.find(({ id }) => id === it.areaId)?.name ?? '';
  const place = it.place === '' ? words.placeOpen : it.place;
  const about = [entryLabels[locale].eventKinds[it.eventKind], it.host, place.includes(area) ? '' : area].filter((text) => text !== '');
  const title = html`<a href="${href(look, listPath(content.district, content, `/${it.no}`))}">${official(it.title, locale)}</a>`;
  const when = words.at(longDate(it.on, locale), time, place);
  return html`<li>${isCancelled ? html`<s>${when}</s> <strong>${words.cancelled}</strong>` : html`<strong>${when}</strong>`}<br>${title} <small>${official(about.join(' · '), locale)}</small></li>`;
}

/** So many of a row stand on its own page; the calendar has them all. */
const ON_PROJECT = 5;

/** 下一步的日程 of one row: the next few, how many there are, and the way to the calendar. Nothing where nothing is planned. */
export function projectEvents(content: EditionContent, { no }: Pick<PublicProject, 'no'>, look: Look): Html | null {
  const events = (content.places ?? NO_PLACES).events?.filter((it) => it.no === no) ?? [];
  if (events.length === 0) return null;
  const words = placeWords[look.locale];
  return html`<section><h2>${words.events}</h2><ul class="areas">${events.slice(0, ON_PROJECT).map((it) => eventLine(it, content, look))}</ul>
<p><a href="${href(look, listPath(content.district, content, '/events'))}">${words.projectEvents(events.length)}</a></p></section>`;
}

/** On the page 与我有关: how many are coming, and the way to them. */
export function eventsLink(content: EditionContent, look: Look): Html | null {
  const { events = [] } = content.places ?? NO_PLACES;
  if (events.length === 0) return null;
  const words = placeWords[look.locale];
  return html`<section><h2>${words.events}</h2><p><a href="${href(look, listPath(content.district, content, '/events'))}">${words.eventsLink(events.length)}</a></p></section>`;
}
