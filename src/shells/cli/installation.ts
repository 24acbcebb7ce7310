import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { type Composition, compose } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import type { Config } from '#/platform/config.ts';
import { ensureAnonymousRole } from '#/platform/embedded/anonymous-role.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import { checkAnonymousRole, checkApplicationRole, loginOf, migrate, type RoleFault } from '#/platform/migrate.ts';
import { openPool } from '#/platform/pool.ts';
import { isRotating, openKeys } from '#/platform/secrets.ts';
import { beginFolder, forgetHalfDemo, isDemoHalfLoaded, isHalfRestored } from '../demo-once.ts';

/** An opened installation: database migrated, keys read, modules put together. */
export type Installation = {
  readonly composition: Composition;
  readonly pool: pg.Pool;
  readonly appUrl: string;
  /** True when the database was made just now. */
  readonly isNew: boolean;
  /** True when no district is there yet. */
  readonly isEmpty: boolean;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
};

export type Opening = { readonly config: Config; readonly isStart: boolean; readonly say: (line: string) => void };

/** Why an installation cannot be opened, in a sentence with the way out. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

export async function openInstallation({ config, isStart, say }: Opening): Promise<Installation> {
  if (config.databaseUrl === null && isHalfRestored(config))
    throw new CannotOpen(
      '上次恢复备份时中断，请先重新运行 restore。A restore was interrupted in this data folder; run restore once more, or name another LUOSHI_DATA.',
    );
  if (config.databaseUrl === null && isDemoHalfLoaded(config)) {
    if (!isStart)
      throw new CannotOpen(
        '演示数据正在载入，或上次载入时中断。请先运行一次 npm start。The demo is being loaded, or was interrupted; run npm start once.',
      );
    say('上次载入演示数据时中断，重新开始 · the demo was interrupted while loading; beginning anew');
    forgetHalfDemo(config);
  }
  if (isStart && isRotating(config.keyFile))
    throw new CannotOpen('上次更换密钥时中断，请先重新运行 keys rotate。A change of keys was interrupted; run keys rotate once more.');
  const isNewFolder = config.databaseUrl === null && beginFolder(config);
  const database = await openDatabase(config, isStart, say);
  try {
    const fault = await checkApplicationRole(database.appUrl, database.ownerUrl);
    if (fault !== null) throw new CannotOpen(sentenceOfRole(fault));
    if (database.anonymousUrl !== null) {
      const more = await checkAnonymousRole(database.anonymousUrl, database.appUrl, MODULES);
      if (more !== null && more.why !== 'reads-more') throw new CannotOpen(sentenceOfRole(more));
    }
    const ran = await migrate(database.ownerUrl, loginOf(database.appUrl), MODULES);
    if (ran.length > 0) say(`数据库已更新 ${ran.length} 步 · database brought up to date (${ran.length} steps)`);
    const isNew = isNewFolder || ran.includes('platform/0001-journal.sql');
    if (!isNew && !fs.existsSync(config.keyFile)) throw new CannotOpen(sentenceOfMissingKeys(config.keyFile));
    const pool = openPool(database.appUrl, isStart ? 10 : 3);
    const anonymousPool = await openAnonymous(database, isStart);
    const filesFolder = path.join(config.dataFolder, 'files');
    fs.mkdirSync(filesFolder, { recursive: true, mode: 0o700 });
    const composition = compose({ pool, anonymousPool, keys: openKeys(config.keyFile), filesFolder, today: config.today });
    const districts = await composition.listDistricts();
    return {
      composition,
      pool,
      appUrl: database.appUrl,
      isNew,
      isEmpty: districts.length === 0,
      isEmbedded: config.databaseUrl === null,
      async close() {
        await pool.end();
        await anonymousPool?.end();
        await database.stop();
      },
    };
  } catch (fault) {
    await database.stop();
    const sentence = config.databaseUrl === null ? null : sentenceOfConnection(fault);
    throw sentence === null ? fault : new CannotOpen(sentence, { cause: fault });
  }
}

export type Database = {
  readonly appUrl: string;
  readonly anonymousUrl: string | null;
  readonly ownerUrl: string;
  stop(): Promise<void>;
};

export async function openDatabase(config: Config, isStart: boolean, say: (line: string) => void): Promise<Database> {
  if (config.databaseUrl !== null)
    return { appUrl: config.databaseUrl, anonymousUrl: config.anonymousUrl, ownerUrl: config.migrationUrl!, stop: async () => {} };
  say('启动数据库 · starting the database');
  fs.mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const embedded = await startEmbedded({ folder: path.join(config.dataFolder, 'database'), exclusive: isStart });
  return { ...embedded, anonymousUrl: await ensureAnonymousRole(embedded) };
}

/** The role sees what the stages name and nothing else: tried anew after each migration, before anybody votes. */
async function openAnonymous({ anonymousUrl, appUrl }: Database, isStart: boolean): Promise<pg.Pool | null> {
  if (anonymousUrl === null || !isStart) return null;
  const fault = await checkAnonymousRole(anonymousUrl, appUrl, MODULES);
  if (fault !== null) throw new CannotOpen(sentenceOfRole(fault));
  return openPool(anonymousUrl, 6);
}

/** Nobody answers, nobody of that name, a wrong password, no such database: by the codes of Node and of PostgreSQL (appendix A). */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28P01', '28000', '3D000']);

export function sentenceOfConnection(fault: unknown): string | null {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === undefined || !NOT_CONNECTED.has(code)) return null;
  return `连不上数据库（${message || code}）。请核对 DATABASE_URL 和 DATABASE_MIGRATION_URL 的主机、库名、角色和口令。The database cannot be reached; check host, database, role and password of both addresses.`;
}

function sentenceOfMissingKeys(file: string): string {
  return `找不到密钥文件 ${file}。没有它，已加密的个人信息读不出，流水也无法核验。请从保管处放回，或用 LUOSHI_KEY_FILE 指明位置。The key file is missing; put it back or name it by LUOSHI_KEY_FILE.`;
}

export function sentenceOfRole({ role, why, detail }: RoleFault): string {
  switch (why) {
    case 'old-server':
      return `数据库版本过旧（${detail}），需要 PostgreSQL 15 或更新。The database server is too old; PostgreSQL 15 or newer is needed.`;
    case 'other-name':
      return `DATABASE_ANONYMOUS_URL 的角色应名为 ${detail}。The role for the ballot box has to be called ${detail}.`;
    case 'reads-more':
      return `DATABASE_ANONYMOUS_URL 的角色 ${role} 能读写 ${detail}，票箱因此不能保密。请收回这些权限。The role ${role} can reach more than the ballot box; revoke it.`;
    case 'superuser':
      return `DATABASE_URL 的角色 ${role} 是超级用户，行级安全对它无效。请另建一个普通角色。The role ${role} is a superuser; make an ordinary one for the application.`;
    case 'bypasses-rls':
      return `DATABASE_URL 的角色 ${role} 有 BYPASSRLS，会绕过行级安全。请去掉该属性。The role ${role} has BYPASSRLS; take it away.`;
    case 'owns-tables':
      return `DATABASE_URL 的角色 ${role} 是库表的所有者。应用角色须与 DATABASE_MIGRATION_URL 的所有者分开。The role ${role} owns the tables; the application needs a role of its own.`;
  }
}
