import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { MODULES } from '#/life.ts';
import { PLATFORM_EXEMPT } from '#/platform/migrate.ts';
import { cloneDatabase } from '#/testing.ts';

/** Tables that no district owns, each with its reason; the account library keeps its own in `auth`. */
const EXEMPT = Object.assign({}, PLATFORM_EXEMPT, ...MODULES.map((it) => it.exemptTables ?? {})) as Record<string, string>;
const SCHEMAS = MODULES.map((it) => it.name);

async function inCatalogue<Row extends object>(sql: string): Promise<readonly Row[]> {
  const { url, drop } = await cloneDatabase();
  const client = new pg.Client({ connectionString: url.admin });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [SCHEMAS])).rows;
  } finally {
    await client.end();
    await drop();
  }
}

const TABLES = `select n.nspname || '.' || c.relname as "table", c.oid, c.relrowsecurity as secured, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('r', 'p')`;

test('every table belongs to a district by forced row-level security, or is exempt by name with a reason', async () => {
  const tables = await inCatalogue<{ table: string; secured: boolean; forced: boolean }>(TABLES);

  const open = tables.filter((it) => !(it.secured && it.forced)).map((it) => it.table);
  assert.ok(tables.length > 10, `${tables.length} tables seen`);
  assert.deepEqual(open.sort(), Object.keys(EXEMPT).sort());
});

test('every primary key, unique constraint and unique index leads with the district', async () => {
  const keys = await inCatalogue<{ table: string; name: string; first: string }>(
    `select t."table", i.indexrelid::regclass::text as name, a.attname as first
       from (${TABLES}) t join pg_index i on i.indrelid = t.oid and i.indisunique
       join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]`,
  );

  assert.deepEqual(
    keys.filter((it) => it.first !== 'district' && !(it.table in EXEMPT)),
    [],
  );
});

test('every foreign key leads from a district into the same district', async () => {
  const links = await inCatalogue<{ table: string; name: string; own: string; other: string }>(
    `select t."table", k.conname as name, a.attname as own, b.attname as other
       from (${TABLES}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]`,
  );

  assert.deepEqual(
    links.filter((it) => (it.own !== 'district' || it.other !== 'district') && !(it.table in EXEMPT)),
    [],
  );
});

test('no table has a trigger, so that the schema can be distributed', async () => {
  const triggers = await inCatalogue(
    `select t."table", g.tgname from (${TABLES}) t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,
  );

  assert.deepEqual(triggers, []);
});

test('every check constraint has a name of its own', async () => {
  const unnamed = await inCatalogue<{ table: string; name: string }>(
    `select t."table", k.conname as name from (${TABLES}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'c'
      where k.conname ~ '_check[0-9]*$'`,
  );

  assert.deepEqual(
    unnamed.map((it) => it.name),
    [],
  );
});
