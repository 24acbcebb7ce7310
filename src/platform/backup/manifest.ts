import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Part = z.object({
  part: z.string().regex(/^(?:tables\/\w+\.\w+\.copy|files\.jsonl)\.zst$/),
  bytes: z.number().int().nonnegative(),
  sha256: Sha256,
});

/** 备份清单: what a backup holds, in whose state, and by which digests it can be checked before anything of it is used. */
export const Manifest = z.object({
  format: z.literal(1),
  product: z.literal('luoshi'),
  version: z.string(),
  /** The moment of which all tables tell. */
  at: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  tables: z.array(Part.extend({ table: z.string(), columns: z.array(z.string()), rows: z.number().int().nonnegative() })),
  /** Tables that are not kept, each with its reason. */
  leftOut: z.record(z.string(), z.string()),
  files: Part.extend({ count: z.number().int().nonnegative(), totalBytes: z.number().int().nonnegative() }),
  heads: z.record(z.string(), z.object({ seq: z.number().int(), digest: z.string() })),
  /** By which a key is recognised without being told: a keyed digest of one and the same text, by the name of the key. */
  keys: z.record(z.string(), z.string()),
});
export type Manifest = z.output<typeof Manifest>;
export type TablePart = Manifest['tables'][number];

/** One stored file as it lies on the disk, sealed; `stored` is the digest of the sealed bytes and its name in the backup. */
export const FileLine = z.object({
  district: z.string().regex(/^\d{6}$/),
  digest: Sha256,
  stored: Sha256,
  bytes: z.number().int().nonnegative(),
  changedMs: z.number(),
});
export type FileLine = z.output<typeof FileLine>;

export const MANIFEST = 'manifest.json';
export const FILES_PART = 'files.jsonl.zst';
/** Everything of a backup that is not finished has this in its name. */
export const PARTIAL = '.partial-';

/** Log-ins end with the machine they were made on; what was typed wrong is kept for a day only. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'auth.session': 'log-ins: people log in again',
  'auth.verification': 'codes that are valid for minutes',
  'auth.log_in_attempt': 'counts of wrong passwords, kept for a day',
};

/** `2026-06-18T02-30-00Z`: the name of a backup in its folder, in the order of time. */
export function nameOf(at: string): string {
  return `${at.slice(0, 19).replaceAll(':', '-')}Z`;
}

export function isBackupName(name: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name);
}

export const placeOfFile = (stored: string) => `files/${stored.slice(0, 2)}/${stored}`;
