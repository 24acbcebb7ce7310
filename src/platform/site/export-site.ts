import fs from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#/kernel/id.ts';
import { digestOf } from '../secrets.ts';
import { renderSite, type Site, type SiteFile } from './render-site.ts';

/** What an export did, by the names of the files. */
export type Exported = {
  readonly files: number;
  readonly bytes: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Withdrawn: no longer public, and gone from the folder. */
  readonly removed: readonly string[];
  /** Of all names and contents: two exports of the same editions have the same. */
  readonly digest: string;
};

/** The folder holds something that no export put there. */
export type FolderTaken = { readonly taken: string };

/**
 * 公开站点: writes the public side into a folder of its own beside `folder` and then turns the link `folder` to it in one step: a web server
 * shows the old site or the new one, never half of each. Unchanged files keep their time of change, and so the marks that browsers keep.
 */
export async function exportSite(site: Site, folder: string): Promise<Exported | FolderTaken> {
  const before = await folderBehind(folder);
  if (before === 'taken') return { taken: folder };
  const fresh = `${folder}.new-${newId()}`;
  const seen = new Map<string, Fate>();
  try {
    await renderSite(site, async (file) => void seen.set(file.name, await writeFile(fresh, file, before)));
    const exported = summaryOf(seen, before === null ? [] : await listFiles(before));
    if (before === null || exported.added.length + exported.changed.length + exported.removed.length > 0) {
      await turn(folder, fresh, `${folder}.${exported.digest.slice(0, 16)}`);
      if (before !== null) await fs.rm(before, { recursive: true, force: true });
    }
    return exported;
  } finally {
    await fs.rm(fresh, { recursive: true, force: true });
  }
}

/** The folder that the link leads to; null before the first export. */
async function folderBehind(folder: string): Promise<string | null | 'taken'> {
  const there = await fs.lstat(folder).catch(() => null);
  if (there === null) return null;
  if (there.isSymbolicLink()) return isOwnLink(folder, await fs.readlink(folder)) ? fs.realpath(folder).catch(() => null) : 'taken';
  if (!there.isDirectory() || (await fs.readdir(folder)).length > 0) return 'taken';
  await fs.rmdir(folder);
  return null;
}

/** What an export before left: a folder beside the link, named after it and its digest. Whatever else a link leads to is somebody's own, and would be cleared away. */
function isOwnLink(folder: string, leadsTo: string): boolean {
  const target = path.resolve(path.dirname(folder), leadsTo);
  const [, mark = ''] = path.basename(target).split(`${path.basename(folder)}.`);
  return path.dirname(target) === path.dirname(path.resolve(folder)) && /^[0-9a-f]{16}$/.test(mark);
}

type Fate = { readonly what: 'added' | 'changed' | 'same'; readonly size: number; readonly digest: string };

async function writeFile(folder: string, { name, bytes }: SiteFile, before: string | null): Promise<Fate> {
  const place = path.join(folder, name);
  await fs.mkdir(path.dirname(place), { recursive: true });
  const old = before === null ? null : await fs.readFile(path.join(before, name)).catch(() => null);
  const isSame = old?.equals(bytes) === true;
  await fs.rm(place, { force: true });
  if (isSame) await fs.link(path.join(before!, name), place).catch(() => fs.writeFile(place, bytes));
  else await fs.writeFile(place, bytes);
  return { what: isSame ? 'same' : old === null ? 'added' : 'changed', size: bytes.length, digest: digestOf(bytes) };
}

function summaryOf(seen: ReadonlyMap<string, Fate>, before: readonly string[]): Exported {
  const names = [...seen.keys()].sort();
  const of = (what: Fate['what']) => names.filter((it) => seen.get(it)!.what === what);
  return {
    files: names.length,
    bytes: names.reduce((sum, it) => sum + seen.get(it)!.size, 0),
    added: of('added'),
    changed: of('changed'),
    removed: before.filter((it) => !seen.has(it)).sort(),
    digest: digestOf(names.map((it) => `${seen.get(it)!.digest}  ${it}\n`).join('')),
  };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((it) => it.isFile())
    .map((it) => path.relative(folder, path.join(it.parentPath, it.name)).split(path.sep).join('/'));
}

async function turn(folder: string, fresh: string, final: string): Promise<void> {
  await fs.rm(final, { recursive: true, force: true });
  await fs.rename(fresh, final);
  const link = `${folder}.link-${newId()}`;
  const isWindows = process.platform === 'win32';
  await fs.symlink(isWindows ? path.resolve(final) : path.basename(final), link, isWindows ? 'junction' : 'dir');
  // Windows renames nothing over a link; there the site is away for a moment.
  if (isWindows) await fs.rm(folder, { force: true });
  await fs.rename(link, folder);
}
