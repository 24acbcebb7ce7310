import {
  bare,
  headingOfCell,
  headingOfColumn,
  type TemplateField,
  type TemplateMapping,
  type TemplateSheet,
  type TemplateStructure,
} from './template.ts';

type Spot = { readonly sheet: string; readonly row: number; readonly column: number };

/** One place of a kept mapping held against the form as it is now. */
export type FitLine = {
  readonly field: TemplateField;
  readonly heading: string;
  readonly from: Spot;
  /** Null where the heading is nowhere any more. */
  readonly to: Spot | null;
};

/** 套表对照: what of a mapping still fits a changed form, what moved, and what is gone. `mapping` holds what is kept. */
export type TemplateFit = {
  readonly kept: readonly FitLine[];
  readonly moved: readonly FitLine[];
  readonly lost: readonly FitLine[];
  readonly mapping: TemplateMapping;
};

export function fitMapping(mapping: TemplateMapping, structure: TemplateStructure): TemplateFit {
  const lines: FitLine[] = [];
  const cells: TemplateMapping['cells'] = [];
  for (const it of mapping.cells) {
    const to = findCell(structure, it);
    lines.push({ field: it.field, heading: it.heading, from: spotOf(it), to });
    if (to !== null) cells.push({ ...it, ...to });
  }
  const blocks: TemplateMapping['blocks'] = [];
  for (const block of mapping.blocks) {
    const found = findBlock(structure, block, blocks);
    lines.push(...found.lines);
    if (found.block !== null) blocks.push(found.block);
  }
  const isKept = ({ from, to }: FitLine) => to !== null && from.sheet === to.sheet && from.row === to.row && from.column === to.column;
  return {
    kept: lines.filter(isKept),
    moved: lines.filter((it) => it.to !== null && !isKept(it)),
    lost: lines.filter((it) => it.to === null),
    mapping: { cells, blocks },
  };
}

const spotOf = ({ sheet, row, column }: Spot): Spot => ({ sheet, row, column });

/** The named sheet, else the only one. */
function sheetsLike({ sheets }: TemplateStructure, name: string): readonly TemplateSheet[] {
  const named = sheets.filter((it) => it.name === name);
  return named.length > 0 ? named : sheets;
}

/** At its place under its heading, else in its column, else the first one behind that label where there is only one row of them. */
function findCell(structure: TemplateStructure, it: TemplateMapping['cells'][number]): Spot | null {
  const found = sheetsLike(structure, it.sheet).flatMap((sheet) =>
    sheet.cells
      .filter((cell) => headingOfCell(sheet, cell.row, cell.column) === it.heading)
      .map(({ row, column }) => ({ sheet: sheet.name, row, column })),
  );
  const inColumn = found.filter((spot) => spot.column === it.column);
  const isOneRow = new Set(found.map((spot) => `${spot.sheet} ${spot.row}`)).size === 1;
  return (
    found.find((spot) => spot.row === it.row && spot.column === it.column) ??
    (inColumn.length === 1 ? inColumn[0]! : isOneRow ? found[0]! : null)
  );
}

type Block = TemplateMapping['blocks'][number];

/** Two blocks under the same words find a row each. */
function findBlock(
  structure: TemplateStructure,
  block: Block,
  taken: readonly Block[],
): { readonly block: Block | null; readonly lines: readonly FitLine[] } {
  const tried = sheetsLike(structure, block.sheet)
    .flatMap((sheet) => rowsToTry(sheet, block.row).map((row) => placed(sheet, row, block)))
    .filter((it) => !taken.some(({ sheet, row }) => sheet === it.sheet && row === it.row));
  const best = tried.toSorted(
    (a, b) => b.columns.length - a.columns.length || Math.abs(a.row - block.row) - Math.abs(b.row - block.row),
  )[0];
  const lines = block.columns.map(({ field, heading, column }): FitLine => {
    const to = best?.columns.find((it) => it.heading === heading && it.field === field);
    const from = { sheet: block.sheet, row: block.row, column };
    return { field, heading, from, to: to === undefined ? null : { sheet: best!.sheet, row: best!.row, column: to.column } };
  });
  return { block: best === undefined || best.columns.length === 0 ? null : best, lines };
}

/** The row itself first, then every row below some words. */
function rowsToTry({ cells }: TemplateSheet, row: number): readonly number[] {
  const last = cells.reduce((most, it) => Math.max(most, it.row + it.rowSpan), 0);
  const rows = new Set([row, ...cells.filter(({ text }) => text !== '').map((it) => it.row + it.rowSpan)]);
  return [...rows].filter((it) => it <= last + 1).slice(0, 300);
}

function placed(sheet: TemplateSheet, row: number, block: Block): Block {
  const width = sheet.cells.reduce((most, it) => Math.max(most, it.column + it.columnSpan), 0);
  const heads = Array.from({ length: Math.min(width, 300) }, (_, column) => headingOfColumn(sheet, row, column));
  const taken = new Set<number>();
  const columns = block.columns.flatMap((it) => {
    const own = heads[it.column] === it.heading && !taken.has(it.column) ? it.column : -1;
    const column = own >= 0 ? own : heads.findIndex((head, i) => bare(head) === it.heading && !taken.has(i));
    if (column < 0) return [];
    taken.add(column);
    return [{ ...it, column }];
  });
  return { ...block, sheet: sheet.name, row, columns };
}
