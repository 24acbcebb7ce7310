export type OldFormat = 'doc' | 'xls' | 'ppt' | 'wps' | 'et' | 'dps' | 'rtf' | 'xml' | 'ole';
export type OtherFormat = 'archive' | 'ofd' | 'odt' | 'ods' | 'pptx' | 'xlsb' | 'program' | 'unknown';
export type BombLimit = 'entries' | 'inflated' | 'ratio' | 'nesting' | 'nodes' | 'memory';

/** Why a file is not read. Nothing of a refused file is kept. */
export type ReadRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-many-cells'; readonly limit: number }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'old-format'; readonly which: OldFormat }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'bomb'; readonly limit: BombLimit }
  | { readonly kind: 'external-entities'; readonly part: string }
  | { readonly kind: 'not-a-document'; readonly looksLike: OtherFormat }
  | { readonly kind: 'damaged'; readonly part: string | null }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'classified'; readonly mark: string };

/** Limits of reading. A published list of ten projects has some 20 KB; the largest breakdown tables seen stay under 2 MB and 20,000 cells. */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  inflatedBytes: 160 * 1024 * 1024,
  partBytes: 64 * 1024 * 1024,
  ratio: 200,
  ratioFromBytes: 8 * 1024 * 1024,
  entries: 4000,
  nesting: 256,
  nodes: 2_000_000,
  cells: 400_000,
  columns: 512,
  seconds: 15,
  memoryMb: 384,
} as const;

type Stopped = Error & { readonly refusal: ReadRefusal };

/** Leaves the reading from any depth. It is caught in `read-bytes.ts` and in `unlessStopped`. */
export function stop(refusal: ReadRefusal): never {
  throw Object.assign(new Error(`refused: ${refusal.kind}`), { refusal });
}

export function refusalOf(error: unknown): ReadRefusal | null {
  return error instanceof Error && 'refusal' in error ? (error as Stopped).refusal : null;
}

/** What was read, or null where the reading was left from some depth. */
export async function unlessStopped<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
}
