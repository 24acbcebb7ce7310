import { html } from '#/kernel/html.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { Page, PageParams } from '#/platform/module.ts';
import { cardKey } from '../rules/cards.ts';
import type { EditionContent } from '../rules/content.ts';
import { NO_PLACES } from '../rules/places.ts';
import { inEditionsNow, listsNow, ofLists } from './addresses.ts';
import { calendarOf, eventsCalendar } from './calendar.ts';
import { posterBody, shareBody } from './cards.ts';
import { eventsBody } from './events.ts';
import { found, type Loaded, listOf, loadCurrent } from './load.ts';
import type { Framed, Look } from './look.ts';
import { listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { placesGeoJson, placesSection } from './places.ts';
import { areaBody, areaPath, withMeBody } from './with-me.ts';

type Asked = { readonly reader: Reader; readonly params: PageParams; readonly query: PageParams; readonly look: Look };
type Shown = Pick<Framed, 'title' | 'path' | 'list' | 'section' | 'body'> & {
  readonly description?: string;
  readonly released?: readonly string[];
};
type PlacePage = Pick<Page, 'path'> & {
  readonly addresses: Parameters<typeof ofLists>[0]['addresses'];
  readonly show: (asked: Asked) => Promise<Shown>;
};

async function loaded({
  reader,
  params,
}: Pick<Asked, 'reader' | 'params'>): Promise<Loaded & { readonly content: EditionContent; readonly number: number }> {
  const it = found(await loadCurrent(reader, listOf(params)));
  return { ...it, content: it.published.edition.content, number: it.published.edition.number! };
}

async function showWithMe(asked: Asked): Promise<Shown> {
  const { content, released } = await loaded(asked);
  const words = placeWords[asked.look.locale];
  const path = listPath(content.district, content, '/with-me');
  const body = withMeBody(content, asked.query.q ?? '', asked.look);
  return { title: words.withMe, description: words.withMeLead, path, list: content, section: 'with-me', body, released };
}

async function showArea(asked: Asked): Promise<Shown> {
  const { content, released } = await loaded(asked);
  const area = found(content.places?.areas.find((it) => it.id === asked.params.area));
  const description = placeWords[asked.look.locale].cardsFor(area.name);
  return {
    title: area.name,
    description,
    path: areaPath(content, area),
    list: content,
    section: 'with-me',
    body: areaBody(content, area, asked.look),
    released,
  };
}

const showCard =
  (body: typeof shareBody, rest: string) =>
  async (asked: Asked): Promise<Shown> => {
    const { content, released, number } = await loaded(asked);
    const card = found(content.places?.cards.find((it) => cardKey(it) === asked.params.card));
    const path = listPath(content.district, content, `/cards/${cardKey(card)}${rest}`);
    return {
      title: card.promise,
      description: `${card.who} · ${card.where}`,
      path,
      list: content,
      section: 'with-me',
      body: body(card, content, number, asked.look),
      released,
    };
  };

async function showMap(asked: Asked): Promise<Shown> {
  const { content, released } = await loaded(asked);
  const words = placeWords[asked.look.locale];
  const { sites } = content.places ?? NO_PLACES;
  const body = html`<h1>${words.places}</h1>${placesSection(content, sites, asked.look, null) ?? html`<p>${words.noPlaces}</p>`}`;
  return { title: words.places, path: listPath(content.district, content, '/map'), list: content, section: 'board', body, released };
}

async function showEvents(asked: Asked): Promise<Shown> {
  const { content, released } = await loaded(asked);
  const title = placeWords[asked.look.locale].events;
  const path = listPath(content.district, content, '/events');
  return { title, path, list: content, section: 'with-me', body: eventsBody(content, asked.look), released };
}

const areasNow = inEditionsNow(({ places }) => (places ?? NO_PLACES).areas.map(({ id }) => ({ area: id })));
const cardsNow = inEditionsNow(({ places }) => (places ?? NO_PLACES).cards.map((it) => ({ card: cardKey(it) })));

/** Pages of places and cards, each in the four looks that `pages.ts` gives it. */
export const placePages: readonly PlacePage[] = [
  { path: '/:district/:year/map', addresses: listsNow, show: showMap },
  { path: '/:district/:year/with-me', addresses: listsNow, show: showWithMe },
  { path: '/:district/:year/events', addresses: listsNow, show: showEvents },
  { path: '/:district/:year/with-me/:area', addresses: areasNow, show: showArea },
  { path: '/:district/:year/cards/:card', addresses: cardsNow, show: showCard(shareBody, '') },
  { path: '/:district/:year/cards/:card/poster', addresses: cardsNow, show: showCard(posterBody, '/poster') },
];

const geoJson: Page['run'] = async (reader, params) => {
  const { content, released } = await loaded({ reader, params });
  return {
    mediaType: 'application/geo+json; charset=utf-8',
    body: placesGeoJson(content),
    fileName: `${content.title}-点位.geojson`,
    released,
  };
};

const calendar: Page['run'] = async (reader, params) => {
  const { content, released, number } = await loaded({ reader, params });
  const area = params.area ?? null;
  if (area !== null && !content.places?.areas.some((it) => it.id === area)) throw new Problem(404, 'no-such-page');
  return { mediaType: 'text/calendar; charset=utf-8', body: calendarOf(content, number, area), released };
};

const eventsFile: Page['run'] = async (reader, params) => {
  const { content, released, number } = await loaded({ reader, params });
  return { mediaType: 'text/calendar; charset=utf-8', body: eventsCalendar(content, number), released };
};

/** Open data of the places, and calendars that telephones subscribe to. */
export const placeFiles: readonly Page[] = [
  { path: '/:district/:year/places.geojson', run: geoJson, addresses: listsNow } as const,
  { path: '/:district/:year/calendar.ics', run: calendar, addresses: listsNow } as const,
  { path: '/:district/:year/events.ics', run: eventsFile, addresses: listsNow } as const,
  { path: '/:district/:year/with-me/:area/calendar.ics', run: calendar, addresses: areasNow } as const,
].flatMap(ofLists);
