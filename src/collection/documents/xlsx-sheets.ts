import { type Address, type Area, addressOf, readAddress, readArea } from './addresses.ts';
import { type OfficePackage, relationsOf, treeOf } from './office-package.ts';
import { childOf, childrenOf, everyOf, is, prefixOf, textIn, type XmlElement } from './xml-tree.ts';

/** A sheet of a workbook, its part read for changing. */
export type OpenSheet = { readonly name: string; readonly part: string; readonly root: XmlElement; readonly data: XmlElement };

export function openSheets(office: OfficePackage): readonly OpenSheet[] {
  const workbook = treeOf(office, office.main);
  const relations = relationsOf(office.parts, office.main);
  return childrenOf(childOf(workbook ?? undefined, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const part = relations.find((it) => it.id === id)?.target ?? '';
    const root = /\/worksheets\//.test(part) ? treeOf(office, part) : null;
    const data = childOf(root ?? undefined, 'sheetData');
    return root === null || data === undefined ? [] : [{ name: attributes.name ?? '', part, root, data }];
  });
}

/** A worksheet has this many rows; a row that says to stand elsewhere says nothing. */
const MOST_ROWS = 1_048_576;

/** Rows and cells may leave out where they stand: each then follows the one before. */
export function numberRows({ data }: OpenSheet): void {
  let row = 0;
  for (const it of childrenOf(data, 'row')) {
    const said = Number(it.attributes.r);
    row = Number.isInteger(said) && said >= 1 && said <= MOST_ROWS ? said : row + 1;
    it.attributes.r = String(row);
    let column = -1;
    for (const cell of childrenOf(it, 'c')) {
      column = readAddress(cell.attributes.r ?? '')?.column ?? column + 1;
      cell.attributes.r = addressOf({ row: row - 1, column });
    }
  }
}

export function rowAt({ data }: OpenSheet, row: number): XmlElement {
  const rows = childrenOf(data, 'row');
  const known = rows.find((it) => it.attributes.r === String(row + 1));
  if (known !== undefined) return known;
  const made: XmlElement = { name: `${prefixOf(data)}row`, attributes: { r: String(row + 1) }, children: [] };
  const next = rows.find((it) => Number(it.attributes.r) > row + 1);
  data.children.splice(next === undefined ? data.children.length : data.children.indexOf(next), 0, made);
  return made;
}

export function cellAt(sheet: OpenSheet, { row, column }: Address): XmlElement {
  const line = rowAt(sheet, row);
  const cells = childrenOf(line, 'c');
  const at = addressOf({ row, column });
  const known = cells.find((it) => it.attributes.r === at);
  if (known !== undefined) return known;
  const made: XmlElement = { name: `${prefixOf(line)}c`, attributes: { r: at }, children: [] };
  const next = cells.find((it) => (readAddress(it.attributes.r ?? '')?.column ?? 0) > column);
  line.children.splice(next === undefined ? line.children.length : line.children.indexOf(next), 0, made);
  return made;
}

/** Writes text or a number and keeps the cell's look. */
export function setCell(cell: XmlElement, value: string | number | null): void {
  const prefix = prefixOf(cell);
  delete cell.attributes.t;
  if (value === null || value === '') cell.children = [];
  else if (typeof value === 'number') cell.children = [{ name: `${prefix}v`, attributes: {}, children: [String(value)] }];
  else {
    cell.attributes.t = 'inlineStr';
    const text: XmlElement = { name: `${prefix}t`, attributes: { 'xml:space': 'preserve' }, children: [value] };
    cell.children = [{ name: `${prefix}is`, attributes: {}, children: [text] }];
  }
}

export function mergesOf({ root }: OpenSheet): readonly Area[] {
  return childrenOf(childOf(root, 'mergeCells'), 'mergeCell').flatMap((it) => readArea(it.attributes.ref ?? '') ?? []);
}

export function sharedStrings(office: OfficePackage): readonly string[] {
  const part = relationsOf(office.parts, office.main).find((it) => it.type.endsWith('/sharedStrings'))?.target;
  const root = part === undefined ? null : treeOf(office, part);
  return childrenOf(root ?? undefined, 'si').map(spoken);
}

/** rPh holds the phonetic guide of a string, which is no part of it. */
function spoken(item: XmlElement): string {
  return item.children
    .filter((it): it is XmlElement => typeof it !== 'string')
    .map((it) => (is(it, 't') ? textIn(it) : is(it, 'r') ? spoken(it) : ''))
    .join('');
}

export function shownIn(cell: XmlElement, strings: readonly string[]): string {
  const value = childOf(cell, 'v');
  if (cell.attributes.t === 's') return strings[Number(value === undefined ? Number.NaN : textIn(value))] ?? '';
  const inline = childOf(cell, 'is');
  if (inline !== undefined) return spoken(inline);
  return value === undefined ? '' : textIn(value);
}

export function formulasOf({ data }: OpenSheet): readonly { readonly cell: XmlElement; readonly formula: XmlElement }[] {
  return everyOf(data, 'c').flatMap((cell) => {
    const formula = childOf(cell, 'f');
    return formula === undefined ? [] : [{ cell, formula }];
  });
}
