import type { Block, Table } from '#/kernel/document-content.ts';
import type { Column, FoundItem, RowNote } from './found-list.ts';
import { readHeader } from './headers.ts';
import { findTitle } from './heading.ts';
import { inferColumns } from './no-header.ts';
import { itemsOf } from './table-items.ts';
import { type BodyRow, type Mapping, readBody } from './table-rows.ts';

/** A table, or several that continue each other, read as one list. */
export type TableList = {
  readonly hasHeader: boolean;
  readonly sheet: string | null;
  readonly row: number;
  readonly isHidden: boolean;
  readonly title: string | null;
  readonly above: readonly string[];
  readonly items: readonly FoundItem[];
  readonly refused: readonly RowNote[];
  readonly notes: readonly RowNote[];
  readonly columns: readonly Column[];
  readonly unmapped: readonly string[];
};

type Segment = {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly hasHeader: boolean;
  readonly unmapped: readonly string[];
  readonly above: readonly string[];
  readonly rows: BodyRow[];
  readonly refused: RowNote[];
};

/** Every table that reads as a list, the likeliest first. */
export function findTables(blocks: readonly Block[]): TableList[] {
  const segments: Segment[] = [];
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') above.push(block.text);
    else {
      for (const segment of segmentsOf(block, above)) addSegment(segments, segment);
      above = [];
    }
  }
  return segments
    .map(toList)
    .filter((list) => list.items.length > 0)
    .sort((one, other) => score(other) - score(one));
}

function segmentsOf(table: Table, before: readonly string[]): Segment[] {
  const starts: {
    readonly at: number;
    readonly from: number;
    readonly mapping: Segment['mapping'];
    readonly unmapped: readonly string[];
  }[] = [];
  for (let at = 0; at < table.rows.length; at += 1) {
    const header = readHeader(table.rows, at);
    if (header === null) continue;
    const from = at + header.rowCount;
    starts.push({ at, from, mapping: { header: table.rows[from - 1]!, columns: header.columns }, unmapped: header.unmapped });
    at = from - 1;
  }
  if (starts.length === 0) return withoutHeader(table, before);
  return starts.map(({ at, from, mapping, unmapped }, index) => {
    const { rows, refused } = readBody(table, from, starts[index + 1]?.at ?? table.rows.length, mapping);
    const lines = index === 0 ? [...before, ...linesOf(table, at)] : [];
    return { table, mapping, hasHeader: true, unmapped, above: lines, rows: [...rows], refused: [...refused] };
  });
}

function withoutHeader(table: Table, above: readonly string[]): Segment[] {
  const inferred = inferColumns(table);
  const columns = inferred?.columns ?? [];
  const mapping = { header: [], columns };
  const from = inferred?.from ?? 0;
  const { rows, refused } = columns.length > 0 ? readBody(table, from, table.rows.length, mapping) : { rows: [], refused: [] };
  return [
    { table, mapping, hasHeader: false, unmapped: [], above: [...above, ...linesOf(table, from)], rows: [...rows], refused: [...refused] },
  ];
}

const linesOf = (table: Table, to: number) => table.rows.slice(0, to).map((cells) => [...new Set(cells)].join(''));

/** Adds a segment, or continues the last one: the same columns, and numbers that go on (a table cut by a page, with or without its header). */
function addSegment(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  const isSameSheet = last?.table.sheet === segment.table.sheet;
  const isSameWidth = last?.table.rows[0]?.length === segment.table.rows[0]?.length;
  if (last === undefined || !isSameSheet || !isSameWidth || !last.hasHeader) {
    segments.push(segment);
    return;
  }
  const again = segment.hasHeader ? segment : { ...segment, ...readBody(segment.table, 0, segment.table.rows.length, last.mapping) };
  const isSameHeader = !segment.hasHeader || columnKey(last) === columnKey(segment);
  const expected = (last.rows.findLast((row) => row.label !== null)?.label?.ordinal ?? 0) + 1;
  const first = again.rows.find((row) => row.label !== null)?.label?.ordinal;
  const goesOn = first === undefined ? !segment.hasHeader && segment.above.length === 0 : first === expected || first === expected - 1;
  if (!isSameHeader || !goesOn || again.rows.length === 0) segments.push(segment);
  else {
    last.rows.push(...again.rows);
    last.refused.push(...again.refused);
  }
}

const columnKey = (segment: Segment) => segment.mapping.columns.map(({ index, role }) => `${index}${role}`).join();

function toList(segment: Segment): TableList {
  const { table, mapping, hasHeader, unmapped, above, rows, refused } = segment;
  const unit = /[（(](万元|亿元|元)[）)]/.exec(mapping.columns.find((column) => column.role === 'investment')?.header ?? '')?.[1] ?? '';
  const { items, notes, refused: strays } = itemsOf(rows.filter(hasNumberOrText), unit);
  const named = findTitle(above) ?? (table.sheet !== null && /实事|清单|项目|20\d\d/.test(table.sheet) ? table.sheet : null);
  return {
    hasHeader,
    title: named,
    above,
    items,
    notes,
    unmapped,
    refused: [...refused, ...strays],
    sheet: table.sheet,
    row: table.rowNumbers[0] ?? 1,
    isHidden: table.isHidden,
    columns: mapping.columns,
  };
}

const hasNumberOrText = (row: BodyRow) =>
  row.label !== null || row.cell('content') + row.cell('target') + row.cell('name') + row.cell('progress') !== '';

/** Many rows, many known columns and a title that says 实事 make a table likely; a hidden sheet is read only when there is no other. */
function score({ items, columns, title, isHidden, hasHeader }: TableList): number {
  const words = Math.min(items.reduce((sum, item) => sum + item.text.length, 0) / 50, 30);
  const year = Number(/(20\d\d)/.exec(title ?? '')?.[1] ?? 2000) - 2000;
  return (
    Math.min(items.length, 30) * 3 +
    columns.length * 4 +
    words +
    year +
    (/实事/.test(title ?? '') ? 30 : 0) +
    (hasHeader ? 20 : 0) -
    (isHidden ? 1000 : 0)
  );
}
