import type { RawRow } from '#/kernel/raw-row.ts';

/** Takes the rows of a file as they come. */
export type RowSink = {
  readonly row: (row: RawRow) => void;
  readonly hiddenSheet: (name: string) => void;
  /** Called between rows, with the share of the file that has been read; the reading waits for it. */
  readonly breathe: (share: number) => Promise<void> | void;
};
