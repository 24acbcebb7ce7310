import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { townshipsOf, within } from '../rules/areas.ts';
import type { TableWindow } from '../rules/entries/counting.ts';
import type { CountAsked } from '../rules/figure.ts';

/** Days and places of which a count was asked. */
export async function windowOf(reader: Reader, { scope, period, asOf }: CountAsked): Promise<TableWindow> {
  const areas = await listAreas(reader);
  const townships = townshipsOf(areas);
  return {
    from: period.from,
    to: asOf < period.to ? asOf : period.to,
    areas: scope === null ? null : within(areas, scope),
    topOf: (areaId) => (areaId === null ? null : (townships.get(areaId) ?? null)),
  };
}
