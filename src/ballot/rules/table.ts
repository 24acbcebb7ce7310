import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** Heads of a column: the first is what the template prints, the others what offices write there. */
export type Heads<Field extends string> = Readonly<Record<Field, readonly [string, ...string[]]>>;
export type RawRow<Field extends string> = { readonly row: number } & Readonly<Record<Field, string>>;
export type HeadMissing = { readonly kind: 'head-missing'; readonly wants: string };

/** Finds the table whose head names `key`, and reads what stands under it; empty rows and other tables are left alone. */
export function readTable<Field extends string>(
  content: DocumentContent,
  heads: Heads<Field>,
  key: NoInfer<Field>,
): Result<readonly RawRow<Field>[], HeadMissing> {
  for (const block of content.blocks) {
    if (block.kind !== 'table' || block.isHidden) continue;
    const head = block.rows.findIndex((row) => columnOf(row, heads[key]) !== null);
    if (head >= 0) return accept(rowsUnder(block, head, heads, key));
  }
  return refuse({ kind: 'head-missing', wants: heads[key][0] });
}

function columnOf(row: readonly string[], names: readonly string[]): number | null {
  for (const name of names) {
    const found = row.findIndex((cell) => bare(cell) === name);
    if (found >= 0) return found;
  }
  return null;
}

function rowsUnder<Field extends string>(table: Table, head: number, heads: Heads<Field>, key: Field): readonly RawRow<Field>[] {
  const fields = Object.keys(heads) as Field[];
  const columns = fields.map((field) => [field, columnOf(table.rows[head]!, heads[field])] as const);
  return table.rows
    .map((cells, i) => {
      const values = columns.map(([field, column]) => [field, column === null ? '' : (cells[column] ?? '').normalize('NFKC').trim()]);
      return { row: table.rowNumbers[i] ?? i + 1, ...Object.fromEntries(values) } as RawRow<Field>;
    })
    .slice(head + 1)
    .filter((row) => fields.some((field) => row[field] !== '') && !/^(合计|总计|小计)$/.test(bare(row[key])));
}

/** A head may carry a star for 必填, blanks between its characters, and a remark in brackets. */
function bare(cell: string): string {
  return cell.normalize('NFKC').replace(/\(.*?\)|[*\s:]/g, '');
}
