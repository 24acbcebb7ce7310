/** Cells count rows and columns from 0 here, from 1 in the file. */
export type Address = { readonly row: number; readonly column: number };

export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1;
}

export function addressOf({ row, column }: Address): string {
  return `${lettersOf(column)}${row + 1}`;
}

export function readAddress(text: string): Address | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  return found === null ? null : { row: Number(found[2]) - 1, column: columnOf(found[1]!) };
}

export type Area = { readonly from: Address; readonly to: Address };

export function readArea(text: string): Area | null {
  const [first, last] = text.split(':');
  const from = readAddress(first ?? '');
  const to = last === undefined ? from : readAddress(last);
  return from === null || to === null ? null : { from, to };
}

export function areaText({ from, to }: Area): string {
  return from.row === to.row && from.column === to.column ? addressOf(from) : `${addressOf(from)}:${addressOf(to)}`;
}

/** `count` rows were put in before row `at`; the block above began at `blockFrom`, and ranges that ended with it grow with it. */
export type RowShift = { readonly at: number; readonly count: number; readonly blockFrom: number };

export function shiftedRow(row: number, { at, count }: RowShift): number {
  return row >= at ? row + count : row;
}

export function shiftedArea({ from, to }: Area, shift: RowShift): Area {
  const grows = to.row === shift.at - 1 && from.row >= shift.blockFrom && from.row < to.row + 1 && to.row > from.row;
  const last = grows ? to.row + shift.count : shiftedRow(to.row, shift);
  return { from: { ...from, row: shiftedRow(from.row, shift) }, to: { ...to, row: last } };
}

const REFERENCE =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(!])/gu;

/** Moves what a formula on `own` refers to on `sheet`. What stands in quotes is text. */
export function shiftFormula(formula: string, shift: RowShift, { own, sheet }: { readonly own: string; readonly sheet: string }): string {
  return outsideQuotes(formula, (part) =>
    part.replace(REFERENCE, (whole: string, named: string | undefined, first: string, last: string | undefined, at: number) => {
      if (/[\p{L}\p{N}_.$]/u.test(part[at - 1] ?? '')) return whole;
      const meant = named === undefined ? own : named.replace(/^'|'$/g, '').replaceAll("''", "'");
      if (meant !== sheet) return whole;
      const prefix = named === undefined ? '' : `${named}!`;
      if (last === undefined) return `${prefix}${withRow(first, shiftedRow(rowIn(first), shift))}`;
      const [from, to] = [rowIn(first), rowIn(last)];
      const moved = shiftedArea({ from: { row: from, column: 0 }, to: { row: to, column: 0 } }, shift);
      return `${prefix}${withRow(first, moved.from.row)}:${withRow(last, moved.to.row)}`;
    }),
  );
}

/** A formula copied to another cell: what is not held by `$` moves along. */
export function copyFormula(formula: string, { rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const relative = /(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(!])/gu;
  return outsideQuotes(formula, (part) =>
    part.replace(relative, (_, heldColumn: string, letters: string, heldRow: string, row: string) => {
      const column = heldColumn === '$' ? letters : lettersOf(Math.max(columnOf(letters) + columns, 0));
      return `${heldColumn}${column}${heldRow}${heldRow === '$' ? row : Math.max(Number(row) + rows, 1)}`;
    }),
  );
}

function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('');
}

const rowIn = (reference: string) => Number(/\d+$/.exec(reference)![0]) - 1;
const withRow = (reference: string, row: number) => reference.replace(/\d+$/, String(row + 1));
