import type { ReadyRow } from '../rules/people/importing.ts';
import type { LineContext, LineFault } from '../rules/people/line.ts';

/** What the reading thread is given: bytes, what a line is read against, and the derived keys that it needs, no other. */
export type WorkerJob = {
  /** Handed over, not copied: whoever gave them has them no more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly context: LineContext;
  readonly keys: { readonly current: string; readonly hash: 'sha256' | 'sm3'; readonly derived: Readonly<Record<string, Uint8Array>> };
  /** Batches that went in before an interruption: read again, not sent again. */
  readonly chunksTaken: number;
};

export type ToWorker = { readonly kind: 'taken' };

export type FromWorker =
  | {
      readonly kind: 'chunk';
      readonly chunkNo: number;
      /** The rows as JSON: cheaper to hand over than so many small objects. */
      readonly rows: string;
      readonly faults: readonly LineFault[];
      readonly share: number;
    }
  | {
      readonly kind: 'end';
      readonly refusal: { readonly kind: string; readonly [fact: string]: unknown } | null;
      readonly hidden: readonly string[];
      readonly rows: number;
    };

export type Chunk = Omit<Extract<FromWorker, { kind: 'chunk' }>, 'rows' | 'kind'> & { readonly rows: readonly ReadyRow[] };
