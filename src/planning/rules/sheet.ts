import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** What heads each column, and what else offices write there. */
export type Heads<Field extends string> = Readonly<Record<Field, readonly [string, ...string[]]>>;
export type SheetRow<Field extends string> = { readonly row: number; readonly sheet: string | null } & Readonly<Record<Field, string>>;
export type SheetRefusal =
  | { readonly kind: 'import-head-missing'; readonly wants: readonly string[] }
  | { readonly kind: 'file-unread'; readonly why: string }
  | { readonly kind: 'heads-differ'; readonly missing: readonly string[]; readonly strange: readonly string[] }
  | { readonly kind: 'geojson-unread' }
  | { readonly kind: 'import-empty' }
  | { readonly kind: 'import-too-long'; readonly rows: number; readonly limit: number }
  | { readonly kind: 'import-has-errors'; readonly count: number };

/** More in one file is no list of a district's year. */
export const MOST_ROWS = 2000;

/** Every table that bears the heads asked for; empty rows and hidden sheets are left alone. */
export function readSheet<Field extends string>(
  content: DocumentContent,
  heads: Heads<Field>,
  required: readonly NoInfer<Field>[],
): Result<readonly SheetRow<Field>[], SheetRefusal> {
  const found = headed(content, heads, required);
  // A text of the heads alone is read as a sentence with commas, not as a table.
  const [only, ...others] = content.blocks;
  const isBareHead = only?.kind === 'paragraph' && others.length === 0 && isHead(only.text.split(/[,;]/), heads, required);
  if (isBareHead) return refuse({ kind: 'import-empty' });
  if (found.length === 0) return refuse({ kind: 'import-head-missing', wants: required.map((it) => heads[it][0]) });
  return limited(found.flatMap(({ table, at }) => rowsUnder(table, at, heads)));
}

/** What offices put beside any table. */
const BESIDE = ['序号', '备注', '说明'];

/** The same for a table that we hand out: where one of its columns is missing and another is strange, it was renamed, and nothing is read past it. */
export function readOurSheet<Field extends string>(
  content: DocumentContent,
  heads: Heads<Field>,
  required: readonly NoInfer<Field>[],
): Result<readonly SheetRow<Field>[], SheetRefusal> {
  const known = Object.values<Heads<Field>[Field]>(heads);
  for (const { table, at } of headed(content, heads, required)) {
    const cells = table.rows[at]!.filter((it) => bare(it) !== '');
    const missing = known.filter((words) => columnOf(cells, words) === null).map(([first]) => first);
    const strange = cells.filter((cell) => !BESIDE.includes(bare(cell)) && !known.some((words) => words.includes(bare(cell))));
    if (missing.length > 0 && strange.length > 0) return refuse({ kind: 'heads-differ', missing, strange });
  }
  return readSheet(content, heads, required);
}

/** Every table that bears the heads asked for, with the row in which they stand. */
function headed<Field extends string>(content: DocumentContent, heads: Heads<Field>, required: readonly Field[]) {
  const tables = content.blocks.filter((it): it is Table => it.kind === 'table' && !it.isHidden);
  return tables
    .map((table) => ({ table, at: table.rows.findIndex((cells) => isHead(cells, heads, required)) }))
    .filter(({ at }) => at >= 0);
}

export function limited<Row>(rows: readonly Row[]): Result<readonly Row[], SheetRefusal> {
  if (rows.length === 0) return refuse({ kind: 'import-empty' });
  return rows.length > MOST_ROWS ? refuse({ kind: 'import-too-long', rows: rows.length, limit: MOST_ROWS }) : accept(rows);
}

/** The heads asked for, and one more: a sheet of explanations names a column in each of its rows. */
function isHead<Field extends string>(cells: readonly string[], heads: Heads<Field>, required: readonly Field[]): boolean {
  const found = (Object.keys(heads) as Field[]).filter((field) => columnOf(cells, heads[field]) !== null);
  return found.length > 1 && required.every((it) => found.includes(it));
}

function columnOf(cells: readonly string[], heads: readonly string[]): number | null {
  for (const head of heads) {
    const found = cells.findIndex((cell) => bare(cell) === head);
    if (found >= 0) return found;
  }
  return null;
}

function rowsUnder<Field extends string>(table: Table, head: number, heads: Heads<Field>): readonly SheetRow<Field>[] {
  const columns = (Object.keys(heads) as Field[]).map((field) => [field, columnOf(table.rows[head]!, heads[field])] as const);
  return table.rows.slice(head + 1).flatMap((cells, i) => {
    const values = columns.map(
      ([field, column]) => [field, column === null ? '' : (cells[column] ?? '').normalize('NFKC').trim()] as const,
    );
    if (values.every(([, text]) => text === '')) return [];
    const row = table.rowNumbers[head + 1 + i] ?? head + 2 + i;
    return [{ row, sheet: table.sheet, ...Object.fromEntries(values) } as SheetRow<Field>];
  });
}

/** A head may carry a star for 必填 and a remark in brackets. */
function bare(cell: string): string {
  return cell.normalize('NFKC').replace(/\(.*?\)|[*\s:]/g, '');
}
