import path from 'node:path';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';

/** What the environment decides. Everything else is data of a district. */
export type Config = {
  /** Folder of the embedded database and of the stored files. */
  readonly dataFolder: string;
  /** Secret keys; outside the data folder, so that a backup of the data does not carry them. */
  readonly keyFile: string;
  readonly port: number;
  readonly host: string;
  /** Application role of a database of one's own; absent when the embedded one is used. */
  readonly databaseUrl: string | null;
  /** Owner of that database: the only one that may change tables. */
  readonly migrationUrl: string | null;
  /** Overrides the civil day of every district, for trials. */
  readonly today: CivilDate | null;
  /** Behind a reverse proxy that sets X-Forwarded-*. */
  readonly trustProxy: boolean;
};

export type ConfigFault = { readonly variable: string; readonly value: string; readonly wants: string };

export function readConfig(env: NodeJS.ProcessEnv, root: string): Config | ConfigFault {
  const dataFolder = path.resolve(env.LUOSHI_DATA || path.join(root, '.luoshi', 'data'));
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { variable: 'PORT', value: env.PORT ?? '', wants: '0–65535' };
  const today = env.LUOSHI_TODAY || null;
  if (today !== null && !isCivilDate(today)) return { variable: 'LUOSHI_TODAY', value: today, wants: 'YYYY-MM-DD' };
  const databaseUrl = env.DATABASE_URL || null;
  const migrationUrl = env.DATABASE_MIGRATION_URL || null;
  if (databaseUrl !== null && migrationUrl === null) {
    return { variable: 'DATABASE_MIGRATION_URL', value: '', wants: 'the URL of the role that owns the database of DATABASE_URL' };
  }
  return {
    dataFolder,
    keyFile: path.resolve(env.LUOSHI_KEY_FILE || `${dataFolder}.key`),
    port,
    host: env.HOST || '127.0.0.1',
    databaseUrl,
    migrationUrl,
    today,
    trustProxy: env.LUOSHI_TRUST_PROXY === '1',
  };
}
