import type { Table } from '#/kernel/document-content.ts';
import { LIMITS, stop } from './refusal.ts';

/** A cell as it was written: at its first row and column (from 0), over so many rows and columns. */
export type PlacedCell = {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly text: string;
};

type TableFacts = Pick<Table, 'sheet' | 'ordinal' | 'isHidden'> & { readonly hiddenRowNumbers?: readonly number[] };

/** Lays cells out as rows of equal length; a merged cell fills its whole area as far as the table is used, empty rows are left out. */
export function tableOf(placed: readonly PlacedCell[], facts: TableFacts): Table | null {
  const cells = placed.filter((cell) => cell.text.trim() !== '');
  if (cells.length === 0) return null;
  const lastRow = cells.reduce((most, cell) => Math.max(most, cell.row), 0);
  const width = cells.reduce((most, cell) => Math.max(most, cell.column), 0) + 1;
  if (width > LIMITS.columns) stop({ kind: 'too-many-cells', limit: LIMITS.cells });
  const filled = fill(cells, lastRow, width);
  const order = [...filled.keys()].sort((one, other) => one - other);
  return {
    kind: 'table',
    ...facts,
    rows: order.map((row) => filled.get(row)!),
    rowNumbers: order.map((row) => row + 1),
    hiddenRowNumbers: facts.hiddenRowNumbers ?? [],
  };
}

function fill(cells: readonly PlacedCell[], lastRow: number, width: number): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  let count = 0;
  let work = 0;
  for (const cell of cells) {
    const endRow = Math.min(lastRow, cell.row + cell.rowCount - 1);
    const endColumn = Math.min(width - 1, cell.column + cell.columnCount - 1);
    // Merged areas may overlap in a file made to hurt: each costs its whole size.
    work += (endRow - cell.row + 1) * (endColumn - cell.column + 1);
    if (work > LIMITS.cells * 2) stop({ kind: 'too-many-cells', limit: LIMITS.cells });
    for (let row = cell.row; row <= endRow; row += 1) {
      count += rows.has(row) ? 0 : width;
      if (count > LIMITS.cells) stop({ kind: 'too-many-cells', limit: LIMITS.cells });
      const line = rows.get(row) ?? new Array<string>(width).fill('');
      rows.set(row, line);
      for (let column = cell.column; column <= endColumn; column += 1) if (line[column] === '') line[column] = cell.text.trim();
    }
  }
  return rows;
}
