import { Problem } from '#/kernel/problem.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { Area } from '../rules/area.ts';
import type { AreaGeometry } from '../rules/geometry.ts';
import type { Outline } from '../rules/site.ts';

export async function listAreas({ client, district }: Reader): Promise<readonly Area[]> {
  const found = await client.query<Area>({
    name: 'planning-areas',
    text: `select id, kind, name, parent_id as "parentId", code, version from planning.area where district = $1
            order by code nulls last, name collate "C", id`,
    values: [district],
  });
  return found.rows;
}

/** All areas and sites, held until the transaction ends: names, codes and parents are looked at together. */
export async function holdPlaces({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`planning.places ${district}`]);
}

export function getArea(areas: readonly Area[], id: string): Area {
  const area = areas.find((it) => it.id === id);
  if (area === undefined) throw new Problem(404, 'unknown-area', { id });
  return area;
}

export async function saveArea(writer: Writer, { id, kind, name, parentId, code }: Area): Promise<void> {
  await save(writer, 'planning.area', { id }, { kind, name, name_key: nameKey(name), parent_id: parentId, code });
}

export async function removeArea(writer: Writer, id: string): Promise<void> {
  await remove(writer, 'planning.area', { id });
}

export async function findOutline({ client, district }: Reader): Promise<Outline | null> {
  const found = await client.query<Outline>({
    name: 'planning-outline',
    text: `select geometry, source, review_no as "reviewNo", to_char(set_on, 'YYYY-MM-DD') as "setOn", version from planning.outline where district = $1`,
    values: [district],
  });
  return found.rows[0] ?? null;
}

type NewOutline = { readonly geometry: AreaGeometry; readonly source: string; readonly reviewNo: string | null };

export async function saveOutline(writer: Writer, { geometry, source, reviewNo }: NewOutline): Promise<void> {
  const values = { geometry, source, review_no: reviewNo, set_by: writer.actor.name, set_on: writer.today };
  await save(writer, 'planning.outline', {}, values);
}
