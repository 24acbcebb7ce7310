import type { Area } from '#/planning/rules/area.ts';
import { lineageOf } from '#/planning/rules/area.ts';

/** A place and all that lies in it. */
export function within(areas: readonly Area[], scope: string): ReadonlySet<string> {
  const inside = new Set([scope]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const { id, parentId } of areas) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return inside;
}

type Linked = Pick<Area, 'id' | 'kind' | 'parentId'>;
const isTownship = ({ kind }: Linked) => kind === 'township' || kind === 'subdistrict';

/** The township or subdistrict that each place is, or lies in; null where it lies in none. */
export function townshipsOf(areas: readonly Linked[]): ReadonlyMap<string, string | null> {
  return new Map(areas.map(({ id }) => [id, lineageOf(areas, id).find(isTownship)?.id ?? null]));
}

/** 应有的乡镇街道: those of the district, or of the place that was asked for; a village is asked of in its own. */
export function townshipsIn(areas: readonly Area[], scope: string | null): readonly string[] {
  const all = areas.filter(isTownship).map(({ id }) => id);
  if (scope === null) return all;
  const inside = within(areas, scope);
  const own = townshipsOf(areas).get(scope) ?? null;
  return all.filter((id) => inside.has(id) || id === own);
}
