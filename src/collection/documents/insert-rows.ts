import {
  addressOf,
  areaText,
  copyFormula,
  type RowShift,
  readAddress,
  readArea,
  shiftedArea,
  shiftedRow,
  shiftFormula,
} from './addresses.ts';
import type { OpenSheet } from './xlsx-sheets.ts';
import { childOf, childrenOf, copyOf, type XmlElement } from './xml-tree.ts';

type Insertion = { readonly model: number; readonly at: number; readonly count: number; readonly blockFrom: number };

/** Puts `count` copies of the row `model` before row `at`; merges, formulas, formats and choices below move down with their cells. */
export function insertRows(sheet: OpenSheet, all: readonly OpenSheet[], { model, at, count, blockFrom }: Insertion): void {
  const shift: RowShift = { at, count, blockFrom };
  const { root, data, name } = sheet;
  for (const other of all) shiftFormulas(other, shift, name);
  for (const row of childrenOf(data, 'row')) moveRow(row, shiftedRow(Number(row.attributes.r) - 1, shift));
  const source = childrenOf(data, 'row').find((it) => it.attributes.r === String(model + 1));
  const after = childrenOf(data, 'row').findLast((it) => Number(it.attributes.r) <= at);
  const copies = Array.from({ length: source === undefined ? 0 : count }, (_, i) => copyRow(source!, at + i, at + i - model));
  data.children.splice(after === undefined ? data.children.length : data.children.indexOf(after) + 1, 0, ...copies);
  shiftMerges(root, shift, model);
  for (const [parent, child] of RANGES) {
    for (const it of childrenOf(parent === null ? root : childOf(root, parent), child)) shiftRange(it, shift);
  }
  for (const it of childrenOf(childOf(root, 'rowBreaks'), 'brk')) it.attributes.id = String(shiftedRow(Number(it.attributes.id), shift));
}

/** Where a sheet names ranges of its own, by `ref` or `sqref`. */
const RANGES: readonly (readonly [parent: string | null, child: string])[] = [
  [null, 'conditionalFormatting'],
  [null, 'autoFilter'],
  [null, 'dimension'],
  ['dataValidations', 'dataValidation'],
  ['hyperlinks', 'hyperlink'],
  ['protectedRanges', 'protectedRange'],
];

function moveRow(row: XmlElement, to: number): void {
  row.attributes.r = String(to + 1);
  for (const cell of childrenOf(row, 'c')) cell.attributes.r = addressOf({ row: to, column: readAddress(cell.attributes.r!)!.column });
}

function copyRow(source: XmlElement, to: number, down: number): XmlElement {
  const copy = copyOf(source);
  moveRow(copy, to);
  for (const cell of childrenOf(copy, 'c')) {
    const formula = childOf(cell, 'f');
    if (formula === undefined) continue;
    formula.children = formula.children.map((it) => (typeof it === 'string' ? copyFormula(it, { rows: down, columns: 0 }) : it));
    cell.children = [formula];
  }
  return copy;
}

function shiftFormulas({ data, root, name: own }: OpenSheet, shift: RowShift, sheet: string): void {
  const inCells = childrenOf(data, 'row').flatMap((row) => childrenOf(row, 'c').flatMap((cell) => childOf(cell, 'f') ?? []));
  const inRules = ['conditionalFormatting'].flatMap((it) =>
    childrenOf(root, it).flatMap((format) => childrenOf(format, 'cfRule').flatMap((rule) => childrenOf(rule, 'formula'))),
  );
  const inChoices = childrenOf(childOf(root, 'dataValidations'), 'dataValidation').flatMap((it) => childrenOf(it, 'formula1'));
  for (const formula of [...inCells, ...inRules, ...inChoices]) {
    formula.children = formula.children.map((it) => (typeof it === 'string' ? shiftFormula(it, shift, { own, sheet }) : it));
    if (own === sheet) shiftRange(formula, shift);
  }
}

function shiftMerges(root: XmlElement, shift: RowShift, model: number): void {
  const merges = childOf(root, 'mergeCells');
  if (merges === undefined) return;
  const inModel = childrenOf(merges, 'mergeCell').filter((it) => {
    const area = readArea(it.attributes.ref ?? '');
    return area !== null && area.from.row === model && area.to.row === model;
  });
  const copies = Array.from({ length: shift.count }, (_, i) => shift.at + i).flatMap((row) =>
    inModel.map((it) => {
      const { from, to } = readArea(it.attributes.ref!)!;
      return { ...it, attributes: { ref: areaText({ from: { ...from, row }, to: { ...to, row } }) } };
    }),
  );
  for (const it of childrenOf(merges, 'mergeCell')) shiftRange(it, shift);
  merges.children.push(...copies);
  if (merges.attributes.count !== undefined) merges.attributes.count = String(childrenOf(merges, 'mergeCell').length);
}

function shiftRange({ attributes }: XmlElement, shift: RowShift): void {
  for (const key of ['ref', 'sqref']) {
    const text = attributes[key];
    if (text === undefined) continue;
    attributes[key] = text
      .split(' ')
      .map((it) => {
        const area = readArea(it);
        return area === null ? it : areaText(shiftedArea(area, shift));
      })
      .join(' ');
  }
}
