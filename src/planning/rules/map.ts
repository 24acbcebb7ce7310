import { escapeHtml } from '#/kernel/html.ts';
import { type AreaGeometry, type Box, boxOf, type Geometry, linesOf, type Position, positionsOf, simplified } from './geometry.ts';
import { AROUND, BESIDE, type Taken, take } from './map-room.ts';

/** A sign that reads in black and white: an empty ring, a half-filled one, a filled diamond. */
export type MapSign = 'empty' | 'half' | 'full';

/** 图上要素: a thing on the map; `number` is the one that it bears in the list beside it. */
export type MapFeature = {
  readonly number: number;
  readonly geometry: Geometry;
  readonly sign: MapSign;
  readonly label: string;
  /** Stands beside the sign, at its upper left where there is room: our own markup on a square of twelve units (a light). */
  readonly mark?: string;
};

export type MapWords = {
  readonly label: string;
  readonly signs: Readonly<Record<MapSign, string>>;
  readonly metres: string;
  readonly kilometres: string;
  readonly north: string;
};
export type SiteMap = {
  readonly outline: AreaGeometry | null;
  readonly features: readonly MapFeature[];
  readonly words: MapWords;
  /** 审图号 of the outline. */
  readonly note?: string | null;
  /** Units of the drawing from left to right; fewer make its letters larger on the same paper. */
  readonly width?: number;
};

const INK = '#1b1b1a';
const SOFT = '#63625e';
const SEAL = '#b3261e';
const LAND = '#f7f6f2';
const MAP_WIDTH = 480;
const MARGIN = 26;
const LEGEND = 42;
const NOTE = 16;
const LARGEST_HEIGHT = 560;
const LEAST_HEIGHT = 150;
/** Metres in a degree of latitude (mean meridian of WGS-84). */
const METRES = 111_195;
/** A place that stands alone is shown with this much land around it, in degrees. */
const LEAST_SPAN = 0.004;

type Frame = {
  readonly at: (position: Position) => Position;
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
};

/** 点位图: the outline, what lies in it, a legend and a scale, drawn by us from coordinates alone; null when nothing has any. */
export function siteMap({ outline, features, words, note, width = MAP_WIDTH }: SiteMap): string | null {
  const box = boxOf([...(outline === null ? [] : [outline]), ...features.map((it) => it.geometry)]);
  if (box === null || features.length === 0) return null;
  const frame = frameOf(box, width);
  const land =
    outline === null
      ? ''
      : `<path class="land" d="${pathOf(drawn(outline, frame), frame)}" fill="${LAND}" stroke="${SOFT}" stroke-width="1.5"/>`;
  const shapes = features.map((it) => shapeOf(it, frame)).join('');
  const signWords = legend(features, words, frame);
  const whole = frame.height + LEGEND + signWords.height + (note ? NOTE : 0);
  return `<svg class="site-map" viewBox="0 0 ${width} ${whole}" role="img" aria-label="${escapeHtml(words.label)}" font-family="sans-serif"><rect width="${width}" height="${whole}" fill="#fff"/>${land}${shapes}${signs(features, frame)}${signWords.drawn}${scale(frame, words)}${northArrow(words.north, width)}${note ? text(MARGIN, whole - 4, note, { size: 10, fill: SOFT }) : ''}</svg>`;
}

/** Equirectangular: a degree of longitude shrinks with the cosine of the latitude; true enough for one district. */
function frameOf(bounds: Box, width: number): Frame {
  const middle = (bounds.south + bounds.north) / 2;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const [east, north] = [Math.max((bounds.east - bounds.west) * shrink, LEAST_SPAN), Math.max(bounds.north - bounds.south, LEAST_SPAN)];
  const unit = Math.min((width - 2 * MARGIN) / east, (LARGEST_HEIGHT - 2 * MARGIN) / north);
  const height = Math.max(Math.round(north * unit + 2 * MARGIN), LEAST_HEIGHT);
  const centre = (bounds.west + bounds.east) / 2;
  return {
    width,
    height,
    metresPerUnit: METRES / unit,
    at: ([lon, lat]) => [tidy(width / 2 + (lon - centre) * shrink * unit), tidy(height / 2 - (lat - middle) * unit)],
  };
}

const tidy = (value: number): number => Math.round(value * 10) / 10;

/** No corner of the outline that the eye cannot see: half a unit of the drawing. */
function drawn(outline: AreaGeometry, { metresPerUnit }: Frame): AreaGeometry {
  return simplified(outline, (metresPerUnit * 0.5) / METRES);
}

function pathOf(geometry: Geometry, { at }: Frame): string {
  const isClosed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return linesOf(geometry)
    .map((line) => `M${compact(line.map(at)).join(' ')}${isClosed ? 'Z' : ''}`)
    .join('');
}

/** Neighbours that fall on one tenth of a unit are drawn once. */
function compact(line: readonly Position[]): readonly string[] {
  return line.map((it) => it.join(' ')).filter((it, i, all) => it !== all[i - 1]);
}

const DASHES: Readonly<Record<MapSign, string>> = { empty: ' stroke-dasharray="2 4"', half: ' stroke-dasharray="9 4"', full: '' };

/** Lines and areas themselves; their sign stands at their middle. */
function shapeOf({ geometry, sign }: MapFeature, frame: Frame): string {
  if (geometry.type === 'Point') return '';
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return `<path d="${pathOf(geometry, frame)}" fill="${isArea ? SEAL : 'none'}"${isArea ? ' fill-opacity=".12"' : ''} stroke="${SEAL}" stroke-width="${isArea ? 1.5 : 3}"${DASHES[sign]}/>`;
}

type Drawn = { readonly style: string; readonly at: (x: number, y: number, inner: string) => string };

/** One look for all signs of a kind, so that sixty of them stay small. */
const SIGNS: Readonly<Record<MapSign, Drawn>> = {
  empty: {
    style: `fill="#fff" stroke="${INK}" stroke-width="1.8"`,
    at: (x, y, inner) => `<circle cx="${x}" cy="${y}" r="5.5">${inner}</circle>`,
  },
  half: {
    style: `fill="${INK}" stroke="${INK}" stroke-width="1.8"`,
    at: (x, y, inner) =>
      `<circle cx="${x}" cy="${y}" r="5.5" fill="#fff">${inner}</circle><path d="M${x} ${y}v-5a5 5 0 0 1 0 10Z" stroke="none"/>`,
  },
  full: { style: `fill="${INK}"`, at: (x, y, inner) => `<path d="M${x} ${tidy(y - 7.5)}l7.5 7.5-7.5 7.5-7.5-7.5Z">${inner}</path>` },
};
const ORDER: readonly MapSign[] = ['empty', 'half', 'full'];

/** One sign by itself with its light, for a map that somebody else draws; the sign stands in the middle of 32 units. */
export function siteSign(sign: MapSign, mark: string): string {
  const { style, at } = SIGNS[sign];
  return `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="9.5" fill="#fff"/><g ${style}>${at(16, 16, '')}</g>${markAt(mark, { x: 7, y: 7 })}</svg>`;
}

/** Marks, signs above them, numbers above both; each mark and number takes the first place beside its sign that is still free. */
function signs(features: readonly MapFeature[], frame: Frame): string {
  const placed = features.map((it) => ({ it, at: middleOf(it.geometry, frame) }));
  const taken: Taken[] = placed.map(({ at: [x, y] }) => ({ x, y, half: 7 }));
  const marks = placed.map(({ it: { mark }, at: [x, y] }) => {
    if (mark === undefined) return '';
    const place = take(
      AROUND.map(([dx, dy]) => ({ x: x + dx, y: y + dy, half: 6 })),
      taken.filter((one) => one.x !== x || one.y !== y),
      frame,
    );
    taken.push(place);
    return markAt(mark, place);
  });
  const numbers = placed.map(({ it, at: [x, y] }) => {
    const half = 4.5 * String(it.number).length;
    const free = BESIDE.map(([dx, dy]) => ({ x: x + dx + Math.sign(dx) * (half - 4), y: y + dy - 5, half }));
    const place = take(free, taken, frame);
    taken.push(place);
    return `<text x="${tidy(place.x)}" y="${tidy(place.y + 5)}">${it.number}</text>`;
  });
  const shapes = ORDER.map((sign) => {
    const own = placed.filter(({ it }) => it.sign === sign);
    const drawn = own.map(({ it, at: [x, y] }) => SIGNS[sign].at(x, y, `<title>${escapeHtml(it.label)}</title>`));
    return own.length === 0 ? '' : `<g class="signs" ${SIGNS[sign].style}>${drawn.join('')}</g>`;
  });
  return `${marks.join('')}${shapes.join('')}<g font-size="15" font-weight="700" fill="${INK}" text-anchor="middle" stroke="#fff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${numbers.join('')}</g>`;
}

/** On a white ground, so that it is not taken for a part of the sign. */
function markAt(mark: string, { x, y }: Pick<Taken, 'x' | 'y'>): string {
  return `<g class="mark" transform="translate(${tidy(x - 6)} ${tidy(y - 6)})"><circle cx="6" cy="6" r="7.5" fill="#fff"/>${mark}</g>`;
}

/** A point itself; the corner nearest the middle of a line, so that the sign lies on it; the middle of an area. */
function middleOf(geometry: Geometry, { at }: Frame): Position {
  if (geometry.type === 'Point') return at(geometry.coordinates);
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const [longest] = [...linesOf(geometry)].sort((a, b) => b.length - a.length);
    return at(longest!.length === 2 ? between(longest![0]!, longest![1]!) : longest![Math.floor(longest!.length / 2)]!);
  }
  const all = positionsOf(geometry);
  const sum = all.reduce<Position>(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  return at([sum[0] / all.length, sum[1] / all.length]);
}

const between = ([ax, ay]: Position, [bx, by]: Position): Position => [(ax + bx) / 2, (ay + by) / 2];

/** Only the signs that stand on the map, each with its word; below the scale where the drawing is narrow. */
function legend(
  features: readonly MapFeature[],
  words: MapWords,
  { width, height }: Frame,
): { readonly drawn: string; readonly height: number } {
  const used = ORDER.filter((sign) => features.some((it) => it.sign === sign));
  const below = MARGIN + used.length * SIGN_ROOM > width - MARGIN - width / 5 ? 22 : 0;
  const top = height + below;
  const drawn = used.map(
    (sign, i) =>
      `<g ${SIGNS[sign].style}>${SIGNS[sign].at(MARGIN + 8 + i * SIGN_ROOM, top + 18, '')}</g>${text(MARGIN + 20 + i * SIGN_ROOM, top + 23, words.signs[sign], { size: 13 })}`,
  );
  return { drawn: drawn.join(''), height: below };
}

const SIGN_ROOM = 92;
const STEPS = [1, 2, 5];

/** A round number of metres that is about a fifth of the width. */
function scale({ metresPerUnit, width, height }: Frame, words: MapWords): string {
  const wanted = metresPerUnit * (width / 5);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const metres = Math.max(...STEPS.map((it) => it * power).filter((it) => it <= wanted), power);
  const length = tidy(metres / metresPerUnit);
  const said = metres >= 1000 ? `${metres / 1000} ${words.kilometres}` : `${metres} ${words.metres}`;
  const [right, y] = [width - MARGIN, height + 26];
  return `<path d="M${tidy(right - length)} ${y - 5}v5h${length}v-5" fill="none" stroke="${INK}" stroke-width="1.5"/>${text(right, y - 9, said, { size: 12, anchor: 'end' })}`;
}

function northArrow(word: string, width: number): string {
  return `<path d="M${width - 16} 8l5 14-5-4-5 4Z" fill="${INK}"/>${text(width - 16, 36, word, { size: 12, anchor: 'middle' })}`;
}

type Lettering = { readonly size: number; readonly fill?: string; readonly anchor?: 'middle' | 'end' };

function text(x: number, y: number, words: string, { size, fill = INK, anchor }: Lettering): string {
  return `<text x="${tidy(x)}" y="${tidy(y)}" font-size="${size}" fill="${fill}"${anchor === undefined ? '' : ` text-anchor="${anchor}"`}>${escapeHtml(words)}</text>`;
}
