import type pg from 'pg';

export type BackupTable = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Rows belong to a district and are seen by nobody who does not name it. */
  readonly isByDistrict: boolean;
  readonly refersTo: readonly string[];
};

/** The tables of these schemas, those first that others refer to. */
export async function listTables(client: pg.ClientBase, schemas: readonly string[]): Promise<readonly BackupTable[]> {
  const found = await client.query<BackupTable>(
    `select n.nspname || '.' || c.relname as "table",
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
            c.relforcerowsecurity as "isByDistrict",
            array(select distinct fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
                    join pg_namespace fn on fn.oid = f.relnamespace
                   where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as "refersTo"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1`,
    [schemas],
  );
  return inOrder(found.rows);
}

function inOrder(tables: readonly BackupTable[]): readonly BackupTable[] {
  const sorted: BackupTable[] = [];
  let left = tables;
  while (left.length > 0) {
    const there = new Set(sorted.map((it) => it.table));
    const ready = left.filter((it) => it.refersTo.every((other) => there.has(other) || !left.some(({ table }) => table === other)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map((it) => it.table).join(', ')}`);
    sorted.push(...ready);
    left = left.filter((it) => !ready.includes(it));
  }
  return sorted;
}

export function quoted(client: pg.ClientBase, table: string): string {
  return table
    .split('.')
    .map((it) => client.escapeIdentifier(it))
    .join('.');
}

/** Text that means the same when it is read back, whatever the server or the role prefers. */
export const PLAIN_FORMS = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local timezone = 'UTC'; set local client_encoding = 'UTF8'`;
