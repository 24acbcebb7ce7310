import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept } from '#/kernel/result.ts';
import { command } from './command.ts';
import { add } from './db.ts';
import { digestOf } from './secrets.ts';
import type { Reader } from './transaction.ts';

/** Limits of one upload; a telephone's photo has 3–8 MB, a scanned annex rarely more than 20. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;
/** A telephone takes 12 to 50 megapixels; a picture that says it has more than this is not unfolded. */
const MAX_PIXELS = 100_000_000;

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

function placeOf(folder: string, district: string, digest: string): string {
  return path.join(folder, district, digest.slice(0, 2), digest);
}

/** Writes the bytes under their SHA-256 (first beside, then renamed, so that no half file is ever found). */
export async function putBytes(folder: string, district: string, bytes: Buffer): Promise<string> {
  const digest = digestOf(bytes);
  const place = placeOf(folder, district, digest);
  if (await fs.stat(place).catch(() => null)) return digest;
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const fresh = `${place}.${newId()}`;
  try {
    await fs.writeFile(fresh, bytes, { mode: 0o600, flush: true });
    await fs.rename(fresh, place);
  } catch (fault) {
    await fs.rm(fresh, { force: true });
    throw fault;
  }
  return digest;
}

/** Reads a stored file and checks it against its digest; a file of another district does not exist here. */
export async function openFile(reader: Reader, digest: string): Promise<StoredFile & { readonly bytes: Buffer }> {
  const found = await reader.client.query<StoredFile>(
    `select digest, name, size, media_type as "mediaType" from platform.file where district = $1 and digest = $2`,
    [reader.district, digest],
  );
  const file = found.rows[0];
  if (file === undefined) throw new Problem(404, 'unknown-file', { digest });
  const bytes = await fs.readFile(placeOf(reader.filesFolder, reader.district, digest));
  if (digestOf(bytes) !== digest) throw new Error(`the stored file ${digest} no longer matches its digest`);
  return { ...file, bytes };
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif']);

export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

/** A copy for the screen: turned upright, at most 1600 px, re-encoded without any metadata (no place, no device, no time). */
export async function displayCopy(bytes: Buffer, width = 1600): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
}

/** A picture is one that can be shown: it is decoded once, small, before it is kept. */
export async function checkPicture(bytes: Buffer, name: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const unreadable = () => {
    throw new Problem(415, 'picture-unreadable', { name });
  };
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  if (width * height > MAX_PIXELS) throw new Problem(413, 'picture-pixels', { name, pixels: width * height, limit: MAX_PIXELS });
  await displayCopy(bytes, 64).catch(unreadable);
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
