import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureScreens } from '../../src/shells/staff-build.ts';
import type { Platform } from './platforms.ts';
import { type Bundle, type Making, writeBundle } from './write.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** Why the start without network cannot be tried here; null where it can. */
export function whyNotOffline(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `made and tried on Linux x64 only, this is ${process.platform} ${process.arch}`;
  const tried = spawnSync('unshare', [...inNetworkOfItsOwn(), 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' });
  return tried.status === 0 ? null : `no network namespace here: ${tried.error?.message ?? tried.stderr.trim()}`;
}

/** Who is not root keeps the own number in a user namespace, for the database refuses root. */
const inNetworkOfItsOwn = () => (process.getuid?.() === 0 ? ['--net'] : ['--net', '--map-current-user', '--keep-caps']);

/** What runs a command of Node where only the loopback is up. */
export function offline(args: readonly string[]): readonly [command: string, args: readonly string[]] {
  const inside = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, ...args];
  return ['unshare', [...inNetworkOfItsOwn(), ...inside]];
}

/** A bundle whose files are the installed ones under a second name: made in seconds, looked at and thrown away. */
export async function linkedBundle(platform: Platform, name: string): Promise<{ readonly bundle: Bundle; readonly making: Making }> {
  const home = path.join(ROOT, 'dist');
  fs.mkdirSync(home, { recursive: true });
  const out = fs.mkdtempSync(path.join(home, `${name}-`));
  fs.chmodSync(out, 0o755);
  await ensureScreens(ROOT, () => {});
  const making: Making = { root: ROOT, out, cache: path.join(out, 'cache'), node: nodeHere(out), byLink: true };
  return { bundle: writeBundle(platform, making), making };
}

/** Linked into the bundle, so on the same disk. */
function nodeHere(folder: string): string {
  const file = path.join(folder, 'node');
  try {
    fs.linkSync(process.execPath, file);
  } catch {
    fs.copyFileSync(process.execPath, file);
  }
  return file;
}
