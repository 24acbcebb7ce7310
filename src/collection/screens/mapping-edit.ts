import {
  guessField,
  headingOfCell,
  headingOfColumn,
  type TemplateCell,
  type TemplateField,
  type TemplateMapping,
  type TemplateSheet,
  WHOLE_FIELDS,
} from '../rules/template.ts';

type WholeField = TemplateMapping['cells'][number]['field'];
export const EMPTY_MAPPING: TemplateMapping = { cells: [], blocks: [] };

export function isWhole(field: TemplateField): field is WholeField {
  return (WHOLE_FIELDS as readonly string[]).includes(field);
}

export type Placed = { readonly field: TemplateField; readonly isRow: boolean };

/** What fills a cell of the grid by the mapping so far: itself, or as the first line of a block. */
export function placedAt({ cells, blocks }: TemplateMapping, sheet: string, { row, column }: TemplateCell): Placed | null {
  const cell = cells.find((it) => it.sheet === sheet && it.row === row && it.column === column);
  if (cell !== undefined) return { field: cell.field, isRow: false };
  const block = blocks.find((it) => it.sheet === sheet && it.row === row);
  const found = block?.columns.find((it) => it.column === column);
  return found === undefined ? null : { field: found.field, isRow: true };
}

/** What the words over or beside a cell ask for, as a first suggestion. */
export function suggestionFor(sheet: TemplateSheet, cell: TemplateCell): { readonly field: TemplateField | null; readonly isRow: boolean } {
  if (sheet.kind === 'text') return { field: whole(guessField(cell.text.replace(/[{}【】_:：]/g, ''))), isRow: false };
  const beside = headingOfCell(sheet, cell.row, cell.column);
  const label = beside.endsWith('→') && /[:：]→$/.test(beside) ? whole(guessField(beside.replace(/[:：]?→$/, ''))) : null;
  if (label !== null) return { field: label, isRow: false };
  return { field: cell.text === '' ? guessField(headingOfColumn(sheet, cell.row, cell.column)) : null, isRow: cell.text === '' };
}

const whole = (field: TemplateField | null) => (field !== null && isWhole(field) ? field : null);

/** Takes what stood in the cell away and puts the new field there; a line elsewhere begins a block of its own. */
export function withPlace(
  mapping: TemplateMapping,
  sheet: TemplateSheet,
  cell: TemplateCell,
  placed: (Placed & { readonly per: 'promise' | 'project' }) | null,
): TemplateMapping {
  const { row, column } = cell;
  const cells = mapping.cells.filter((it) => !(it.sheet === sheet.name && it.row === row && it.column === column));
  const own = mapping.blocks.find((it) => it.sheet === sheet.name && it.row === row);
  const columns = (own?.columns ?? []).filter((it) => it.column !== column);
  const others = mapping.blocks.filter((it) => it.sheet !== sheet.name);
  const kept = mapping.blocks.filter((it) => it.sheet === sheet.name && it.row !== row);
  if (placed === null) return { cells, blocks: [...others, ...kept, ...(own && columns.length > 0 ? [{ ...own, columns }] : [])] };
  if (placed.isRow) {
    const heading = headingOfColumn(sheet, row, column).slice(0, 400);
    const block = { sheet: sheet.name, row, per: placed.per, columns: [...columns, { column, field: placed.field, heading }] };
    return { cells, blocks: [...others, ...kept, block].toSorted((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0)) };
  }
  if (!isWhole(placed.field)) return mapping;
  const heading = headingOfCell(sheet, row, column).slice(0, 400);
  const blocks = [...others, ...kept, ...(own && columns.length > 0 ? [{ ...own, columns }] : [])];
  return { cells: [...cells, { sheet: sheet.name, row, column, field: placed.field, heading }], blocks };
}

/** Every blank cell of the row whose heading says what it asks for. */
export function fillRow(mapping: TemplateMapping, sheet: TemplateSheet, row: number, per: 'promise' | 'project'): TemplateMapping {
  const open = sheet.cells.filter((it) => it.row === row && placedAt(mapping, sheet.name, it) === null && /^\d*$/.test(it.text));
  return open.reduce((before, cell) => {
    const field = guessField(headingOfColumn(sheet, row, cell.column));
    return field === null ? before : withPlace(before, sheet, cell, { field, isRow: true, per });
  }, mapping);
}

export function addressText(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
