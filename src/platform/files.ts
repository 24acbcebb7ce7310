import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept } from '#/kernel/result.ts';
import { command } from './command.ts';
import { add } from './db.ts';
import { sealedBy, sealFile, unsealFile } from './sealed-file.ts';
import { digestOf, type Keys } from './secrets.ts';
import type { Reader } from './transaction.ts';

/** Limits of one upload; a telephone's photo has 3–8 MB, a scanned annex rarely more than 20. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;

export type StoredFile = { readonly digest: string; readonly name: string; readonly size: number; readonly mediaType: string };

const StoreFile = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  size: z.number().int().positive(),
  mediaType: z.string().max(100),
});

/** Files a file that already lies in the store under its digest; the same file twice is one file. */
export const storeFile = command({
  name: 'platform.store-file',
  version: 1,
  input: StoreFile,
  permission: 'platform.upload',
  subject: (input) => input.digest,
  async run(writer, input) {
    await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `platform.file ${writer.district} ${input.digest}`,
    ]);
    const known = await writer.client.query('select 1 from platform.file where district = $1 and digest = $2', [
      writer.district,
      input.digest,
    ]);
    if (known.rowCount === 0) {
      const { mediaType, ...rest } = input;
      await add(writer, 'platform.file', { ...rest, media_type: mediaType, stored_at: writer.now.toISOString() });
    }
    return accept(input);
  },
});

/** Where the files of an installation lie, and the keys that seal them. */
export type FilePlace = { readonly filesFolder: string; readonly keys: Keys };

export function placeOf(folder: string, district: string, digest: string): string {
  return path.join(folder, district, digest.slice(0, 2), digest);
}

/** Keeps the bytes sealed, under the SHA-256 of what they are. */
export async function putBytes({ filesFolder, keys }: FilePlace, district: string, bytes: Buffer): Promise<string> {
  const digest = digestOf(bytes);
  const place = placeOf(filesFolder, district, digest);
  if (await fs.stat(place).catch(() => null)) return digest;
  await writeWhole(place, sealFile(keys, `${district}/${digest}`, bytes));
  return digest;
}

/** First beside, then renamed, so that no half file is ever found. */
async function writeWhole(place: string, stored: Buffer): Promise<void> {
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const fresh = `${place}.${newId()}`;
  try {
    await fs.writeFile(fresh, stored, { mode: 0o600, flush: true });
    await fs.rename(fresh, place);
  } catch (fault) {
    await fs.rm(fresh, { force: true });
    throw fault;
  }
}

/** Reads stored bytes and checks them against their digest. A file from before files were sealed is sealed on this occasion. */
export async function readBytes({ filesFolder, keys }: FilePlace, district: string, digest: string): Promise<Buffer> {
  const place = placeOf(filesFolder, district, digest);
  const stored = await fs.readFile(place);
  const bytes = unsealFile(keys, `${district}/${digest}`, stored);
  if (digestOf(bytes) !== digest) throw new Error(`the stored file ${digest} no longer matches its digest`);
  // A folder that may only be read (a copy for a drill) stays as it is.
  if (sealedBy(stored) === null) await writeWhole(place, sealFile(keys, `${district}/${digest}`, bytes)).catch(() => {});
  return bytes;
}

/** Whether the bytes of a file lie in the folder; a copy of the database alone has none. */
export async function isStored({ filesFolder }: FilePlace, district: string, digest: string): Promise<boolean> {
  return (await fs.stat(placeOf(filesFolder, district, digest)).catch(() => null)) !== null;
}

/** Seals every file of a district under the current key; those that it sealed already stay as they are. Says how many were written. */
export async function resealFiles(it: FilePlace, district: string): Promise<number> {
  const folder = path.join(it.filesFolder, district);
  const found = await fs.readdir(folder, { recursive: true }).catch(() => []);
  let written = 0;
  for (const digest of found.map((one) => path.basename(one)).filter((one) => /^[0-9a-f]{64}$/.test(one))) {
    const place = placeOf(it.filesFolder, district, digest);
    if (sealedBy(await fs.readFile(place)) === it.keys.current) continue;
    const bytes = await readBytes(it, district, digest);
    await writeWhole(place, sealFile(it.keys, `${district}/${digest}`, bytes));
    written += 1;
  }
  return written;
}

export async function findFile({ client, district }: Reader, digest: string): Promise<StoredFile | null> {
  const found = await client.query<StoredFile>(
    `select digest, name, size::int as size, media_type as "mediaType" from platform.file where district = $1 and digest = $2`,
    [district, digest],
  );
  return found.rows[0] ?? null;
}

/** What is to prove something lies in the file store before anybody speaks of it; a digest of nothing proves nothing. */
export async function checkFilesKnown({ client, district }: Reader, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  const found = await client.query<{ digest: string }>({
    name: 'files-known',
    text: 'select digest from platform.file where district = $1 and digest = any($2)',
    values: [district, digests],
  });
  const missing = digests.find((it) => !found.rows.some((row) => row.digest === it));
  if (missing !== undefined) throw new Problem(404, 'unknown-file', { digest: missing });
}

/** Opens a stored file; a file of another district does not exist here. */
export async function openFile(reader: Reader, digest: string): Promise<StoredFile & { readonly bytes: Buffer }> {
  const file = await findFile(reader, digest);
  if (file === null) throw new Problem(404, 'unknown-file', { digest });
  return { ...file, bytes: await readBytes(reader, reader.district, digest) };
}

type Signature = { readonly mediaType: string; readonly matches: (bytes: Buffer) => boolean };
const starts =
  (hex: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;

const SIGNATURES: readonly Signature[] = [
  { mediaType: 'image/jpeg', matches: starts('ffd8ff') },
  { mediaType: 'image/png', matches: starts('89504e470d0a1a0a') },
  { mediaType: 'image/webp', matches: (bytes) => starts('52494646')(bytes) && bytes.subarray(8, 12).toString('latin1') === 'WEBP' },
  { mediaType: 'image/heic', matches: (bytes) => /^ftyp(heic|heix|mif1|msf1)/.test(bytes.subarray(4, 12).toString('latin1')) },
  { mediaType: 'application/pdf', matches: starts('255044462d') },
  { mediaType: 'application/zip', matches: starts('504b0304') },
  { mediaType: 'application/x-ole', matches: starts('d0cf11e0a1b11ae1') },
];

/** What a file is by its content; its name is not believed. Programs, scripts and pages are not among the answers. */
export function mediaTypeOf(bytes: Buffer): string | null {
  const known = SIGNATURES.find((it) => it.matches(bytes));
  if (known !== undefined) return known.mediaType;
  const head = bytes.subarray(0, 4096);
  if (head.includes(0) && !/^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1'))) return null;
  return /^\s*(<!doctype|<html|<script|<svg|<\?xml|#!|MZ)/i.test(head.toString('latin1')) ? null : 'text/plain';
}

/** The bytes behind a digest that a stage keeps for itself; null where they are not there. */
export async function openStored(place: FilePlace, district: string, digest: string): Promise<Buffer | null> {
  return (await isStored(place, district, digest)) ? readBytes(place, district, digest) : null;
}
