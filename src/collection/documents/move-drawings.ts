import { FIXED, type FixedPart } from '../rules/template.ts';
import { type RowShift, shiftedRow, shiftFormula } from './addresses.ts';
import { type OfficePackage, relationsOf, treeOf } from './office-package.ts';
import { openSheets } from './xlsx-sheets.ts';
import { everyOf, textIn, writeXmlTree, type XmlElement } from './xml-tree.ts';

/** Pictures, shapes and charts lie over cells by row and column: they move down with the rows under them, and charts go on reading the same cells. */
export function moveDrawings(office: OfficePackage, part: string, sheet: string, shift: RowShift): void {
  for (const drawing of relationsOf(office.parts, part).filter((it) => it.type.endsWith('/drawing'))) {
    change(office, drawing.target, (root) => {
      for (const corner of [...everyOf(root, 'from'), ...everyOf(root, 'to')])
        for (const row of everyOf(corner, 'row')) row.children = [String(shiftedRow(Number(textIn(row)), shift))];
    });
  }
  for (const name of office.parts.keys()) {
    if (!/\/charts\/chart\d*\.xml$/.test(name)) continue;
    change(office, name, (root) => {
      for (const formula of everyOf(root, 'f'))
        formula.children = formula.children.map((it) => (typeof it === 'string' ? shiftFormula(it, shift, { own: '', sheet }) : it));
    });
  }
}

function change(office: OfficePackage, part: string, work: (root: XmlElement) => void): void {
  const root = treeOf(office, part);
  if (root === null) return;
  work(root);
  office.parts.set(part, writeXmlTree(root));
}

export function fixedParts(office: OfficePackage): readonly FixedPart[] {
  if (office.kind !== 'xlsx') return [];
  const types = openSheets(office).flatMap(({ part }) => relationsOf(office.parts, part).map(({ type }) => type));
  const found = FIXED.filter((kind) => types.some((it) => it.endsWith(`/${kind}`)));
  // Notes bring their frames along.
  return found.includes('comments') ? found.filter((it) => it !== 'vmlDrawing') : found;
}
