import type { ReadyPerson } from '../rules/people/importing.ts';
import type { LineContext, LineFault } from '../rules/people/line.ts';

/** What the reading process is given: what a line is read against, and the derived keys that it needs, no other. The bytes come before it, in pieces. */
export type ReaderJob = {
  readonly fileName: string;
  readonly context: LineContext;
  readonly keys: { readonly current: string; readonly hash: 'sha256' | 'sm3'; readonly derived: Readonly<Record<string, Uint8Array>> };
  /** Batches that went in before an interruption: read again, not sent again. */
  readonly chunksTaken: number;
};

export type ToReader =
  | { readonly kind: 'piece'; readonly at: number; readonly of: number; readonly bytes: Uint8Array }
  | { readonly kind: 'job'; readonly job: ReaderJob }
  | { readonly kind: 'taken' };

export type FromReader =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'chunk';
      readonly chunkNo: number;
      readonly lines: number;
      /** Who stands in each line, as JSON: cheaper to hand over than so many small objects. */
      readonly persons: string;
      /** The lines as they are counted (see `encodeColumns`), still without the numbers of the persons. */
      readonly columns: Uint8Array;
      /** What stands beside the columns, as JSON (see `Beside`). */
      readonly beside: string;
      readonly faults: readonly LineFault[];
      readonly share: number;
    }
  | {
      readonly kind: 'end';
      readonly refusal: { readonly kind: string; readonly [fact: string]: unknown } | null;
      readonly hidden: readonly string[];
      readonly rows: number;
    };

export type Chunk = Omit<Extract<FromReader, { kind: 'chunk' }>, 'persons' | 'kind'> & { readonly persons: readonly ReadyPerson[] };
