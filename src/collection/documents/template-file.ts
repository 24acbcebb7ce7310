import type { TemplateCell, TemplateSheet, TemplateStructure } from '../rules/template.ts';
import { addressOf, readAddress } from './addresses.ts';
import { cellsOf, fillDocx, paragraphsOf, placeholderName, placeholdersIn, settingOf, TEXT_SHEET, tablesOf } from './fill-docx.ts';
import { fillXlsx } from './fill-xlsx.ts';
import type { Filling } from './filling.ts';
import { type OfficePackage, openPackage, treeOf } from './office-package.ts';
import { mergesOf, numberRows, openSheets, sharedStrings, shownIn } from './xlsx-sheets.ts';
import { childOf, childrenOf, textIn, type XmlElement } from './xml-tree.ts';
import { zipFiles } from './zip-files.ts';

/** A blank form for the screen is some dozen rows; what lies beyond is no form. */
const MOST = { rows: 300, columns: 60, sheets: 12 } as const;

/** The cells of a blank form, the empty ones too. Null where the file is neither a workbook nor a text. */
export async function readStructure(bytes: Buffer): Promise<TemplateStructure | null> {
  const office = await openPackage(bytes);
  if (office === null) return null;
  const sheets = office.kind === 'xlsx' ? sheetsOfBook(office) : sheetsOfText(office);
  return sheets.length === 0 ? null : { kind: office.kind, sheets: sheets.slice(0, MOST.sheets) };
}

export async function fillTemplate(bytes: Buffer, filling: Filling, madeOn: string): Promise<Buffer | null> {
  const office = await openPackage(bytes);
  if (office === null) return null;
  if (office.kind === 'xlsx') fillXlsx(office, filling);
  else fillDocx(office, filling);
  return zipFiles(office.parts, madeOn);
}

function sheetsOfBook(office: OfficePackage): readonly TemplateSheet[] {
  const strings = sharedStrings(office);
  return openSheets(office).map((sheet) => {
    numberRows(sheet);
    const texts = new Map<string, string>();
    let [lastRow, lastColumn] = [0, 0];
    for (const cell of childrenOf(sheet.data, 'row').flatMap((row) => childrenOf(row, 'c'))) {
      const at = readAddress(cell.attributes.r!)!;
      if (at.row >= MOST.rows || at.column >= MOST.columns) continue;
      const text = childOf(cell, 'f') === undefined ? shownIn(cell, strings).trim() : `=${textIn(childOf(cell, 'f')!)}`;
      texts.set(`${at.row} ${at.column}`, text);
      const counts = text !== '' || cell.attributes.s !== undefined;
      if (counts) [lastRow, lastColumn] = [Math.max(lastRow, at.row), Math.max(lastColumn, at.column)];
    }
    const merges = mergesOf(sheet);
    const cells: TemplateCell[] = [];
    for (let row = 0; row <= lastRow; row++)
      for (let column = 0; column <= lastColumn; column++) {
        const merge = merges.find(({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column);
        if (merge !== undefined && (merge.from.row !== row || merge.from.column !== column)) continue;
        const span = merge === undefined ? [1, 1] : [merge.to.row - row + 1, merge.to.column - column + 1];
        const text = texts.get(`${row} ${column}`) ?? '';
        cells.push({ at: addressOf({ row, column }), row, column, rowSpan: span[0]!, columnSpan: span[1]!, text: text.slice(0, 300) });
      }
    return { name: sheet.name, kind: 'sheet' as const, cells };
  });
}

function sheetsOfText(office: OfficePackage): readonly TemplateSheet[] {
  const body = childOf(treeOf(office, office.main) ?? undefined, 'body');
  if (body === undefined) return [];
  const tables = tablesOf(body).map((table, i) => tableSheet(table, `table ${i + 1}`));
  const placeholders = paragraphsOf(body).flatMap((paragraph, row) =>
    placeholdersIn(paragraph).map((_, column): TemplateCell => {
      const text = placeholderName(paragraph, column);
      return { at: `${row + 1}.${column + 1}`, row, column, rowSpan: 1, columnSpan: 1, text };
    }),
  );
  const text: TemplateSheet = { name: TEXT_SHEET, kind: 'text', cells: placeholders };
  return placeholders.length === 0 ? tables : [text, ...tables];
}

function tableSheet(table: XmlElement, name: string): TemplateSheet {
  const rows = childrenOf(table, 'tr').slice(0, MOST.rows);
  const cells: TemplateCell[] = [];
  for (const [row, line] of rows.entries()) {
    for (const { cell, column, span } of cellsOf(line)) {
      if (isContinued(cell)) continue;
      const text = childrenOf(cell, 'p').map(textIn).join('\n').trim();
      const rowSpan = 1 + continuedBelow(rows, row, column);
      cells.push({ at: `${row + 1}-${column + 1}`, row, column, rowSpan, columnSpan: span, text: text.slice(0, 300) });
    }
  }
  return { name, kind: 'table', cells };
}

function isContinued(cell: XmlElement): boolean {
  const looks = childOf(cell, 'tcPr');
  return childOf(looks, 'vMerge') !== undefined && settingOf(looks, 'vMerge') !== 'restart';
}

function continuedBelow(rows: readonly XmlElement[], row: number, column: number): number {
  let count = 0;
  while (row + count + 1 < rows.length) {
    const below = cellsOf(rows[row + count + 1]!).find((it) => it.column === column);
    if (below === undefined || !isContinued(below.cell)) break;
    count += 1;
  }
  return count;
}
