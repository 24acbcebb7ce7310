import { z } from 'zod';

/** Degrees of CGCS2000, which is WGS-84 at the accuracy of a map: longitude first, as in GeoJSON (RFC 7946). */
export type Position = readonly [lon: number, lat: number];

/** 几何: where a thing lies: a point, a line (a road, a pipe) or an area. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** 坐标系, as it was captured: satellite positioning and 天地图; the maps of 高德 and 腾讯; the maps of 百度. */
export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/** A line or an area of a project; a longer one is drawn too fine for any map of a district. */
export const MOST_POSITIONS = 2000;

/** Longitudes and latitudes of China; what lies outside has its numbers swapped, or a point in the wrong place. README, 来源 3. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const;

const position = z
  .array(z.number())
  .min(2)
  .max(3)
  .transform(([lon, lat]): Position => [lon!, lat!]);
const line = z.array(position).min(2);
const ring = z
  .array(position)
  .min(4)
  .refine((it) => it[0]![0] === it.at(-1)![0] && it[0]![1] === it.at(-1)![1]);
const polygon = z.array(ring).min(1);

const areas = [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
] as const;
export const AreaGeometry: z.ZodType<AreaGeometry> = z.discriminatedUnion('type', areas);

export const Geometry: z.ZodType<Geometry> = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: position }),
    z.object({ type: z.literal('LineString'), coordinates: line }),
    z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
    ...areas,
  ])
  .refine((it) => positionsOf(it).length <= MOST_POSITIONS);

type Nested = readonly (number | Nested)[];

export function positionsOf({ coordinates }: Geometry): readonly Position[] {
  const found: Position[] = [];
  const walk = (it: Nested): void => {
    if (typeof it[0] === 'number') found.push(it as unknown as Position);
    else for (const inner of it) walk(inner as Nested);
  };
  walk(coordinates as Nested);
  return found;
}

/** The same geometry with every position changed by `change`. */
export function mapPositions<It extends Geometry>(geometry: It, change: (at: Position) => Position): It {
  const walk = (it: Nested): unknown =>
    typeof it[0] === 'number' ? change(it as unknown as Position) : it.map((inner) => walk(inner as Nested));
  return { type: geometry.type, coordinates: walk(geometry.coordinates as Nested) } as It;
}

/** The lines that draw a geometry; a point has none. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Point') return [];
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
}

/** Seven places are a centimetre. */
export function rounded<It extends Geometry>(geometry: It, places = 7): It {
  return mapPositions(geometry, ([lon, lat]) => [Number(lon.toFixed(places)), Number(lat.toFixed(places))]);
}

export type Box = { readonly west: number; readonly east: number; readonly south: number; readonly north: number };

export function boxOf(geometries: readonly Geometry[]): Box | null {
  const all = geometries.flatMap(positionsOf);
  if (all.length === 0) return null;
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [lon, lat] of all) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

export function liesInChina(geometry: Geometry): boolean {
  return positionsOf(geometry).every(([lon, lat]) => lon >= CHINA.west && lon <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north);
}

/** True where a part of the geometry lies outside the outline; without an outline nothing does. */
export function leavesOutline(geometry: Geometry, outline: AreaGeometry | null): boolean {
  return outline !== null && positionsOf(geometry).some((it) => !isInside(it, outline));
}

/** By counting the edges that a line to the east crosses, over all rings: a hole takes its inside out again. */
function isInside([lon, lat]: Position, outline: AreaGeometry): boolean {
  let inside = false;
  for (const ring of linesOf(outline)) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x, y], [px, py]] = [ring[i]!, ring[j]!];
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
    }
  }
  return inside;
}

/** Fewer corners, none further from the drawn line than `tolerance` degrees (Douglas–Peucker); rings stay closed. */
export function simplified(outline: AreaGeometry, tolerance: number): AreaGeometry {
  const thin = (rings: readonly (readonly Position[])[]) => rings.map((it) => thinned(it, tolerance)).filter((it) => it.length >= 4);
  if (outline.type === 'Polygon') return { type: 'Polygon', coordinates: thin(outline.coordinates) };
  return { type: 'MultiPolygon', coordinates: outline.coordinates.map(thin).filter((it) => it.length > 0) };
}

function thinned(ring: readonly Position[], tolerance: number): readonly Position[] {
  // The first and last corner of a ring are one: it is cut at its far corner, so that each half has two ends.
  const far = farthest(ring, 0, ring.length - 1).at;
  const keep = new Set([0, far, ring.length - 1]);
  const deepest = 2 * Math.ceil(Math.log2(ring.length));
  const work: (readonly [number, number, number])[] = [
    [0, far, 0],
    [far, ring.length - 1, 0],
  ];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [from, to, depth] = next;
    const { at, distance } = farthest(ring, from, to);
    if (distance <= tolerance) continue;
    // An outline that loses one corner at a time is halved from here on: the work stays within n log n, for a corner more.
    const cut = depth < deepest ? at : Math.floor((from + to) / 2);
    keep.add(cut);
    work.push([from, cut, depth + 1], [cut, to, depth + 1]);
  }
  return ring.filter((_, i) => keep.has(i));
}

function farthest(ring: readonly Position[], from: number, to: number): { readonly at: number; readonly distance: number } {
  let [at, distance] = [from, 0];
  for (let i = from + 1; i < to; i++) {
    const found = distanceTo(ring[i]!, ring[from]!, ring[to]!);
    if (found > distance) [at, distance] = [i, found];
  }
  return { at, distance };
}

function distanceTo([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
