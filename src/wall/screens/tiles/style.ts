import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { boxOf } from '#/planning/rules/geometry.ts';
import type { SiteGround } from '../../rules/site-panel.ts';
import type { PageTiles } from './settings.ts';

const SEAL = '#b3261e';
const INK = '#1b1b1a';
type GeoJson = Exclude<GeoJSONSourceSpecification['data'], string>;

/** Lines and areas of the sites; points stand as markers above them. */
export function shapesOf({ sites }: SiteGround): GeoJson {
  const features = sites.flatMap(({ geometry }) =>
    geometry === null || geometry.type === 'Point' ? [] : [{ type: 'Feature', properties: {}, geometry }],
  );
  return { type: 'FeatureCollection', features } as unknown as GeoJson;
}

export function outlineOf({ outline }: SiteGround): GeoJson {
  const features = outline === null ? [] : [{ type: 'Feature', properties: {}, geometry: outline }];
  return { type: 'FeatureCollection', features } as unknown as GeoJson;
}

/** Tiles below, the district's outline and the shapes of the sites above; no letters, so that no font is fetched. */
export function styleOf(tiles: PageTiles, ground: SiteGround): StyleSpecification {
  const { minZoom, maxZoom } = tiles;
  const layers = tiles.templates.map((template, i) => {
    const address = new URL(template, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
    return [`tiles-${i}`, { type: 'raster', tiles: [address], tileSize: 256, minzoom: minZoom, maxzoom: maxZoom }] as const;
  });
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(layers),
      outline: { type: 'geojson', data: outlineOf(ground) },
      shapes: { type: 'geojson', data: shapesOf(ground) },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': '#f7f6f2' } },
      ...layers.map(([id]) => ({ id, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } }) as const),
      { id: 'outline', type: 'line', source: 'outline', paint: { 'line-color': INK, 'line-width': 2, 'line-dasharray': [4, 2] } },
      {
        id: 'areas',
        type: 'fill',
        source: 'shapes',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': SEAL, 'fill-opacity': 0.15 },
      },
      { id: 'lines', type: 'line', source: 'shapes', paint: { 'line-color': SEAL, 'line-width': 3 } },
    ],
  } as StyleSpecification;
}

export type Bounds = [[number, number], [number, number]];

/** Around everything that is shown; null where nothing has a place. */
export function boundsOf({ sites, outline }: SiteGround): Bounds | null {
  const placed = sites.flatMap(({ geometry }) => geometry ?? []);
  const box = boxOf(placed.length > 0 ? placed : outline === null ? [] : [outline]);
  return box === null
    ? null
    : [
        [box.west, box.south],
        [box.east, box.north],
      ];
}
