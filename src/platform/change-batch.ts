import type { Change } from './db.ts';

/** 批量流水: consecutive changes of one table, packed into one line of the database; `position` is that of the first. */
export type ChangeBatch = {
  readonly position: number;
  readonly table: string;
  readonly lines: number;
  /** A JSON array of the keys, in order. */
  readonly keys: string;
  /** 32 bytes each, in order; null where all of them were erased. */
  readonly digests: Buffer | null;
};

type Single = Change & { readonly position: number };

/** Fewer are kept line by line, where each can be found by its key. */
const PACKED_FROM = 64;
const DIGEST_BYTES = 32;

const isAlike = (a: Change, b: Change) => a.table === b.table && a.erased === b.erased && (a.digest === null) === (b.digest === null);

/** Changes as they are stored: what belongs together in one, the rest alone. */
export function packChanges(changes: readonly Change[]): { readonly singles: readonly Single[]; readonly batches: readonly ChangeBatch[] } {
  const singles: Single[] = [];
  const batches: ChangeBatch[] = [];
  for (let from = 0, to = 0; from < changes.length; from = to) {
    const first = changes[from]!;
    for (to = from + 1; to < changes.length && isAlike(first, changes[to]!); ) to += 1;
    const isPacked = to - from >= PACKED_FROM && (first.erased || first.digest !== null);
    if (isPacked) batches.push(packed(changes.slice(from, to), from));
    else for (let i = from; i < to; i++) singles.push({ ...changes[i]!, position: i });
  }
  return { singles, batches };
}

function packed(changes: readonly Change[], position: number): ChangeBatch {
  const { table, erased } = changes[0]!;
  const keys = JSON.stringify(changes.map((it) => it.key));
  const digests = erased ? null : Buffer.from(changes.map((it) => it.digest).join(''), 'hex');
  return { position, table, lines: changes.length, keys, digests };
}

/** The changes again, each as it was. */
export function unpackChanges({ table, keys, digests }: Pick<ChangeBatch, 'table' | 'keys' | 'digests'>): readonly Change[] {
  return (JSON.parse(keys) as string[]).map((key, i) => ({
    table,
    key,
    digest: digests === null ? null : digests.toString('hex', i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES),
    erased: digests === null,
  }));
}
