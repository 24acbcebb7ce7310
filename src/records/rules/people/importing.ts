import type { CivilDate } from '#/kernel/day-number.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { isOfSheet, type LineFault } from './line.ts';
import type { Who } from './sealed-persons.ts';

/** 导入状态: rows count only once an import is accepted; until then it can be resumed, or taken back as if it had never been. */
export type ImportState = 'waiting' | 'reading' | 'read' | 'accepted' | 'superseded' | 'cancelled' | 'failed' | 'withdrawn';

/** What is to be said of a file as a whole: why it cannot be read, that nothing of it was taken, or which sheets were hidden. */
export type Trouble = { readonly kind: string; readonly [fact: string]: unknown };

/** 导入: one file taken in for one roster or one kind of service. */
export type Import = {
  readonly no: number;
  readonly target: 'roster' | 'service';
  readonly targetId: string;
  readonly unitId: string;
  readonly fileDigest: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly state: ImportState;
  readonly supersedesNo: number | null;
  /** Batches of rows that are in, each with its own entry in the journal. */
  readonly chunks: number;
  readonly rowsTaken: number;
  readonly rowsRefused: number;
  readonly bytesRead: number;
  readonly trouble: Trouble | null;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly withdrawnBecause: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnOn: CivilDate | null;
};

/** Rows of a file that go in together. */
export const CHUNK_ROWS = 1_000;

/** No sheet and no text of `MOST_BYTES` has so many rows. */
const ROWS_OF_A_SHEET = 10_000_000;

/** Rows of several sheets in one count: sheets after the first begin at the next ten million. */
export const placedRow = (sheetNo: number, rowNo: number): number => sheetNo * ROWS_OF_A_SHEET + rowNo;
/** 行号 as the sheet itself counts. */
export const rowInSheet = (placed: number): number => placed % ROWS_OF_A_SHEET;

/** 没有收下的行: a row counts once however much is wrong with it; a sheet that was not read with all that it has. */
export function rowsRefusedIn(faults: readonly LineFault[]): number {
  const sheets = faults.filter(isOfSheet);
  const single = new Set(faults.filter((it) => !isOfSheet(it)).map(({ rowNo }) => rowNo));
  return sheets.reduce((total, { facts }) => total + Number(facts.rows), single.size);
}

/** 400,000 rows of eight columns have some 25 MB. */
export const MOST_BYTES = 80 * 1024 * 1024;

/** 没有可以计入的行: the file has its heads alone, or every row was refused. */
type Nothing = { readonly kind: 'import-empty' } | { readonly kind: 'import-without-rows'; readonly refused: number };

export function nothingIn({ rowsTaken, rowsRefused }: Pick<Import, 'rowsTaken' | 'rowsRefused'>): Nothing | null {
  if (rowsTaken > 0) return null;
  return rowsRefused === 0 ? { kind: 'import-empty' } : { kind: 'import-without-rows', refused: rowsRefused };
}

export type ImportRefusal =
  | { readonly kind: 'import-known'; readonly importNo: number; readonly state: ImportState }
  | { readonly kind: 'import-not-ready'; readonly state: ImportState }
  | { readonly kind: 'import-overtaken'; readonly currentNo: number | null }
  | { readonly kind: 'import-superseded'; readonly byNo: number }
  | Nothing
  | { readonly kind: 'not-of-unit' };

/** A roster has one list at a time; services of several files stand beside each other unless one corrects another. */
export function settleAccepting(
  it: Pick<Import, 'no' | 'state' | 'target' | 'rowsTaken' | 'rowsRefused'>,
  supersedesNo: number | null,
  acceptedNos: readonly number[],
): Result<null, ImportRefusal> {
  if (it.state !== 'read') return refuse({ kind: 'import-not-ready', state: it.state });
  const nothing = nothingIn(it);
  if (nothing !== null) return refuse(nothing);
  const current = acceptedNos.at(-1) ?? null;
  if (it.target === 'roster' && supersedesNo !== current) return refuse({ kind: 'import-overtaken', currentNo: current });
  if (supersedesNo !== null && !acceptedNos.includes(supersedesNo)) return refuse({ kind: 'import-overtaken', currentNo: current });
  return accept(null);
}

/** 撤回导入: only what counts is withdrawn; what was corrected since goes with its correction. */
export function settleWithdrawing({ state }: Pick<Import, 'state'>, byNo: number | null): Result<null, ImportRefusal> {
  if (state === 'superseded' && byNo !== null) return refuse({ kind: 'import-superseded', byNo });
  return state === 'accepted' ? accept(null) : refuse({ kind: 'import-not-ready', state });
}

/** Who stands in a line, as the reading process made him ready; a list of values, because a roll hands over so many. `who` is null where he stood further up in the file. */
export type ReadyPerson = readonly [identityDigest: string | null, detailsDigest: string, hasPhone: boolean, who: Who | null];
