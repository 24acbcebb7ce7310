import fs from 'node:fs';
import path from 'node:path';
import { digestOfFile } from './digest-stream.ts';
import { FILES_PART, type FileLine, isBackupName, MANIFEST, Manifest, placeOfFile } from './manifest.ts';
import { readFileLines } from './write-files.ts';

/** A backup whose every part agrees with its manifest. */
export type CheckedBackup = {
  readonly folder: string;
  /** Where the stored files of the series lie. */
  readonly series: string;
  readonly manifest: Manifest;
  readonly files: readonly FileLine[];
};

/** Why a folder is not restored from, each with the facts that a person needs to go on. */
export type BackupFault =
  | { readonly kind: 'no-backup-here'; readonly folder: string }
  | { readonly kind: 'manifest-unreadable'; readonly file: string }
  | { readonly kind: 'part-missing'; readonly file: string }
  | { readonly kind: 'part-changed'; readonly file: string }
  | { readonly kind: 'newer-version'; readonly version: string; readonly own: string; readonly migration: string }
  | { readonly kind: 'migration-differs'; readonly version: string; readonly migration: string };

/** The backup that a folder is, or the newest finished one of a series. */
export function findBackup(folder: string): string | null {
  if (fs.existsSync(path.join(folder, MANIFEST))) return folder;
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter(isBackupName) : [];
  const newest = names.filter((it) => fs.existsSync(path.join(folder, it, MANIFEST))).sort();
  return newest.length === 0 ? null : path.join(folder, newest.at(-1)!);
}

export function countBackups(series: string): number {
  return fs.readdirSync(series).filter(isBackupName).length;
}

export function readManifest(folder: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(fs.readFileSync(path.join(folder, MANIFEST), 'utf8')));
  } catch {
    return null;
  }
}

/** Reads every byte of a backup before any of it is used, and names the first part that is not what was written. */
export async function checkBackup(wanted: string): Promise<CheckedBackup | BackupFault> {
  const folder = findBackup(wanted);
  if (folder === null) return { kind: 'no-backup-here', folder: wanted };
  const manifest = readManifest(folder);
  if (manifest === null) return { kind: 'manifest-unreadable', file: path.join(folder, MANIFEST) };
  for (const part of [...manifest.tables, manifest.files]) {
    const fault = await checkPart(path.join(folder, part.part), part);
    if (fault !== null) return fault;
  }
  const files = readFileLines(fs.readFileSync(path.join(folder, FILES_PART)));
  const series = path.dirname(folder);
  for (const { stored, bytes } of files) {
    const fault = await checkPart(path.join(series, placeOfFile(stored)), { bytes, sha256: stored });
    if (fault !== null) return fault;
  }
  return { folder, series, manifest, files };
}

async function checkPart(file: string, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<BackupFault | null> {
  if (!fs.existsSync(file)) return { kind: 'part-missing', file };
  const found = await digestOfFile(file);
  return found.bytes === bytes && found.sha256 === sha256 ? null : { kind: 'part-changed', file };
}

/** An older backup is taken and brought up to date; one that a newer program wrote, or another one, is not. */
export function checkVersion({ version, migrations }: Manifest, known: ReadonlyMap<string, string>, own: string): BackupFault | null {
  for (const { name, digest } of migrations) {
    const mine = known.get(name);
    if (mine === undefined) return { kind: 'newer-version', version, own, migration: name };
    if (mine !== digest) return { kind: 'migration-differs', version, migration: name };
  }
  return null;
}
