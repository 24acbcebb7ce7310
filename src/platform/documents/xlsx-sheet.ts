import type { Table } from '#/kernel/document-content.ts';
import { type PlacedCell, tableOf } from './grid.ts';
import { LIMITS, stop } from './refusal.ts';
import { type NumberFormat, showNumber } from './xlsx-format.ts';
import { walkXml } from './xml.ts';

export type Workbook = { readonly strings: readonly string[]; readonly formats: readonly NumberFormat[]; readonly is1904: boolean };
export type SheetPart = {
  readonly name: string;
  readonly part: string;
  readonly bytes: Buffer;
  readonly isHidden: boolean;
  readonly ordinal: number;
};

type Area = { readonly row: number; readonly column: number; readonly rowCount: number; readonly columnCount: number };
type Cell = { row: number; column: number; type: string; style: number; value: string };
type State = {
  readonly cells: PlacedCell[];
  readonly merges: Map<string, Area>;
  readonly hidden: number[];
  row: number;
  column: number;
  cell: Cell | null;
  inside: string[];
};

/** Walks one sheet: only cells with content are kept, so a format that reaches to the last row costs nothing. */
export function readSheet(sheet: SheetPart, workbook: Workbook): Table | null {
  const state: State = { cells: [], merges: new Map(), hidden: [], row: -1, column: -1, cell: null, inside: [] };
  walkXml(sheet.bytes, sheet.part, {
    open: (name, attributes) => {
      state.inside.push(name);
      openElement(state, name, attributes);
    },
    text: (text) => {
      const inside = state.inside.at(-1);
      if (state.cell !== null && (inside === 'v' || (inside === 't' && !state.inside.includes('rPh')))) state.cell.value += text;
    },
    close: (name) => {
      state.inside.pop();
      if (name === 'c') closeCell(state, workbook);
    },
  });
  const placed = state.cells.map((cell) => ({ ...cell, ...state.merges.get(`${cell.row},${cell.column}`) }));
  return tableOf(placed, { sheet: sheet.name, ordinal: sheet.ordinal, isHidden: sheet.isHidden, hiddenRowNumbers: state.hidden });
}

function openElement(state: State, name: string, attributes: Record<string, string>): void {
  if (name === 'row') {
    const number = Number(attributes.r);
    state.row = Number.isInteger(number) && number > 0 ? number - 1 : state.row + 1;
    state.column = -1;
    if (['1', 'true'].includes(attributes.hidden ?? '')) state.hidden.push(state.row + 1);
  } else if (name === 'c') {
    const place = areaOf(attributes.r ?? '');
    state.column = place?.column ?? state.column + 1;
    state.cell = {
      row: place?.row ?? state.row,
      column: state.column,
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      value: '',
    };
  } else if (name === 'mergeCell') {
    const area = areaOf(attributes.ref ?? '');
    if (area !== null) state.merges.set(`${area.row},${area.column}`, area);
  }
}

function closeCell(state: State, workbook: Workbook): void {
  const cell = state.cell;
  state.cell = null;
  if (cell === null) return;
  const text = shown(cell, workbook).trim();
  if (text === '') return;
  if (state.cells.length >= LIMITS.cells) stop({ kind: 'too-many-cells', limit: LIMITS.cells });
  state.cells.push({ row: cell.row, column: cell.column, rowCount: 1, columnCount: 1, text });
}

function shown({ type, value, style }: Cell, { strings, formats, is1904 }: Workbook): string {
  if (value === '') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return decodeEscapes(value);
  const number = Number(value);
  return Number.isFinite(number) ? showNumber(number, formats[style] ?? { kind: 'general' }, is1904) : value;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');
}

/** `B3` or `A1:C2` as an area counted from 0; null when it is none. */
export function areaOf(reference: string): Area | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  if (found === null) return null;
  const [column, row] = [columnIndex(found[1]!), Number(found[2]) - 1];
  const columnCount = found[3] === undefined ? 1 : columnIndex(found[3]) - column + 1;
  const rowCount = found[4] === undefined ? 1 : Number(found[4]) - row;
  return row < 0 || columnCount < 1 || rowCount < 1 ? null : { row, column, rowCount, columnCount };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
