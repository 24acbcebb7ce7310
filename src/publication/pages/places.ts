import { lightShape } from '#/delivery/rules/charts.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { type Html, html, raw } from '#/kernel/html.ts';
import { fullName } from '#/planning/rules/area.ts';
import { siteMap } from '#/planning/rules/map.ts';
import { isWater } from '#/planning/rules/site.ts';
import { planningLabels } from '#/planning/words/labels.ts';
import type { EditionContent } from '../rules/content.ts';
import { NO_PLACES, type PublicSite, SIGNS } from '../rules/places.ts';
import { href, type Look, listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { official, plainBadge } from './promise.ts';

/** A list any longer would carry the page over 60 KB; the data file has them all. */
const LONGEST_LIST = 120;
/** More lights on one drawing are a thicket, and too many bytes; the list has them all. */
const MOST_MARKED = 60;
const MOST_MARKED_ON_BOARD = 30;
/** Units from left to right: fewer than on the wall, so that the letters of the drawing can be read on a telephone. */
const PAPER = { usual: 420, large: 340 };

/** 点位图和名单: the map, and beside it the list with the same numbers. Without a heading where the page itself bears it. */
export function placesSection(
  content: EditionContent,
  sites: readonly PublicSite[],
  look: Look,
  heading: string | null = placeWords[look.locale].places,
): Html | null {
  if (sites.length === 0) return null;
  const words = placeWords[look.locale];
  const shown = sites.slice(0, LONGEST_LIST);
  const data = listPath(content.district, content, '/places.geojson');
  return html`<section class="places" id="places">${heading !== null && html`<h2>${heading}</h2>`}<p class="note">${words.placesLead(sites.length)}</p>
${mapAndList(content, shown, look)}
<p class="note">${sites.length > shown.length && html`${words.morePlaces(sites.length - shown.length)} `}<a href="${data}">${words.geojson}</a></p></section>`;
}

function mapAndList(content: EditionContent, sites: readonly PublicSite[], look: Look): Html {
  return html`<div class="map-and-list">${drawing(content, sites, look)}<ol class="site-list">${sites.map((it) => siteLine(it, content, look))}</ol></div>`;
}

/** On the board: the drawing with a short list beside it, where the board leaves room for them, and the way to the whole list. */
export function placesOnBoard(content: EditionContent, look: Look, isDrawn: boolean): Html | null {
  const { sites } = content.places ?? NO_PLACES;
  if (sites.length === 0) return null;
  const words = placeWords[look.locale];
  return html`<section class="places" id="places"><h2>${words.places}</h2><p class="note">${words.placesLead(sites.length)} <a href="${href(look, listPath(content.district, content, '/map'))}">${words.wholeMap}</a></p>
${isDrawn && (sites.length > MOST_MARKED_ON_BOARD ? drawing(content, sites.slice(0, LONGEST_LIST), look, MOST_MARKED_ON_BOARD) : mapAndList(content, sites, look))}</section>`;
}

function drawing(content: EditionContent, sites: readonly PublicSite[], { locale, big }: Look, mostMarked = MOST_MARKED): Html {
  const { places } = content;
  const words = placeWords[locale];
  const { outline } = places ?? NO_PLACES;
  const drawn = siteMap({
    outline: outline?.geometry ?? null,
    features: sites.flatMap((site, i) => {
      const { geometry, stage, name } = site;
      const light = sites.length > mostMarked ? null : lightOf(content, site);
      const label = light === null ? name : `${name}（${lightWords[locale][light]}）`;
      return geometry === null
        ? []
        : [{ number: i + 1, geometry, sign: SIGNS[stage], label, ...(light !== null && { mark: lightShape(light) }) }];
    }),
    words: planningLabels[locale].map,
    width: big ? PAPER.large : PAPER.usual,
  });
  if (drawn === null) return html`<p class="note">${words.noMap}</p>`;
  // Below the drawing, not in it: letters in a drawing shrink with it.
  const source = outline !== null && html`<p class="note">${words.mapSource(outline.source, outline.reviewNo)}</p>`;
  return html`<div class="map">${raw(drawn)}${source}</div>`;
}

/** The light of the row that a site belongs to. */
function lightOf({ projects }: EditionContent, { no }: PublicSite): Light | null {
  return projects.find((it) => it.no === no)?.light ?? null;
}

function siteLine(site: PublicSite, content: EditionContent, look: Look): Html {
  const { no, name, stage, kind, areaId, geometry } = site;
  const { places, district, ...list } = content;
  const { locale } = look;
  const light = lightOf(content, site);
  const labels = planningLabels[locale];
  const area = fullName((places ?? NO_PLACES).areas, areaId);
  const missing = geometry !== null ? null : isWater(kind) ? placeWords[locale].water : placeWords[locale].notOnMap;
  return html`<li>${official(name, locale)}${light !== null && html` ${plainBadge(light, locale)}`} <small>${labels.stages[stage]} · ${labels.siteKinds[kind]}${area !== '' && html` · ${official(area, locale)}`}${missing !== null && html` · ${missing}`} · <a href="${href(look, listPath(district, list, `/${no}`))}">${placeWords[locale].ofProject(no)}</a></small></li>`;
}

/** Open data: the public sites with what is public of their place, and nothing else. */
export function placesGeoJson({ places, year }: EditionContent): string {
  const { sites, areas } = places ?? NO_PLACES;
  const features = sites.map(({ no, name, kind, stage, areaId, geometry }) => ({
    type: 'Feature',
    geometry,
    properties: {
      year,
      no,
      name,
      kind: planningLabels['zh-CN'].siteKinds[kind],
      stage: planningLabels['zh-CN'].stages[stage],
      area: fullName(areas, areaId),
    },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
