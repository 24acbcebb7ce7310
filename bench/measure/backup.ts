import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { compose, VERSION } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { createDistrict } from '#/organisation/door.ts';
import { checkBackup } from '#/platform/backup/read.ts';
import { restore } from '#/platform/backup/restore.ts';
import { backUp } from '#/platform/backup/write.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { migrate } from '#/platform/migrate.ts';
import { openPool } from '#/platform/pool.ts';
import { keysOf } from '#/platform/secrets.ts';
import { verifyJournal } from '#/platform/verify.ts';
import type { Place } from '../place.ts';
import type { Row } from '../table.ts';

const KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 9).toString('base64') } });
const CODE = '990078';
/** Half a gigabyte of photos, and as much in the tables. */
const FILES = 128;
const FILE_BYTES = 4 * 1024 * 1024;
const LINES = 900_000;

const timed = async <T>(work: () => Promise<T>) => {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
};

/** Backs one gigabyte up, again without changes, and restores it into an empty database, which is then verified. */
export async function measureBackup(place: Place): Promise<readonly Row[]> {
  const [one, other] = [await installation(place, 'backup-from'), await installation(place, 'backup-to')];
  await fill(one);
  const series = path.join(place.folder, 'backups');
  const say = () => {};
  const first = await timed(() => backUp({ world: one.world, modules: MODULES, version: VERSION, series, say }));
  const again = await timed(() => backUp({ world: one.world, modules: MODULES, version: VERSION, series: `${series}`, say }));
  if (!('folder' in first.value) || !('folder' in again.value)) throw new Error(JSON.stringify([first.value, again.value]));
  const restored = await timed(async () => {
    const backup = await checkBackup(series);
    if ('kind' in backup) throw new Error(JSON.stringify(backup));
    return restore(backup, { ...other, appRole: 'luoshi_app', filesFolder: other.world.filesFolder, modules: MODULES, say });
  });
  const verified = await verifyJournal(other.world, []);
  if (verified.first !== null) throw new Error(JSON.stringify(verified.first));
  const { rows, bytes, fileBytes } = first.value;
  const size = `${((await tableBytes(one.ownerUrl)) / 1e9).toFixed(2)} GB of tables (${rows} rows, ${(bytes / 1e6).toFixed(0)} MB packed) and ${(fileBytes / 1e9).toFixed(2)} GB of files`;
  return [
    {
      name: '备份 backup',
      measured: `${first.seconds.toFixed(1)} s`,
      reference: `again: ${again.seconds.toFixed(1)} s`,
      isMet: null,
      note: size,
    },
    {
      name: '恢复 restore, checked and loaded',
      measured: `${restored.seconds.toFixed(1)} s`,
      isMet: null,
      note: `${verified.entries} entries verified afterwards`,
    },
  ];
}

async function installation(place: Place, name: string) {
  const folder = path.join(place.folder, name);
  const database = await startEmbedded({ folder: path.join(folder, 'database') });
  place.onEnd(() => database.stop());
  await migrate(database.ownerUrl, 'luoshi_app', MODULES);
  const pool = openPool(database.appUrl, 3);
  place.onEnd(() => pool.end());
  const filesFolder = path.join(folder, 'files');
  fs.mkdirSync(filesFolder, { recursive: true });
  const composition = compose({ pool, keys: KEYS, filesFolder, today: null });
  return { composition, world: composition.world, ownerUrl: database.ownerUrl };
}

/** Files through the product; lines of the audit trail by the owner, for there is no faster way to a large table. */
async function fill({ composition, world, ownerUrl }: Awaited<ReturnType<typeof installation>>): Promise<void> {
  await composition.run(createDistrict, CODE, { name: '样本区' });
  for (let i = 0; i < FILES; i++) {
    const bytes = randomBytes(FILE_BYTES);
    const digest = await putBytes(world, CODE, bytes);
    await composition.run(storeFile, CODE, { digest, name: `样本${i}.bin`, size: bytes.length, mediaType: 'application/zip' });
  }
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query(`begin; set local luoshi.district = '${CODE}'`);
  await client.query(FILL, [CODE, LINES]);
  await client.query('commit');
  await client.end();
}

const FILL = `insert into platform.audit (district, id, actor, command, result, facts)
  select $1, gen_random_uuid(), 'bench', 'bench.line', 'refused', jsonb_build_object('text', repeat(md5(i::text), 12)) from generate_series(1, $2::int) i`;

async function tableBytes(ownerUrl: string): Promise<number> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const found = await client.query<{ bytes: string }>(`select pg_database_size(current_database()) as bytes`);
  await client.end();
  return Number(found.rows[0]!.bytes);
}
