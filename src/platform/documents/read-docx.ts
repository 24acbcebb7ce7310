import type { Block, Paragraph } from '#/kernel/document-content.ts';
import { readNumbering } from './docx-numbering.ts';
import { branchOf, paragraphText, readStyles, runsOn, type Styles } from './docx-text.ts';
import { type PlacedCell, tableOf } from './grid.ts';
import { stop } from './refusal.ts';
import { child, childValue, descendants, elements, type Node, parseXml, textOf } from './xml.ts';
import type { Zip } from './zip.ts';

type Numbering = ReturnType<typeof readNumbering>;
type Reading = {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly blocks: Block[];
  open: string | null;
  lines: number;
  tables: number;
  isCell: boolean;
};

/** Wrappers that hold paragraphs, rows or cells without being one. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag']);

/** Reads the body of a .docx: paragraphs with their printed numbers, tables with merged cells filled, text boxes after their paragraph. */
export async function readDocx(zip: Zip, main: string): Promise<{ readonly blocks: readonly Block[]; readonly margins: string }> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const optional = async (name: string) => {
    const bytes = await zip.read(`${folder}${name}`);
    return bytes === null ? null : parseXml(bytes, name);
  };
  const bytes = (await zip.read(main)) ?? stop({ kind: 'damaged', part: main });
  const body = child(child(parseXml(bytes, main), 'document'), 'body') ?? stop({ kind: 'damaged', part: main });
  const styles = readStyles(await optional('styles.xml'));
  const numbering = readNumbering(await optional('numbering.xml'));
  const reading: Reading = { styles, numbering, blocks: [], open: null, lines: 0, tables: 0, isCell: false };
  readBlocks(body, reading);
  if (reading.open !== null) addLines(reading, reading.open, null);
  return { blocks: reading.blocks, margins: await readMargins(zip, folder) };
}

function readBlocks(container: Node, reading: Reading): void {
  for (const it of elements(container)) {
    if (it.name === 'p') readParagraph(it, reading);
    else if (it.name === 'tbl') readTable(it, reading);
    else if (it.name === 'AlternateContent') readBlocks(branchOf(it), reading);
    else if (WRAPPERS.has(it.name)) readBlocks(it, reading);
  }
}

function readParagraph(paragraph: Node, reading: Reading): void {
  const number = reading.open === null ? numberOf(paragraph, reading) : null;
  const text = `${reading.open ?? ''}${paragraphText(paragraph, reading.styles)}`;
  reading.open = runsOn(paragraph) ? text : null;
  if (reading.open === null) addLines(reading, text, number);
  for (const box of textBoxes(paragraph)) readBlocks(box, reading);
}

function addLines(reading: Reading, text: string, numbering: string | null): void {
  reading.lines += 1;
  reading.open = null;
  const paragraph: Paragraph = { kind: 'paragraph', text: text.trim(), numbering, line: reading.lines };
  // A column of 序号 is often nothing but automatic numbers.
  if (paragraph.text !== '' || (reading.isCell && numbering !== null)) reading.blocks.push(paragraph);
}

function numberOf(paragraph: Node, { styles, numbering }: Reading): string | null {
  const looks = child(paragraph, 'pPr');
  const own = child(looks, 'numPr');
  const inherited = styles.numPr(childValue(looks, 'pStyle'));
  const numId = childValue(own, 'numId') ?? childValue(inherited, 'numId');
  if (numId === undefined || numId === '0') return null;
  const level = Number(childValue(own, 'ilvl') ?? childValue(inherited, 'ilvl') ?? 0);
  return numbering.next(numId, Number.isInteger(level) ? level : 0);
}

// A text box inside AlternateContent stands there twice, once for each generation of readers.
function textBoxes(node: Node): Node[] {
  return elements(node).flatMap((it) => {
    if (it.name === 'del' || it.name === 'moveFrom') return [];
    if (it.name === 'txbxContent') return [it];
    return textBoxes(it.name === 'AlternateContent' ? branchOf(it) : it);
  });
}

function readTable(table: Node, reading: Reading): void {
  const rows = through(table, 'tr').filter((row) => child(child(row, 'trPr'), 'del') === undefined);
  const only = rows.length === 1 ? through(rows[0]!, 'tc') : [];
  // A table of one cell is a frame around what it holds.
  if (only.length === 1) readBlocks(only[0]!, reading);
  else addTable(rows, reading);
}

function addTable(rows: readonly Node[], reading: Reading): void {
  const cells = placeCells(rows, reading);
  reading.tables += 1;
  const built = tableOf(cells, { sheet: null, ordinal: reading.tables, isHidden: false });
  if (built !== null) reading.blocks.push(built);
}

function placeCells(rows: readonly Node[], reading: Reading): PlacedCell[] {
  const placed: PlacedCell[] = [];
  const above = new Map<number, number>();
  for (const [row, node] of rows.entries()) {
    let column = count(childValue(child(node, 'trPr'), 'gridBefore'), 0);
    for (const cell of through(node, 'tc')) {
      const looks = child(cell, 'tcPr');
      const columnCount = count(childValue(looks, 'gridSpan'), 1);
      const merge = child(looks, 'vMerge');
      const joined = child(looks, 'hMerge')?.attributes.val === 'continue' ? placed.length - 1 : undefined;
      const upper = merge !== undefined && merge.attributes.val !== 'restart' ? above.get(column) : undefined;
      if (joined !== undefined && joined >= 0)
        placed[joined] = { ...placed[joined]!, columnCount: placed[joined]!.columnCount + columnCount };
      else if (upper !== undefined) placed[upper] = { ...placed[upper]!, rowCount: row - placed[upper]!.row + 1 };
      else placed.push({ row, column, rowCount: 1, columnCount, text: cellText(cell, reading) });
      if (upper === undefined && joined === undefined) above.set(column, placed.length - 1);
      column += columnCount;
    }
  }
  return placed;
}

function count(value: string | undefined, least: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) && number >= least ? Math.min(number, 1000) : least;
}

function cellText(cell: Node, reading: Reading): string {
  const inner: Reading = { ...reading, blocks: [], open: null, lines: 0, tables: 0, isCell: true };
  readBlocks(cell, inner);
  if (inner.open !== null) addLines(inner, inner.open, null);
  const lines = inner.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [`${block.numbering ?? ''}${block.text}`]
      : block.rows.map((row) => row.filter((text) => text !== '').join(' ')),
  );
  return lines.join('\n');
}

function through(node: Node, name: string): Node[] {
  return elements(node).flatMap((it) => (it.name === name ? [it] : WRAPPERS.has(it.name) ? through(it, name) : []));
}

/** Headers, footers and notes: not part of a list, but a 密级 may be printed there. */
async function readMargins(zip: Zip, folder: string): Promise<string> {
  const names = zip.names.filter((name) => name.startsWith(folder) && /\/(header|footer)\d*\.xml$/.test(name));
  const texts: string[] = [];
  for (const name of names) {
    const bytes = await zip.read(name);
    if (bytes !== null) texts.push(...descendants(parseXml(bytes, name), 'p').map(textOf));
  }
  return texts.join('\n');
}
