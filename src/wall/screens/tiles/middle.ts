import { type Geometry, linesOf, type Position, positionsOf } from '#/planning/rules/geometry.ts';

/** Where the sign of a site stands: a point itself, the middle corner of a line, the middle of an area. */
export function middleOf(geometry: Geometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const longest = [...linesOf(geometry)].sort((a, b) => b.length - a.length)[0]!;
    const [a, b] = [longest[Math.floor((longest.length - 1) / 2)]!, longest[Math.ceil((longest.length - 1) / 2)]!];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  }
  const all = positionsOf(geometry);
  const sum = all.reduce<Position>(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0]);
  return [sum[0] / all.length, sum[1] / all.length];
}
