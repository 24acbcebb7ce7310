import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import { takeLock } from '../embedded/lock.ts';
import { schemasOf } from '../migrate.ts';
import type { Module } from '../module.ts';
import { beside } from '../pool.ts';
import { GLOBAL_DISTRICT, type World } from '../transaction.ts';
import { keyChecks } from './key-checks.ts';
import { isBackupName, LEFT_OUT, MANIFEST, type Manifest, nameOf, PARTIAL } from './manifest.ts';
import { listTables, PLAIN_FORMS } from './tables.ts';
import { type FileLost, type KnownFile, writeFiles } from './write-files.ts';
import { type Said, writeTables } from './write-tables.ts';

export type BackupWritten = {
  readonly folder: string;
  readonly at: string;
  readonly tables: number;
  readonly rows: number;
  /** Packed, without the files. */
  readonly bytes: number;
  readonly files: number;
  readonly fileBytes: number;
  /** Files that no earlier backup of the series held. */
  readonly filesCopied: number;
  readonly fileBytesCopied: number;
  readonly heads: Manifest['heads'];
};
export type BackupRefusal = FileLost | { readonly busy: number | null } | { readonly taken: string };

export type Backup = {
  readonly world: World;
  readonly modules: readonly Module[];
  readonly version: string;
  /** Folder of the series: one folder for each backup, and the stored files beside them. */
  readonly series: string;
  readonly say: Said;
};

/**
 * 备份: writes all that the database and the file store hold, of one moment, without the key file. Runs beside a working server, as the role
 * of the application. Finished is what has its name: a backup that was cut short is no backup.
 */
export async function backUp(it: Backup): Promise<BackupWritten | BackupRefusal> {
  if (isForeign(it.series)) return { taken: it.series };
  fs.mkdirSync(it.series, { recursive: true, mode: 0o700 });
  const lock = takeLock(path.join(it.series, '.lock'));
  if ('heldBy' in lock) return { busy: lock.heldBy };
  try {
    for (const name of fs.readdirSync(it.series).filter((one) => one.startsWith(PARTIAL)))
      fs.rmSync(path.join(it.series, name), { recursive: true });
    return await writeWhole(it);
  } finally {
    lock.release();
  }
}

const OWN = /^(files|\.lock(\.pid|-journal)?|\.partial-.*)$/;

function isForeign(series: string): boolean {
  return fs.existsSync(series) && fs.readdirSync(series).some((name) => !isBackupName(name) && !OWN.test(name));
}

async function writeWhole(it: Backup): Promise<BackupWritten | BackupRefusal> {
  const partial = path.join(it.series, `${PARTIAL}${newId()}`);
  fs.mkdirSync(path.join(partial, 'tables'), { recursive: true, mode: 0o700 });
  try {
    const taken = await takeTables(it, partial);
    const files = await writeFiles(taken.files, { filesFolder: it.world.filesFolder, series: it.series, folder: partial });
    if ('lost' in files) return files;
    const manifest: Manifest = { ...taken.manifest, files: files.part };
    fs.writeFileSync(path.join(partial, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
    const folder = path.join(it.series, nameOf(manifest.at));
    fs.renameSync(partial, folder);
    return {
      folder,
      at: manifest.at,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, one) => sum + one.rows, 0),
      bytes: manifest.tables.reduce((sum, one) => sum + one.bytes, 0),
      files: files.part.count,
      fileBytes: files.part.totalBytes,
      filesCopied: files.copied,
      fileBytesCopied: files.copiedBytes,
      heads: manifest.heads,
    };
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
}

type Taken = { readonly manifest: Omit<Manifest, 'files'>; readonly files: readonly KnownFile[] };

/** In one transaction that sees one moment, however long it takes and whatever is written meanwhile. */
function takeTables({ world, modules, version, say }: Backup, folder: string): Promise<Taken> {
  return beside(world.pool, async (client) => {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_FORMS}`);
    const at = new Date().toISOString();
    const migrations = await client.query<{ name: string; digest: string }>('select name, digest from platform.migration order by name');
    const heads = await client.query<{ district: string; seq: number; digest: string }>(
      'select district, seq, digest from platform.journal_head order by district',
    );
    const districts = await listDistricts(client, modules);
    const tables = await listTables(client, schemasOf(modules));
    const parts = await writeTables(client, { tables, districts, folder, say, ownChain: world.ownChain });
    const [files, keyNames] = await listFilesAndKeys(client, districts);
    await client.query('commit');
    const manifest: Taken['manifest'] = {
      format: 1,
      product: 'luoshi',
      version,
      at,
      migrations: migrations.rows,
      tables: [...parts],
      leftOut: { ...LEFT_OUT },
      heads: Object.fromEntries(heads.rows.map(({ district, ...head }) => [district, head])),
      keys: keyChecks(world.keys, keyNames),
    };
    return { manifest, files };
  });
}

/** Of every list that there is: of those who keep districts, of the journal, and the one that stands for no district. */
async function listDistricts(client: pg.ClientBase, modules: readonly Module[]): Promise<readonly string[]> {
  const chains = await client.query<{ district: string }>('select district from platform.journal_head');
  const found = new Set([GLOBAL_DISTRICT, ...chains.rows.map((it) => it.district)]);
  for (const { districts } of modules) for (const { district } of (await districts?.(client)) ?? []) found.add(district);
  return [...found].sort();
}

async function listFilesAndKeys(client: pg.ClientBase, districts: readonly string[]): Promise<[KnownFile[], string[]]> {
  const files: KnownFile[] = [];
  const keys = new Set<string>();
  for (const district of districts) {
    await client.query(`set local luoshi.district = '${district}'`);
    const found = await client.query<KnownFile>('select district, digest from platform.file where district = $1 order by digest', [
      district,
    ]);
    const named = await client.query<{ name: string }>('select distinct key_id as name from platform.journal_entry where district = $1', [
      district,
    ]);
    files.push(...found.rows);
    for (const { name } of named.rows) keys.add(name);
  }
  return [files, [...keys]];
}
