import packed from 'gcoord';
import { type CoordinateSystem, type Geometry, mapPositions, type Position, rounded } from './rules/geometry.ts';

/** The package's types put a `default` where its code has none. */
const gcoord = packed as unknown as typeof packed.default;
const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Brings what was captured in a system of a commercial map to CGCS2000. The one place, with `shiftedTo`, where coordinates are shifted. */
export function shiftedFrom<It extends Geometry>(geometry: It, system: CoordinateSystem): It {
  return system === 'wgs84' ? rounded(geometry) : rounded(mapPositions(geometry, (at) => solved(at, system)));
}

export function shiftedTo<It extends Geometry>(geometry: It, system: CoordinateSystem): It {
  return system === 'wgs84' ? geometry : mapPositions(geometry, (at) => forward(at, system));
}

function forward([lon, lat]: Position, system: CoordinateSystem): Position {
  const [x, y] = gcoord.transform([lon, lat], SYSTEMS.wgs84, SYSTEMS[system]);
  return [x!, y!];
}

/** The way back is solved until the way there gives the same point again: the library's own stops at some decimetres. */
function solved(at: Position, system: CoordinateSystem): Position {
  let [lon, lat] = gcoord.transform([at[0], at[1]], SYSTEMS[system], SYSTEMS.wgs84) as [number, number];
  for (let i = 0; i < 4; i++) {
    const [x, y] = forward([lon, lat], system);
    [lon, lat] = [lon - (x - at[0]), lat - (y - at[1])];
  }
  return [lon, lat];
}
