import { Problem } from '#/kernel/problem.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import { nameKey } from '../rules/name.ts';
import type { Unit } from '../rules/unit.ts';

const COLUMNS = `id, name, aliases, kind, credit_code as "creditCode", sort_order as "sortOrder", is_active as "isActive", merged_into_id as "mergedIntoId", version`;

/** All units of the district, ended ones too: reports of the year go on naming them. */
export async function listUnits({ client, district }: Reader): Promise<readonly Unit[]> {
  const found = await client.query<Unit>({
    name: 'units-list',
    text: `select ${COLUMNS} from organisation.unit where district = $1 order by is_active desc, sort_order, name`,
    values: [district],
  });
  return found.rows;
}

export async function findUnits({ client, district }: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
  const found = await client.query<Unit>({
    name: 'units-find',
    text: `select ${COLUMNS} from organisation.unit where district = $1 and id = any($2::uuid[])`,
    values: [district, ids],
  });
  return new Map(found.rows.map((it) => [it.id, it]));
}

export async function getUnit(reader: Reader, id: string): Promise<Unit> {
  const unit = (await findUnits(reader, [id])).get(id);
  if (unit === undefined) throw new Problem(404, 'unknown-unit', { id });
  return unit;
}

/** All units, held until the transaction ends: two people cannot give one name away at once. */
export async function listUnitsForUpdate(writer: Writer): Promise<readonly Unit[]> {
  await writer.client.query(`select pg_advisory_xact_lock(hashtext('organisation.unit'), $1::int)`, [Number(writer.district)]);
  return listUnits(writer);
}

export async function saveUnit(writer: Writer, it: Unit): Promise<void> {
  const values = {
    name: it.name,
    name_key: nameKey(it.name),
    aliases: it.aliases,
    kind: it.kind,
    credit_code: it.creditCode,
    sort_order: it.sortOrder,
    is_active: it.isActive,
    merged_into_id: it.mergedIntoId,
  };
  await save(writer, 'organisation.unit', { id: it.id }, values);
}
