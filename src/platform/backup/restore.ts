import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '#/kernel/id.ts';
import { placeOf } from '../files.ts';
import { migrate, schemasOf } from '../migrate.ts';
import type { Module } from '../module.ts';
import { placeOfFile, type TablePart } from './manifest.ts';
import type { CheckedBackup } from './read.ts';
import { listTables, PLAIN_FORMS, quoted } from './tables.ts';
import type { Said } from './write-tables.ts';

export type Target = {
  /** Owner of the tables; the only one who may let go of row-level security for the time of the loading. */
  readonly ownerUrl: string;
  readonly appRole: string;
  readonly filesFolder: string;
  readonly modules: readonly Module[];
  readonly say: Said;
};

/** A table that holds rows already: nothing is restored over it. */
export type NotEmpty = { readonly notEmpty: string };
export type Restored = { readonly rows: number; readonly files: number; readonly migrated: readonly string[] };

/**
 * 恢复: makes the tables as the version that wrote the backup knew them, puts the files back, fills all of them in one transaction, and
 * brings everything to this version. Interrupted, it leaves empty tables, and can be begun again.
 */
export async function restore({ folder, series, manifest, files }: CheckedBackup, it: Target): Promise<Restored | NotEmpty> {
  const client = new pg.Client({ connectionString: it.ownerUrl });
  await client.connect();
  try {
    const full = await clear(client, it.modules);
    if (full !== null) return { notEmpty: full };
    await migrate(it.ownerUrl, it.appRole, it.modules, new Set(manifest.migrations.map(({ name }) => name)));
    // Before the rows that name them: cut short here, the tables are empty still.
    for (const file of files) putBack(path.join(series, placeOfFile(file.stored)), placeOf(it.filesFolder, file.district, file.digest));
    if (files.length > 0) it.say(`${files.length} 个文件 files`);
    const rows = await load(client, manifest.tables, folder, it);
    const migrated = await migrate(it.ownerUrl, it.appRole, it.modules);
    await client.query('analyze');
    return { rows, files: files.length, migrated };
  } finally {
    await client.end();
  }
}

/** Takes empty tables away, so that those of the backup's own version can be made; names the first table that is not empty, and touches nothing. */
async function clear(client: pg.Client, modules: readonly Module[]): Promise<string | null> {
  const tables = await listTables(client, schemasOf(modules));
  // A server that is at work with these tables is not held up: those that need no lock are looked at first.
  await client.query(`begin; set local lock_timeout = '10s'`);
  const asked = tables.filter((one) => one.table !== 'platform.migration').sort((a, b) => Number(a.isByDistrict) - Number(b.isByDistrict));
  for (const { table, isByDistrict } of asked) {
    const name = quoted(client, table);
    if (isByDistrict) await client.query(`alter table ${name} no force row level security`);
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
    if (rowCount === 0) continue;
    await client.query('rollback');
    return table;
  }
  const schemas = [...new Set(tables.map(({ table }) => table.split('.')[0]!))];
  for (const schema of schemas) await client.query(`drop schema ${client.escapeIdentifier(schema)} cascade`);
  await client.query('commit');
  return null;
}

/** PostgreSQL refuses COPY where row-level security binds: it is not forced on the owner while he loads, in the same transaction. */
async function load(client: pg.Client, parts: readonly TablePart[], folder: string, { modules, say }: Target): Promise<number> {
  const byName = new Map(parts.map((it) => [it.table, it]));
  let rows = 0;
  await client.query(`begin; ${PLAIN_FORMS}`);
  try {
    for (const { table, isByDistrict } of await listTables(client, schemasOf(modules))) {
      const part = byName.get(table);
      if (part === undefined || part.rows === 0 || table === 'platform.migration') continue;
      const name = quoted(client, table);
      if (isByDistrict) await client.query(`alter table ${name} no force row level security`);
      const columns = part.columns.map((column) => client.escapeIdentifier(column)).join(', ');
      const into = client.query(copyFrom(`copy ${name} (${columns}) from stdin`));
      await pipeline(fs.createReadStream(path.join(folder, part.part)), createZstdDecompress(), into);
      if (into.rowCount !== part.rows) throw new Error(`${table}: ${into.rowCount} rows were read, ${part.rows} were written`);
      if (isByDistrict) await client.query(`set constraints all immediate; alter table ${name} force row level security`);
      rows += part.rows;
      say(`${table}: ${part.rows} 行 rows`);
    }
    await client.query('commit');
    return rows;
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  }
}

function putBack(from: string, to: string): void {
  if (fs.existsSync(to)) return;
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const fresh = `${to}.${newId()}`;
  fs.copyFileSync(from, fresh);
  fs.chmodSync(fresh, 0o600);
  fs.renameSync(fresh, to);
}
