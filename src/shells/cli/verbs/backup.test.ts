import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import pg from 'pg';
import { type Composition, compose, VERSION, webOf } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { createDistrict } from '#/organisation/door.ts';
import { foreignKeys } from '#/platform/backup/key-checks.ts';

import { type CheckedBackup, checkBackup, checkVersion } from '#/platform/backup/read.ts';
import { type NotEmpty, type Restored, restore } from '#/platform/backup/restore.ts';
import { tidy } from '#/platform/backup/tidy.ts';
import { type BackupWritten, backUp } from '#/platform/backup/write.ts';
import { takeLock } from '#/platform/embedded/lock.ts';
import { putBytes, readBytes, storeFile } from '#/platform/files.ts';
import { knownMigrations, migrate, schemasOf } from '#/platform/migrate.ts';
import { openPool } from '#/platform/pool.ts';
import { digestOf, keysOf } from '#/platform/secrets.ts';
import type { World } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { aFrozenList, type TestPublication } from '#/publication/test-edition.ts';
import { cloneDatabase } from '#/testing.ts';

const quiet = () => {};

function aPlace(t: TestContext): string {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-backup-'));
  t.after(() => fs.rmSync(place, { recursive: true, force: true }));
  return place;
}

/** Two districts with lists, an edition, people's data and files. */
async function aBusyInstallation(t: TestContext): Promise<TestPublication> {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  await aFrozenList(t, { app: list.app, district: '990002', name: '云桥区' });
  await keepFile(list, '990001', '第一份佐证');
  await keepFile(list, '990002', '第二份佐证');
  return list;
}

async function keepFile({ app }: TestPublication, district: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const digest = await putBytes(app.world, district, bytes);
  await app.mustRun(storeFile, district, { digest, name: `${text}.txt`, size: bytes.length, mediaType: 'text/plain' });
  return digest;
}

async function written(world: World, series: string, say: (line: string) => void = quiet): Promise<BackupWritten> {
  const done = await backUp({ world, modules: MODULES, version: VERSION, series, say });
  assert.ok('folder' in done, JSON.stringify(done));
  return done;
}

async function checked(folder: string): Promise<CheckedBackup> {
  const backup = await checkBackup(folder);
  assert.ok('manifest' in backup, JSON.stringify(backup));
  return backup;
}

type Another = {
  readonly world: World;
  readonly composition: Composition;
  readonly admin: pg.Pool;
  into(it: CheckedBackup): Promise<Restored | NotEmpty>;
};

/** An installation of its own: another database, another folder, the same or another key. */
async function another(t: TestContext, keys: World['keys']): Promise<Another> {
  const { url, drop } = await cloneDatabase();
  const [pool, admin, filesFolder] = [openPool(url.app, 3), openPool(url.admin, 2), path.join(aPlace(t), 'files')];
  t.after(async () => {
    await pool.end();
    await admin.end();
    await drop();
  });
  const composition = compose({ pool, keys, filesFolder, today: '2026-06-18' });
  const into = (it: CheckedBackup) =>
    restore(it, { ownerUrl: url.owner, appRole: 'luoshi_test_app', filesFolder, modules: MODULES, say: quiet });
  return { world: composition.world, composition, admin, into };
}

/** As a superuser, who sees behind row-level security. */
async function rowsOf(pool: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const tables = await pool.query<{ table: string }>(
    `select n.nspname || '.' || quote_ident(c.relname) as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and c.relkind = 'r' order by 1`,
    [schemasOf(MODULES)],
  );
  const counts: Record<string, number> = {};
  for (const { table } of tables.rows) counts[table] = (await pool.query(`select 1 from ${table}`)).rowCount!;
  return counts;
}

test('a backup restored into an empty database has every row, the same heads, and gives the same answers', async (t) => {
  const list = await aBusyInstallation(t);
  const { app } = list;
  const backup = await checked((await written(app.world, aPlace(t))).folder);
  const it = await another(t, app.world.keys);

  await it.into(backup);

  const [before, after] = [await rowsOf(app.ownerPool), await rowsOf(it.admin)];
  assert.deepEqual(after, before);
  assert.ok(before['platform.change']! > 20 && before['publication.figure']! > 0);
  const [old, fresh] = [await verifyJournal(app.world, []), await verifyJournal(it.world, [])];
  assert.deepEqual([fresh.first, fresh.heads, fresh.entries], [null, old.heads, old.entries]);
  const web = await webOf(it.composition, {
    session: { register() {}, findSession: async () => null },
    staffFolder: null,
    trustProxy: false,
    logger: 'faults',
  });
  for (const url of ['/', '/990001/2026', '/en/990001/2026/1', '/990001/2026/board.json'])
    assert.equal((await web.inject({ url })).body, (await app.page(url)).text, url);
  assert.equal((await readBytes(it.world, '990002', digestOf('第二份佐证'))).toString(), '第二份佐证');
  const forced = await it.admin.query(
    `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relrowsecurity and not c.relforcerowsecurity`,
    [schemasOf(MODULES)],
  );
  assert.equal(forced.rowCount, 0);
});

test('log-ins are not in a backup, accounts are; nor is any key', async (t) => {
  const { app } = await aBusyInstallation(t);
  const id = '01990000-0000-7000-8000-000000000001';
  await app.ownerPool.query(`insert into auth."user" (id, name, email, "emailVerified") values ($1, '周初', 'x@invalid', false)`, [id]);
  await app.ownerPool.query(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ($1, now() + interval '1 day', 'opaque', now(), $1)`,
    [id],
  );
  const backup = await checked((await written(app.world, aPlace(t))).folder);
  const it = await another(t, app.world.keys);

  await it.into(backup);

  const after = await rowsOf(it.admin);
  assert.deepEqual([after['auth."user"'], after['auth.session']], [1, 0]);
  const key = Buffer.alloc(32, 7);
  const files = fs.readdirSync(backup.series, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const bytes = fs.readFileSync(path.join(parentPath, name));
    const plain = name.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes;
    assert.ok(!plain.includes(key) && !plain.includes(key.toString('base64')), name);
  }
});

test('a second backup copies no file again, and stands by itself', async (t) => {
  const list = await aBusyInstallation(t);
  const series = aPlace(t);
  const first = await written(list.app.world, series);
  await keepFile(list, '990001', '第三份佐证');
  fs.renameSync(first.folder, path.join(series, '2026-01-01T00-00-00Z'));

  const second = await written(list.app.world, series);

  assert.deepEqual([first.filesCopied, first.files, second.filesCopied, second.files], [2, 2, 1, 3]);
  assert.equal((await checked(series)).folder, second.folder);
  assert.equal((await checked(second.folder)).files.length, 3);
});

test('what is written while a backup runs does not tear it: it tells of the moment at which it began', async (t) => {
  const list = await aBusyInstallation(t);
  const meanwhile: Promise<void>[] = [];
  const done = await written(list.app.world, aPlace(t), () => {
    if (meanwhile.length === 0) meanwhile.push(list.report('招聘会', 9));
  });
  await Promise.all(meanwhile);
  const it = await another(t, list.app.world.keys);

  await it.into(await checked(done.folder));

  const { first, heads } = await verifyJournal(it.world, []);
  assert.equal(first, null);
  assert.deepEqual(heads, Object.fromEntries(Object.entries(done.heads).map(([district, head]) => [district, head.digest])));
  assert.notEqual((await verifyJournal(list.app.world, [])).heads['990001'], heads['990001']);
});

test('a part that was changed or is gone is named, and nothing is restored', async (t) => {
  const { app } = await aBusyInstallation(t);
  const { folder } = await written(app.world, aPlace(t));
  const table = path.join(folder, 'tables', 'delivery.report.copy.zst');
  const bytes = fs.readFileSync(table);
  const stored = path.join(path.dirname(folder), 'files');
  const file = fs
    .readdirSync(stored, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.join(it.parentPath, it.name))[0]!;

  bytes[bytes.length - 1]! ^= 1;
  fs.writeFileSync(table, bytes);
  const changed = await checkBackup(folder);
  bytes[bytes.length - 1]! ^= 1;
  fs.writeFileSync(table, bytes);
  fs.rmSync(file);
  const missing = await checkBackup(folder);
  fs.writeFileSync(path.join(folder, 'manifest.json'), '{}');
  const unreadable = await checkBackup(folder);

  assert.deepEqual(
    [changed, missing, unreadable],
    [
      { kind: 'part-changed', file: table },
      { kind: 'part-missing', file },
      { kind: 'manifest-unreadable', file: path.join(folder, 'manifest.json') },
    ],
  );
});

test('a backup that breaks off is no backup, and the next one clears it away', async (t) => {
  const { app } = await aBusyInstallation(t);
  const series = aPlace(t);
  const breaking = written(app.world, series, () => {
    throw new Error('cut short');
  });
  await assert.rejects(breaking, /cut short/);
  const left = path.join(series, '.partial-killed');
  fs.mkdirSync(left);
  fs.writeFileSync(path.join(left, 'manifest.json'), '{}');

  const nothing = await checkBackup(series);
  await written(app.world, series);

  assert.deepEqual([nothing, fs.existsSync(left)], [{ kind: 'no-backup-here', folder: series }, false]);
});

test('a stored file that is gone from the disk stops the backup, by its name', async (t) => {
  const { app } = await aBusyInstallation(t);
  const digest = digestOf('第一份佐证');
  fs.rmSync(path.join(app.world.filesFolder, '990001', digest.slice(0, 2), digest));

  const done = await backUp({ world: app.world, modules: MODULES, version: VERSION, series: aPlace(t), say: quiet });

  assert.deepEqual(done, { lost: { district: '990001', digest } });
});

test('nothing is restored over data, and a restore that was interrupted can be begun again', async (t) => {
  const { app } = await aBusyInstallation(t);
  const backup = await checked((await written(app.world, aPlace(t))).folder);
  const it = await another(t, app.world.keys);
  const tables = backup.manifest.tables.map((one) =>
    one.table === 'supervision.bulletin' || one.rows === 0 ? one : { ...one, rows: one.rows + 1 },
  );

  await assert.rejects(it.into({ ...backup, manifest: { ...backup.manifest, tables } }), /rows were read/);
  await it.into(backup);
  const again = await it.into(backup);

  assert.ok('notEmpty' in again, JSON.stringify(again));
  assert.equal((await verifyJournal(it.world, [])).first, null);
});

test('a restore that breaks off among the files leaves empty tables, and can be begun again', async (t) => {
  const { app } = await aBusyInstallation(t);
  const backup = await checked((await written(app.world, aPlace(t))).folder);
  const it = await another(t, app.world.keys);
  const inTheWay = path.join(it.world.filesFolder, '990001');
  fs.mkdirSync(it.world.filesFolder, { recursive: true });
  fs.writeFileSync(inTheWay, '');

  await assert.rejects(it.into(backup));
  fs.rmSync(inTheWay);
  const again = await it.into(backup);

  assert.ok('rows' in again, JSON.stringify(again));
  assert.equal((await readBytes(it.world, '990001', digestOf('第一份佐证'))).toString(), '第一份佐证');
});

test('a backup of an earlier version is brought up to date; one of a newer version is not taken', async (t) => {
  const known = knownMigrations(MODULES);
  const latest = [...known.keys()].filter((name) => name.startsWith('publication/')).at(-1)!;
  const old = await cloneDatabase();
  const owner = new pg.Client({ connectionString: old.url.owner });
  await owner.connect();
  for (const schema of schemasOf(MODULES)) await owner.query(`drop schema if exists ${schema} cascade`);
  await owner.end();
  await migrate(old.url.owner, 'luoshi_test_app', MODULES, new Set([...known.keys()].filter((it) => it !== latest)));
  const pool = openPool(old.url.app, 2);
  const keys = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
  const composition = compose({ pool, keys, filesFolder: aPlace(t), today: '2026-06-18' });
  await composition.run(createDistrict, '990001', { name: '清泉区' });
  const backup = await checked((await written(composition.world, aPlace(t))).folder);
  await pool.end();
  await old.drop();
  const it = await another(t, keys);

  const restored = await it.into(backup);

  assert.deepEqual('migrated' in restored && [restored.files, restored.migrated], [0, [latest]]);
  assert.equal((await verifyJournal(it.world, ['990001'])).first, null);
  const newer = { ...backup.manifest, migrations: [...backup.manifest.migrations, { name: 'delivery/9999-next.sql', digest: 'x' }] };
  assert.deepEqual(checkVersion(backup.manifest, known, VERSION), null);
  assert.deepEqual(checkVersion(newer, known, VERSION), {
    kind: 'newer-version',
    version: VERSION,
    own: VERSION,
    migration: 'delivery/9999-next.sql',
  });
});

test('the key file is not in a backup, but which one it needs is known', async (t) => {
  const { app } = await aBusyInstallation(t);
  const { manifest } = await checked((await written(app.world, aPlace(t))).folder);
  const other = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 8).toString('base64') } });

  assert.deepEqual(
    [foreignKeys(app.world.keys, manifest.keys), foreignKeys(other, manifest.keys), foreignKeys(null, manifest.keys)],
    [[], ['k1'], ['k1']],
  );
});

test('a backup whose program is killed in the middle leaves nothing that a restore would accept', async (t) => {
  const { url, drop } = await cloneDatabase();
  t.after(drop);
  const series = aPlace(t);
  const killed = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { compose } from '#/compose.ts';
       import { MODULES } from '#/life.ts';
       import { createDistrict } from '#/organisation/door.ts';
       import { backUp } from '#/platform/backup/write.ts';
       import { openPool } from '#/platform/pool.ts';
       import { keysOf } from '#/platform/secrets.ts';
       const keys = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
       const it = compose({ pool: openPool(${JSON.stringify(url.app)}, 2), keys, filesFolder: ${JSON.stringify(path.join(series, 'no'))}, today: null });
       await it.run(createDistrict, '990001', { name: '清泉区' });
       const say = (line) => line.startsWith('platform.journal_entry') && process.kill(process.pid, 'SIGKILL');
       await backUp({ world: it.world, modules: MODULES, version: '0', series: ${JSON.stringify(series)}, say });`,
    ],
    { cwd: path.join(import.meta.dirname, '../../../..'), encoding: 'utf8' },
  );

  assert.deepEqual([killed.signal, killed.stderr], ['SIGKILL', '']);
  assert.ok(fs.readdirSync(series).some((it) => it.startsWith('.partial-')));
  assert.deepEqual(await checkBackup(series), { kind: 'no-backup-here', folder: series });
});

test('backups that need not stay go with the files that only they had; those that stay are whole', async (t) => {
  const list = await aBusyInstallation(t);
  const series = aPlace(t);
  const first = await written(list.app.world, series);
  moveTo(first.folder, '2026-01-01T00:00:00Z');
  const digest = digestOf('第一份佐证');
  fs.rmSync(path.join(list.app.world.filesFolder, '990001'), { recursive: true });
  await putBytes(list.app.world, '990001', Buffer.from('第一份佐证'));
  const second = await written(list.app.world, series);

  const tidied = tidy(series, { daily: 1, weekly: 1, monthly: 1 });

  assert.deepEqual(tidied, { kept: 1, removed: ['2026-01-01T00-00-00Z'] });
  const { files } = await checked(second.folder);
  const left = fs.readdirSync(path.join(series, 'files'), { recursive: true }).filter((it) => /[0-9a-f]{64}$/.test(String(it)));
  assert.deepEqual([files.length, left.length, second.filesCopied, files.some((it) => it.digest === digest)], [2, 2, 1, true]);
});

test('while a backup of the series is being written, no file of the series is let go', async (t) => {
  const list = await aBusyInstallation(t);
  const series = aPlace(t);
  moveTo((await written(list.app.world, series)).folder, '2026-01-01T00:00:00Z');
  await written(list.app.world, series);
  const lock = takeLock(path.join(series, '.lock'));
  assert.ok('release' in lock);

  const during = tidy(series, { daily: 1, weekly: 1, monthly: 1 });
  lock.release();
  const after = tidy(series, { daily: 1, weekly: 1, monthly: 1 });

  assert.deepEqual([during.removed, after.removed], [[], ['2026-01-01T00-00-00Z']]);
});

/** As if it had been written on another day. */
function moveTo(folder: string, at: string): void {
  const file = path.join(folder, 'manifest.json');
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), at }));
  fs.renameSync(folder, path.join(path.dirname(folder), `${at.slice(0, 19).replaceAll(':', '-')}Z`));
}
