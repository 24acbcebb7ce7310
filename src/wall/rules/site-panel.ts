import { lightShape } from '#/delivery/rules/charts.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import type { AreaGeometry, Geometry } from '#/planning/rules/geometry.ts';
import { type MapSign, type MapWords, siteMap } from '#/planning/rules/map.ts';
import type { SiteStage } from '#/planning/rules/site.ts';
import { lightSign } from './frame.ts';
import type { SidePanel } from './overview.ts';
import { cut, line, RULE, SOFT, text, tidy } from './svg.ts';
import type { WallWords } from './words.ts';

/** 挂图点位: a site with the light of its project; `number` is the one that it bears on the map. Where water comes from has no geometry here. */
export type WallSite = {
  readonly number: number;
  readonly id: string;
  readonly projectId: string;
  readonly projectNo: string;
  readonly name: string;
  readonly stage: SiteStage;
  readonly light: Light;
  readonly geometry: Geometry | null;
};

export type SiteGround = {
  readonly sites: readonly WallSite[];
  readonly outline: AreaGeometry | null;
  readonly reviewNo: string | null;
};

export const SIGNS: Readonly<Record<SiteStage, MapSign>> = { 'not-begun': 'empty', 'under-way': 'half', done: 'full' };

const WIDTH = 440;
const LINE = 31;
/** Fewer units than the panel has, so that the letters of the map are read from further away. */
const MAP_WIDTH = 310;

/** 点位图和点位清单: what stands at the right of the sheet. */
export function sitePanel(ground: SiteGround, words: WallWords, map: MapWords): SidePanel | null {
  if (ground.sites.length === 0) return null;
  return { width: WIDTH, draw: (height) => panel(ground, words, map, height) };
}

/** The same with a place left free, over which the browser lays tiles. */
export function panelForTiles({ sites }: SiteGround, words: WallWords): SidePanel | null {
  if (sites.length === 0) return null;
  const draw = (height: number) => {
    const place = `<rect class="map-place" y="36" width="${WIDTH}" height="${tidy(height * TILES_SHARE)}" fill="none" stroke="${RULE}"/>`;
    return place + text(0, 22, words.sites, { size: 22, bold: true }) + siteLines(sites, [height * TILES_SHARE + 50, height], words);
  };
  return { width: WIDTH, draw };
}
const TILES_SHARE = 0.6;

function panel({ sites, outline, reviewNo }: SiteGround, words: WallWords, map: MapWords, height: number): string {
  const features = sites.flatMap(({ geometry, number, stage, name, light }) =>
    geometry === null ? [] : [{ number, geometry, sign: SIGNS[stage], label: name, mark: lightShape(light) }],
  );
  const drawn = siteMap({ outline, features, words: map, note: reviewNo, width: MAP_WIDTH });
  const mapHeight = drawn === null ? 0 : heightOf(drawn) * (WIDTH / MAP_WIDTH);
  const scale = Math.min(1, (height * 0.62) / Math.max(mapHeight, 1));
  const below = 30 + mapHeight * scale + (drawn === null ? 0 : 14);
  const nested =
    drawn?.replace(
      '<svg ',
      `<svg y="36" x="${tidy((WIDTH - WIDTH * scale) / 2)}" width="${tidy(WIDTH * scale)}" height="${tidy(mapHeight * scale)}" `,
    ) ?? '';
  return text(0, 22, words.sites, { size: 22, bold: true }) + nested + siteLines(sites, [below, height], words);
}

/** As many as there is room for, and how many are left out. */
function siteLines(sites: readonly WallSite[], [below, height]: readonly [number, number], words: WallWords): string {
  const room = Math.max(Math.floor((height - below - 8) / LINE), 1);
  const listed = sites.length <= room ? sites : sites.slice(0, room - 1);
  const rest = sites.length - listed.length;
  return [
    ...listed.map((it, i) => siteLine(it, below + 22 + i * LINE, words)),
    rest === 0 ? '' : text(0, below + 22 + listed.length * LINE, words.moreSites(rest), { size: 19, fill: SOFT }),
  ].join('');
}

function heightOf(svg: string): number {
  return Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)![1]);
}

function siteLine({ number, name, stage, light, geometry }: WallSite, y: number, words: WallWords): string {
  const said = geometry === null ? `${words.stages[stage]}，${words.notOnMap}` : words.stages[stage];
  return [
    line([0, y + 9], [WIDTH, y + 9], `stroke="${RULE}"`),
    text(30, y, String(number), { size: 20, bold: true, anchor: 'end' }),
    lightSign(light, { x: 40, y, size: 19, word: '' }),
    text(66, y, cut(name, 20, WIDTH - 66 - 20 * said.length - 16), { size: 20 }),
    text(WIDTH, y, said, { size: 19, fill: SOFT, anchor: 'end' }),
  ].join('');
}
