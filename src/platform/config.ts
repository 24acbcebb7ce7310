import path from 'node:path';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { DEFAULT_KEEP, type Keep, readKeep } from './backup/retention.ts';
import type { ConfigFault } from './config-fault.ts';
import { type Outside, readOutside } from './outside/settings.ts';
import { type OidcSettings, readOidcSettings } from './session/oidc/settings.ts';
import { readTiles, type TileSettings } from './tiles/settings.ts';

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
  /** The role beside it for commands without a person; without it there is no electronic ballot. */
  readonly anonymousUrl: string | null;
  /** Owner of that database: the only one that may change tables. */
  readonly migrationUrl: string | null;
  /** Overrides the civil day of every district, for trials. */
  readonly today: CivilDate | null;
  /** Behind a reverse proxy that sets X-Forwarded-*. */
  readonly trustProxy: boolean;
  /** Where the server backs up every night; null where it does not. */
  readonly backup: { readonly folder: string; readonly keep: Keep } | null;
  /** What a collector of figures has to show for `/metrics`; without it only this machine may ask. */
  readonly metricsToken: string | null;
  /** The identity platform that staff may log in through. */
  readonly oidc: OidcSettings | null;
  /** Tiles under the sites of the wall. */
  readonly tiles: TileSettings | null;
  /** Mail and robots. */
  readonly outside: Outside;
};

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
  const keep = env.LUOSHI_BACKUP_KEEP ? readKeep(env.LUOSHI_BACKUP_KEEP) : DEFAULT_KEEP;
  if (keep === null) return { variable: 'LUOSHI_BACKUP_KEEP', value: env.LUOSHI_BACKUP_KEEP!, wants: '7,4,12 (days, weeks, months)' };
  const oidc = readOidcSettings(env);
  if (oidc !== null && 'variable' in oidc) return oidc;
  const outside = readOutside(env);
  if ('variable' in outside) return outside;
  const tiles = readTiles(env);
  if (tiles !== null && 'variable' in tiles) return tiles;
  return {
    dataFolder,
    keyFile: path.resolve(env.LUOSHI_KEY_FILE || `${dataFolder}.key`),
    port,
    host: env.HOST || '127.0.0.1',
    databaseUrl,
    anonymousUrl: env.DATABASE_ANONYMOUS_URL || null,
    migrationUrl,
    today,
    trustProxy: env.LUOSHI_TRUST_PROXY === '1',
    backup: env.LUOSHI_BACKUP_DIR ? { folder: path.resolve(env.LUOSHI_BACKUP_DIR), keep } : null,
    metricsToken: env.LUOSHI_METRICS_TOKEN || null,
    oidc,
    tiles,
    outside,
  };
}
