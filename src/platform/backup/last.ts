import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Tidied } from './tidy.ts';
import type { BackupWritten } from './write.ts';

/** 最近一次备份: what came of it, kept beside the stored files, so that every process of the installation knows. */
export const LastBackup = z.object({
  startedAt: z.iso.datetime(),
  seconds: z.number(),
  /** Null when it is whole. */
  fault: z.string().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  folder: z.string().nullable(),
  rows: z.number(),
  files: z.number(),
  bytes: z.number(),
  fileBytes: z.number(),
  filesCopied: z.number(),
  kept: z.number(),
  removed: z.array(z.string()),
});
export type LastBackup = z.output<typeof LastBackup>;

const fileOf = (filesFolder: string) => path.join(filesFolder, '..', 'backup-last.json');

export function readLastBackup(filesFolder: string): LastBackup | null {
  const file = fileOf(filesFolder);
  return fs.existsSync(file) ? LastBackup.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : null;
}

/** Runs a backup and keeps what came of it, also when it failed: the day of the last whole one stays known. */
export async function recordBackup(
  filesFolder: string,
  work: () => Promise<Tidied & { readonly written: BackupWritten }>,
  began = Date.now(),
): Promise<LastBackup> {
  const before = readLastBackup(filesFolder);
  const startedAt = new Date(began).toISOString();
  const done = await work().catch((fault: unknown) => ({ fault: fault instanceof Error ? fault.message : String(fault) }));
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const last: LastBackup =
    'fault' in done
      ? { ...(before ?? NOTHING), startedAt, seconds, fault: done.fault }
      : {
          startedAt,
          seconds,
          fault: null,
          lastSuccessAt: done.written.at,
          ...figuresOf(done.written),
          kept: done.kept,
          removed: [...done.removed],
        };
  const fresh = `${fileOf(filesFolder)}.${process.pid}`;
  fs.writeFileSync(fresh, `${JSON.stringify(last)}\n`, { mode: 0o600 });
  fs.renameSync(fresh, fileOf(filesFolder));
  return last;
}

const NOTHING: Omit<LastBackup, 'startedAt' | 'seconds' | 'fault'> = {
  lastSuccessAt: null,
  folder: null,
  rows: 0,
  files: 0,
  bytes: 0,
  fileBytes: 0,
  filesCopied: 0,
  kept: 0,
  removed: [],
};

function figuresOf({ folder, rows, files, bytes, fileBytes, filesCopied }: BackupWritten) {
  return { folder, rows, files, bytes, fileBytes, filesCopied };
}
