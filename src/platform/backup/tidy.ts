import fs from 'node:fs';
import path from 'node:path';
import { takeLock } from '../embedded/lock.ts';
import { FILES_PART, isBackupName, PARTIAL, placeOfFile } from './manifest.ts';
import { countBackups, readManifest } from './read.ts';
import { type Keep, keptOf } from './retention.ts';
import { readFileLines } from './write-files.ts';

export type Tidied = { readonly kept: number; readonly removed: readonly string[] };

/** Backups that need not stay go, and the stored files that none of the others names. While another backup of the series is being written, nothing goes. */
export function tidy(series: string, keep: Keep): Tidied {
  const lock = takeLock(path.join(series, '.lock'));
  if ('heldBy' in lock) return { kept: countBackups(series), removed: [] };
  try {
    return letGo(series, keep);
  } finally {
    lock.release();
  }
}

/** One that cannot be read is left to a person. */
function letGo(series: string, keep: Keep): Tidied {
  const names = fs.readdirSync(series).filter(isBackupName);
  const moments = new Map(
    names.flatMap((name) => {
      const manifest = readManifest(path.join(series, name));
      return manifest === null ? [] : [[manifest.at, name] as const];
    }),
  );
  const kept = new Set(keptOf([...moments.keys()], keep).map((at) => moments.get(at)!));
  const removed = [...moments.values()].filter((name) => !kept.has(name)).sort();
  for (const name of removed) {
    // Under another name first: a removal that breaks off leaves no half backup.
    const going = path.join(series, `${PARTIAL}${name}`);
    fs.renameSync(path.join(series, name), going);
    fs.rmSync(going, { recursive: true });
  }
  if (removed.length > 0 && moments.size === names.length)
    removeUnnamedFiles(
      series,
      names.filter((it) => kept.has(it)),
    );
  return { kept: kept.size, removed };
}

function removeUnnamedFiles(series: string, kept: readonly string[]): void {
  const named = new Set(kept.flatMap((name) => readFileLines(fs.readFileSync(path.join(series, name, FILES_PART)))).map((it) => it.stored));
  const folder = path.join(series, 'files');
  const found = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
  for (const stored of found.map((it) => path.basename(String(it))).filter((it) => /^[0-9a-f]{64}$/.test(it)))
    if (!named.has(stored)) fs.rmSync(path.join(series, placeOfFile(stored)));
}
