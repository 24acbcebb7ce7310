import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Composition } from '#/compose.ts';
import type { Config } from '#/platform/config.ts';
import { loadDemo } from '../../seed/demo.ts';

const stateFile = (config: Config) => path.join(config.dataFolder, 'demo.state');

/** Marks a folder that has no database yet: until the demo is loaded or refused, whatever is found there was left by an interrupted start. */
export function beginFolder(config: Config, state: 'loading' | 'restoring' = 'loading'): boolean {
  if (fs.existsSync(path.join(config.dataFolder, 'database'))) return false;
  fs.mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(stateFile(config), state);
  return true;
}

/** True when an earlier process ended in the middle of loading the demo: what lies there is half a demo and nothing else. */
export function isDemoHalfLoaded(config: Config): boolean {
  return fs.existsSync(stateFile(config)) && fs.readFileSync(stateFile(config), 'utf8') === 'loading';
}

/** True when a restore was begun and not finished: the folder is of no use until it is begun again. */
export function isHalfRestored(config: Config): boolean {
  return fs.existsSync(stateFile(config)) && fs.readFileSync(stateFile(config), 'utf8') === 'restoring';
}

/** What was restored is no demo, and none is loaded over it. */
export function endRestore(config: Config): void {
  fs.writeFileSync(stateFile(config), 'none');
}

/** Takes half a demo away, so that the folder is new again. Nobody can have written anything else: no server ran on it yet. */
export function forgetHalfDemo(config: Config): void {
  for (const name of ['database', 'files']) fs.rmSync(path.join(config.dataFolder, name), { recursive: true, force: true });
  fs.rmSync(stateFile(config));
}

type Opened = {
  readonly composition: Composition;
  readonly pool: pg.Pool;
  readonly isNew: boolean;
  readonly isEmpty: boolean;
  readonly isEmbedded: boolean;
};

/** The demo goes into a database that was made just now, and into no other; on one's own server only when asked for. */
export async function loadDemoOnce(
  { composition, pool, isNew, isEmpty, isEmbedded }: Opened,
  { config, isRefused, isAsked, say }: { config: Config; isRefused: boolean; isAsked: boolean; say: (line: string) => void },
): Promise<void> {
  const isWanted = isEmpty && !isRefused && (isEmbedded ? isNew : isAsked);
  if (isWanted) await loadDemo(composition, pool, say);
  if (isEmbedded && isNew) fs.writeFileSync(stateFile(config), isWanted ? 'loaded' : 'none');
}
