import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { LIMITS, stop } from './refusal.ts';

/** A zip whose table of contents has been checked against the limits before anything is inflated. */
export type Zip = {
  readonly names: readonly string[];
  /** The same names as they are written, for whoever writes the zip anew. */
  readonly writtenNames: readonly string[];
  read(name: string): Promise<Buffer | null>;
};

export async function openZip(bytes: Buffer): Promise<Zip> {
  const file = await yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch(() => stop({ kind: 'damaged', part: null }));
  if (file.entryCount > LIMITS.entries) stop({ kind: 'bomb', limit: 'entries' });
  const entries = await readEntries(file);
  return {
    names: [...entries.keys()],
    writtenNames: [...entries.values()].map((entry) => entry.fileName),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? null : await inflate(file, entry);
    },
  };
}

async function readEntries(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let inflated = 0;
  try {
    for await (const entry of file.eachEntry()) {
      if (entry.isEncrypted()) stop({ kind: 'encrypted' });
      inflated += checkSize(entry);
      if (inflated > LIMITS.inflatedBytes) stop({ kind: 'bomb', limit: 'inflated' });
      const name = entry.fileName.toLowerCase();
      // Two parts of one name mean that two programs may read two different documents.
      if (entries.has(name)) stop({ kind: 'damaged', part: entry.fileName });
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Error && 'refusal' in error) throw error;
    stop({ kind: 'damaged', part: null });
  }
  return entries;
}

function checkSize(entry: yauzl.Entry): number {
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > LIMITS.ratioFromBytes && size > compressedSize * LIMITS.ratio) stop({ kind: 'bomb', limit: 'ratio' });
  return size;
}

async function inflate(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  if (entry.uncompressedSize > LIMITS.partBytes) stop({ kind: 'bomb', limit: 'inflated' });
  const damaged = () => stop({ kind: 'damaged', part: entry.fileName });
  const stream = await file.openReadStreamPromise(entry).catch(damaged);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch {
    damaged();
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) damaged();
  return bytes;
}
