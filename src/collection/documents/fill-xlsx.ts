import { bottomUp } from '../rules/template.ts';
import { copyFormula, readAddress, shiftFormula } from './addresses.ts';
import type { Filling } from './filling.ts';
import { insertRows } from './insert-rows.ts';
import { moveDrawings } from './move-drawings.ts';
import { type OfficePackage, relationsOf, treeOf } from './office-package.ts';
import { cellAt, formulasOf, mergesOf, numberRows, type OpenSheet, openSheets, setCell, sharedStrings, shownIn } from './xlsx-sheets.ts';
import { childOf, childrenOf, prefixOf, textIn, writeXmlTree, type XmlElement } from './xml-tree.ts';

/** Fills a blank workbook: only the sheets that are filled are written anew, and every cell keeps its look. */
export function fillXlsx(office: OfficePackage, { mapping, whole, lines }: Filling): void {
  const sheets = openSheets(office);
  const strings = sharedStrings(office);
  for (const sheet of sheets) numberRows(sheet);
  unshareFormulas(sheets);
  // Single places first: they stand where the blank form has them, before rows come in.
  for (const it of mapping.cells) {
    const sheet = sheets.find(({ name }) => name === it.sheet);
    if (sheet !== undefined) setCell(cellAt(sheet, it), whole[it.field]);
  }
  for (const block of bottomUp(mapping)) {
    const sheet = sheets.find(({ name }) => name === block.sheet);
    if (sheet === undefined) continue;
    const values = lines(block.per);
    const room = roomFor(sheet, block, strings);
    const missing = values.length - room;
    if (missing > 0) {
      const at = block.row + room;
      insertRows(sheet, sheets, { model: at - 1, at, count: missing, blockFrom: block.row });
      shiftNames(office, { at, count: missing, blockFrom: block.row }, sheet.name);
      moveDrawings(office, sheet.part, sheet.name, { at, count: missing, blockFrom: block.row });
    }
    for (const [i, line] of values.entries())
      for (const { column, field } of block.columns) setCell(cellAt(sheet, { row: block.row + i, column }), line[field]);
  }
  for (const sheet of sheets) {
    for (const { cell } of formulasOf(sheet))
      cell.children = cell.children.filter((it) => typeof it !== 'string' && it.name !== `${prefixOf(cell)}v`);
    office.parts.set(sheet.part, writeXmlTree(sheet.root));
  }
  recalculate(office);
}

/** Rows that the blank form offers: from the first one down to where words, a formula of a total or another merge stand. */
function roomFor(sheet: OpenSheet, block: ReturnType<typeof bottomUp>[number], strings: readonly string[]): number {
  const rows = new Map(childrenOf(sheet.data, 'row').map((it) => [Number(it.attributes.r) - 1, it]));
  const tall = mergesOf(sheet).filter(({ from, to }) => to.row > from.row);
  const wide = (row: number) =>
    mergesOf(sheet)
      .filter(({ from, to }) => from.row === row && to.row === row)
      .map(({ from, to }) => `${from.column}-${to.column}`)
      .sort()
      .join();
  const like = wide(block.row);
  let room = 1;
  for (let row = block.row + 1; rows.has(row) && row < block.endsBefore; row++, room++) {
    const cells = childrenOf(rows.get(row), 'c');
    const isTaken = cells.some((cell) => (childOf(cell, 'f') === undefined ? !/^\d*$/.test(shownIn(cell, strings).trim()) : false));
    const isTotal = cells.some((cell) => /\b(?:SUM|SUBTOTAL|AVERAGE|COUNT)/i.test(textIn(childOf(cell, 'f') ?? NOTHING)));
    const isOther = wide(row) !== like || tall.some(({ from, to }) => from.row <= row && row <= to.row && to.row !== from.row);
    if (isTaken || isTotal || isOther || cells.length === 0) break;
  }
  return room;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

/** A formula that several cells share is written out in its first cell alone; rows that come in between need it in each. */
function unshareFormulas(sheets: readonly OpenSheet[]): void {
  for (const sheet of sheets) {
    const masters = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();
    for (const { cell, formula } of formulasOf(sheet)) {
      if (formula.attributes.t !== 'shared') continue;
      const place = readAddress(cell.attributes.r!)!;
      const si = formula.attributes.si ?? '';
      const text = textIn(formula);
      const master = masters.get(si);
      if (text !== '') masters.set(si, { text, ...place });
      else if (master !== undefined)
        formula.children = [copyFormula(master.text, { rows: place.row - master.row, columns: place.column - master.column })];
      for (const key of ['t', 'si', 'ref']) delete formula.attributes[key];
    }
  }
}

/** Print areas and other names follow the rows that came in. */
function shiftNames(office: OfficePackage, shift: Parameters<typeof shiftFormula>[1], sheet: string): void {
  const workbook = treeOf(office, office.main);
  if (workbook === null) return;
  for (const it of childrenOf(childOf(workbook, 'definedNames'), 'definedName'))
    it.children = it.children.map((text) => (typeof text === 'string' ? shiftFormula(text, shift, { own: '', sheet }) : text));
  office.parts.set(office.main, writeXmlTree(workbook));
}

/** Formulas are worked out anew when the file is opened; the old order of calculating is struck. */
function recalculate(office: OfficePackage): void {
  const workbook = treeOf(office, office.main);
  if (workbook === null) return;
  const prefix = prefixOf(workbook);
  const known = childOf(workbook, 'calcPr');
  if (known !== undefined) known.attributes.fullCalcOnLoad = '1';
  else {
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
      .map((it) => childOf(workbook, it))
      .find((it) => it !== undefined);
    const at = before === undefined ? workbook.children.length : workbook.children.indexOf(before) + 1;
    workbook.children.splice(at, 0, { name: `${prefix}calcPr`, attributes: { calcId: '0', fullCalcOnLoad: '1' }, children: [] });
  }
  office.parts.set(office.main, writeXmlTree(workbook));
  const chain = relationsOf(office.parts, office.main).find((it) => it.type.endsWith('/calcChain'));
  if (chain !== undefined) strikePart(office, chain.id, chain.target);
}

function strikePart(office: OfficePackage, id: string, part: string): void {
  office.parts.delete(part);
  const folder = office.main.slice(0, office.main.lastIndexOf('/'));
  const relations = `${folder}/_rels/${office.main.slice(folder.length + 1)}.rels`;
  for (const [name, test] of [
    [relations, (it: XmlElement) => it.attributes.Id === id],
    ['[Content_Types].xml', (it: XmlElement) => it.attributes.PartName === `/${part}`],
  ] as const) {
    const root = treeOf(office, name);
    if (root === null) continue;
    root.children = root.children.filter((it) => typeof it === 'string' || !test(it));
    office.parts.set(name, writeXmlTree(root));
  }
}
