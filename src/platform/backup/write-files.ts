import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, zstdDecompressSync } from 'node:zlib';
import { newId } from '#/kernel/id.ts';
import { placeOf } from '../files.ts';
import { digesting, digestOfFile } from './digest-stream.ts';
import { FILES_PART, FileLine, isBackupName, type Manifest, placeOfFile } from './manifest.ts';

export type KnownFile = { readonly district: string; readonly digest: string };
type FilesPart = Manifest['files'];

/** Thrown when the table names a file that does not lie on the disk: such a backup would not be whole. */
export type FileLost = { readonly lost: KnownFile };

export type FilesWritten = { readonly part: FilesPart; readonly copied: number; readonly copiedBytes: number };

/**
 * Copies the stored files beside the backups of the series, each once: a file whose size and time are those of an earlier backup is not read
 * again. What is copied is what lies on the disk, sealed; the key is not needed and does not come along.
 */
export async function writeFiles(
  known: readonly KnownFile[],
  { filesFolder, series, folder }: { filesFolder: string; series: string; folder: string },
): Promise<FilesWritten | FileLost> {
  const earlier = readEarlier(series);
  const lines: FileLine[] = [];
  let [copied, copiedBytes] = [0, 0];
  for (const it of known) {
    const place = placeOf(filesFolder, it.district, it.digest);
    const there = fs.statSync(place, { throwIfNoEntry: false });
    if (there === undefined) return { lost: it };
    const before = earlier.get(`${it.district}/${it.digest}`);
    const isSame = before !== undefined && before.bytes === there.size && before.changedMs === there.mtimeMs;
    const stored = isSame && fs.existsSync(path.join(series, placeOfFile(before.stored))) ? before.stored : await copyFile(place, series);
    lines.push({ ...it, stored, bytes: there.size, changedMs: there.mtimeMs });
    if (isSame) continue;
    copied += 1;
    copiedBytes += there.size;
  }
  const digest = digesting();
  const text = lines.map((it) => `${JSON.stringify(it)}\n`);
  await pipeline(
    text,
    createZstdCompress(),
    digest.stream,
    fs.createWriteStream(path.join(folder, FILES_PART), { mode: 0o600, flush: true }),
  );
  const totalBytes = lines.reduce((sum, it) => sum + it.bytes, 0);
  return { part: { part: FILES_PART, ...digest.result(), count: lines.length, totalBytes }, copied, copiedBytes };
}

/** Under the digest of what was written, read back from the copy. */
async function copyFile(from: string, series: string): Promise<string> {
  const fresh = path.join(series, 'files', `${newId()}.new`);
  fs.mkdirSync(path.dirname(fresh), { recursive: true, mode: 0o700 });
  fs.copyFileSync(from, fresh);
  const { sha256 } = await digestOfFile(fresh);
  const place = path.join(series, placeOfFile(sha256));
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const handle = fs.openSync(fresh, 'r+');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(fresh, place);
  return sha256;
}

function readEarlier(series: string): ReadonlyMap<string, FileLine> {
  const newest = fs.readdirSync(series).filter(isBackupName).sort().at(-1);
  if (newest === undefined) return new Map();
  const file = path.join(series, newest, FILES_PART);
  if (!fs.existsSync(file)) return new Map();
  return new Map(readFileLines(fs.readFileSync(file)).map((it) => [`${it.district}/${it.digest}`, it]));
}

export function readFileLines(packed: Buffer): readonly FileLine[] {
  const lines = zstdDecompressSync(packed).toString('utf8').split('\n').filter(Boolean);
  return lines.map((it) => FileLine.parse(JSON.parse(it)));
}
