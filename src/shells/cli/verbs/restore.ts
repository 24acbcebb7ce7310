import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { compose, VERSION } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { foreignKeys } from '#/platform/backup/key-checks.ts';
import { type CheckedBackup, checkBackup, checkVersion } from '#/platform/backup/read.ts';
import { type Restored, restore } from '#/platform/backup/restore.ts';
import { findUnreadable, type Unreadable } from '#/platform/backup/unreadable.ts';
import { wordsOfFault } from '#/platform/backup/words.ts';
import type { Config } from '#/platform/config.ts';
import { checkApplicationRole, knownMigrations, loginOf } from '#/platform/migrate.ts';
import { openPool } from '#/platform/pool.ts';
import { openKeys } from '#/platform/secrets.ts';
import { GLOBAL_DISTRICT } from '#/platform/transaction.ts';
import { type Verification, verifyJournal } from '#/platform/verify.ts';
import { beginFolder, endRestore } from '../../demo-once.ts';
import { CannotOpen, type Database, openDatabase, sentenceOfConnection, sentenceOfRole } from '../installation.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `restore DIR`: a checked backup into an empty database, verified at the end. */
export const restoreVerb: Verb = {
  usage: 'restore <目录> [--json]',
  does: '把备份恢复到空库并核验 · restores a backup into an empty database and verifies it',
  async run({ args, config, say }) {
    const [folder] = args.words;
    if (folder === undefined) throw new Misuse('缺少备份目录 · name the folder of the backup');
    say('检查备份 · checking the backup');
    const backup = await checkBackup(path.resolve(folder));
    if ('kind' in backup) throw new Misuse(wordsOfFault(backup));
    const fault = checkVersion(backup.manifest, knownMigrations(MODULES), VERSION);
    if (fault !== null) throw new Misuse(wordsOfFault(fault));
    if (config.databaseUrl === null) beginFolder(config, 'restoring');
    const database = await openDatabase(config, true, say);
    try {
      const restored = await restoreInto(database, backup, config, say);
      const checked = await check(database, backup, config);
      if (config.databaseUrl === null) endRestore(config);
      const json = { from: backup.folder, at: backup.manifest.at, version: backup.manifest.version, ...restored, ...checked };
      return { json, text: textOf(json, config), fails: checked.verification?.ok !== true || !checked.headsAgree };
    } catch (failed) {
      const sentence = config.databaseUrl === null ? null : sentenceOfConnection(failed);
      throw sentence === null ? failed : new CannotOpen(sentence, { cause: failed });
    } finally {
      await database.stop();
    }
  },
};

const filesOf = (config: Config) => path.join(config.dataFolder, 'files');

async function restoreInto({ appUrl, ownerUrl }: Database, backup: CheckedBackup, config: Config, say: (line: string) => void) {
  const role = await checkApplicationRole(appUrl, ownerUrl);
  if (role !== null) throw new CannotOpen(sentenceOfRole(role));
  const target = { ownerUrl, appRole: loginOf(appUrl), filesFolder: filesOf(config), modules: MODULES, say };
  const restored = await restore(backup, target);
  if ('notEmpty' in restored)
    throw new Misuse(
      `只能恢复到空库，而这个库的 ${restored.notEmpty} 表里已有数据。请用 LUOSHI_DATA 指定新目录，或新建一个库。A backup goes into an empty database only, and ${restored.notEmpty} holds rows; name a new LUOSHI_DATA or make a new database.`,
    );
  return restored;
}

type Checked = {
  /** Null without the right keys: the journal cannot be recomputed. */
  readonly verification: Verification | null;
  readonly headsAgree: boolean;
  /** Keys that the backup needs and the key file does not have. */
  readonly missingKeys: readonly string[];
  readonly unreadable: Unreadable | null;
};

async function check({ appUrl, ownerUrl }: Database, { manifest }: CheckedBackup, config: Config): Promise<Checked> {
  const keys = fs.existsSync(config.keyFile) ? openKeys(config.keyFile) : null;
  const missingKeys = foreignKeys(keys, manifest.keys);
  if (keys === null || missingKeys.length > 0) {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const unreadable = await findUnreadable(owner, MODULES, filesOf(config)).finally(() => owner.end());
    return { verification: null, headsAgree: false, missingKeys, unreadable };
  }
  const pool = openPool(appUrl, 3);
  try {
    const { world, listDistricts } = compose({ pool, keys, filesFolder: filesOf(config), today: config.today });
    const districts = (await listDistricts()).map((it) => it.district);
    const verification = await verifyJournal(world, [...districts, GLOBAL_DISTRICT]);
    const wanted = Object.entries(manifest.heads).map(([district, { digest }]) => [district, digest] as const);
    const headsAgree = wanted.every(([district, digest]) => verification.heads[district] === digest);
    return { verification, headsAgree, missingKeys, unreadable: null };
  } finally {
    await pool.end();
  }
}

type Report = Restored & Checked & { readonly from: string; readonly at: string };

function textOf(
  { from, at, rows, files, migrated, verification, headsAgree, missingKeys, unreadable }: Report,
  { keyFile }: Config,
): string {
  const lines = [`已恢复 ${from}（${at}）：${rows} 行，${files} 个文件`];
  if (migrated.length > 0) lines.push(`  备份来自旧版，库表已更新 ${migrated.length} 步 · brought up to date by ${migrated.length} steps`);
  if (unreadable !== null) {
    const columns = unreadable.columns.map((it) => `${it.table}.${it.column} ${it.values} 处`).join('、');
    lines.push(
      `  密钥文件 ${keyFile} ${fs.existsSync(keyFile) ? '不是写备份时的那一个' : '不在'}（缺 ${missingKeys.join('、')}）：${columns}、文件 ${unreadable.files} 个读不出，流水无法核验。放回原来的密钥文件后运行 verify。`,
      `  Without the right key file these cannot be read, and the journal cannot be verified; put it back and run verify.`,
    );
  } else if (verification?.ok && headsAgree)
    lines.push(`  核验通过：流水 ${verification.entries} 条，链头与备份清单一致 · verified, heads agree`);
  else if (verification?.ok)
    lines.push('  流水自洽，但链头与备份清单不一致 · the journal holds, but its heads are not those of the manifest');
  else lines.push(`  核验不一致 · does not agree: ${JSON.stringify(verification?.first)}`);
  return lines.join('\n');
}
