import type { Block } from '#/kernel/document-content.ts';
import { type PlacedCell, tableOf } from './grid.ts';
import { htmlTokens } from './html-tokens.ts';
import { LIMITS, stop } from './refusal.ts';

type Cell = Omit<PlacedCell, 'text'>;
type OpenTable = {
  readonly cells: PlacedCell[];
  readonly taken: Map<number, number>;
  row: number;
  column: number;
  cell: Cell | null;
  readonly outerText: string;
};
type Reading = { readonly blocks: Block[]; readonly open: OpenTable[]; text: string; lines: number; tables: number; silent: string | null };

const LINE_TAGS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'title',
  'body',
  'dt',
  'dd',
]);
const SILENT_TAGS = new Set(['script', 'style', 'head', 'noscript', 'template', 'xml', 'svg', 'math', 'iframe', 'object']);

/**
 * Reads HTML from a clipboard, or from a file that is HTML under another name. Nothing is executed, loaded or kept of the markup; tags
 * left open, as WPS and Word write them, do no harm.
 */
export function readHtml(html: string): Block[] {
  const reading: Reading = { blocks: [], open: [], text: '', lines: 0, tables: 0, silent: null };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'tag') readTag(reading, token.name, token.isClosing, token.attribute);
    else if (reading.silent === null) reading.text += token.text;
  }
  while (reading.open.length > 0) closeTable(reading);
  closeLine(reading);
  return reading.blocks;
}

type Attribute = (name: string) => string | undefined;

function readTag(reading: Reading, name: string, isClosing: boolean, attribute: Attribute): void {
  if (SILENT_TAGS.has(name)) {
    if (isClosing && reading.silent === name) reading.silent = null;
    else if (!isClosing) reading.silent ??= name;
    return;
  }
  // A head that is never closed ends where the body begins.
  if (reading.silent === 'head' && ['body', 'table', 'p', 'div'].includes(name)) reading.silent = null;
  if (reading.silent !== null) return;
  const table = reading.open.at(-1);
  if (name === 'table') (isClosing ? closeTable : openTable)(reading);
  else if (table !== undefined) readTableTag(reading, table, { name, isClosing, attribute });
  else if (LINE_TAGS.has(name)) closeLine(reading);
}

type Tag = { readonly name: string; readonly isClosing: boolean; readonly attribute: Attribute };

function readTableTag(reading: Reading, table: OpenTable, { name, isClosing, attribute }: Tag): void {
  const isCell = name === 'td' || name === 'th';
  if (isClosing && (isCell || name === 'tr')) closeCell(reading, table);
  else if (name === 'tr') openRow(reading, table);
  else if (isCell) openCell(reading, table, attribute);
  else if (LINE_TAGS.has(name)) reading.text += '\n';
}

function openTable(reading: Reading): void {
  if (reading.open.length > 20) stop({ kind: 'bomb', limit: 'nesting' });
  if (reading.open.length === 0) closeLine(reading);
  reading.open.push({ cells: [], taken: new Map(), row: -1, column: 0, cell: null, outerText: reading.text });
  reading.text = '';
}

function openRow(reading: Reading, table: OpenTable): void {
  closeCell(reading, table);
  table.row += 1;
  table.column = 0;
}

function openCell(reading: Reading, table: OpenTable, attribute: Attribute): void {
  closeCell(reading, table);
  if (table.row < 0) table.row = 0;
  while ((table.taken.get(table.column) ?? -1) >= table.row) table.column += 1;
  const [rowCount, columnCount] = [span(attribute('rowspan'), 20_000), span(attribute('colspan'), LIMITS.columns)];
  if (table.column + columnCount > LIMITS.columns * 2 || table.cells.length > LIMITS.cells)
    stop({ kind: 'too-many-cells', limit: LIMITS.cells });
  table.cell = { row: table.row, column: table.column, rowCount, columnCount };
  for (let column = table.column; column < table.column + columnCount; column += 1) table.taken.set(column, table.row + rowCount - 1);
  table.column += columnCount;
}

function closeCell(reading: Reading, table: OpenTable): void {
  if (table.cell !== null) table.cells.push({ ...table.cell, text: tidy(reading.text) });
  table.cell = null;
  reading.text = '';
}

function closeTable(reading: Reading): void {
  const table = reading.open.at(-1);
  if (table === undefined) return;
  closeCell(reading, table);
  reading.open.pop();
  reading.text = table.outerText;
  const outer = reading.open.at(-1);
  reading.tables += 1;
  const built = tableOf(table.cells, { sheet: null, ordinal: reading.tables, isHidden: false });
  // A table inside a cell of another one is the real table inside a frame when the frame says nothing itself.
  if (built === null) return;
  if (outer === undefined || outer.cells.every((cell) => cell.text === '')) reading.blocks.push(built);
  else reading.text += `\n${built.rows.map((row) => row.join(' ')).join('\n')}\n`;
}

function closeLine(reading: Reading): void {
  const text = tidy(reading.text);
  reading.text = '';
  if (text === '') return;
  reading.lines += 1;
  reading.blocks.push({ kind: 'paragraph', text, numbering: null, line: reading.lines });
}

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
}

function tidy(text: string): string {
  return text
    .replace(/[\u00a0 \t\r]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
