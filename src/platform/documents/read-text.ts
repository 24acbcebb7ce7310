import { parse } from 'csv-parse/sync';
import type { Block, DocumentContent } from '#/kernel/document-content.ts';
import { tableOf } from './grid.ts';
import { LIMITS, stop } from './refusal.ts';

type Line = { readonly line: number; readonly fields: readonly string[] };

const DELIMITERS = ['\t', ',', ';'] as const;

/** Reads a text: a table where a delimiter makes one, else one paragraph per line. */
export function readText(text: string): Pick<DocumentContent, 'kind' | 'blocks'> {
  for (const delimiter of DELIMITERS) {
    const lines = splitLines(text, delimiter);
    if (lines !== null && isTable(lines, delimiter))
      return { kind: 'csv', blocks: toBlocks(delimiter === '\t' ? joinBroken(lines) : lines) };
  }
  const paragraphs = text
    .split('\n')
    .map((it, index) => ({ kind: 'paragraph' as const, text: it.trim(), numbering: null, line: index + 1 }));
  return { kind: 'text', blocks: paragraphs.filter((it) => it.text !== '') };
}

function splitLines(text: string, delimiter: string): Line[] | null {
  return parseWith(text, delimiter, '"') ?? parseWith(text, delimiter, null);
}

function parseWith(text: string, delimiter: string, quote: string | null): Line[] | null {
  try {
    const options = {
      delimiter,
      quote,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      record_delimiter: '\n',
    };
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length > LIMITS.cells) stop({ kind: 'too-many-cells', limit: LIMITS.cells });
    return records.map(({ record, info }) => ({ line: firstLine(info.lines, record), fields: record.map((it) => it.trim()) }));
  } catch (error) {
    // A quote that is never closed is a quotation mark of the text, not of the format.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function firstLine(last: number, record: readonly string[]): number {
  return Math.max(1, last - record.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0));
}

/** Tabs make a table at once. Commas also stand in sentences: there the rows must be even, and begin with a header of short words or with numbers. */
function isTable(lines: readonly Line[], delimiter: string): boolean {
  const rows = lines.filter(({ fields }) => fields.length > 1);
  if (delimiter === '\t') return rows.length > 0 && rows.length * 4 >= lines.length;
  const width = commonWidth(rows);
  const isEven = rows.length >= 2 && lines.filter(({ fields }) => fields.length === width).length >= lines.length * 0.7;
  const header = rows.find(({ fields }) => fields.filter((it) => it !== '').length > 1)?.fields ?? [];
  const isHeader = header.length > 0 && header.every((it) => it.length <= 16 && !/^([一二三四五六七八九十]+|\d+)[、.．]|[。；！]/.test(it));
  const numbered = rows.filter(({ fields }) => /^\d{1,4}$/.test(fields[0] ?? '')).length;
  return isEven && (isHeader || numbered >= rows.length * 0.7);
}

function commonWidth(rows: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].sort(([widthA, a], [widthB, b]) => b - a || widthB - widthA)[0]?.[0] ?? 0;
}

/**
 * Word copies a cell of several paragraphs as several lines without quotes, so that a row of four fields arrives as two and three. Such
 * pieces are joined when together they make exactly a row; a full row is never touched.
 */
function joinBroken(lines: readonly Line[]): Line[] {
  const width = Math.max(...lines.map(({ fields }) => fields.length));
  const joined: Line[] = [];
  for (const piece of lines) {
    const last = joined.at(-1);
    const together = (last?.fields.length ?? 0) + piece.fields.length - 1;
    const isPiece =
      last !== undefined && last.fields.length > 1 && last.fields.length < width && piece.fields.length < width && together <= width;
    if (!isPiece) joined.push(piece);
    else
      joined[joined.length - 1] = {
        line: last.line,
        fields: [...last.fields.slice(0, -1), `${last.fields.at(-1)}\n${piece.fields[0]}`, ...piece.fields.slice(1)],
      };
  }
  return joined;
}

/** Lines before the first row and after the last one are paragraphs; a single field between two rows is a row of the table. */
function toBlocks(lines: readonly Line[]): Block[] {
  const isRow = ({ fields }: Line) => fields.length > 1;
  const [first, last] = [lines.findIndex(isRow), lines.findLastIndex(isRow)];
  const paragraphs = (some: readonly Line[]): Block[] =>
    some.flatMap(({ line, fields }) => (fields[0] ? [{ kind: 'paragraph' as const, text: fields[0], numbering: null, line }] : []));
  const cells = lines
    .slice(first, last + 1)
    .flatMap(({ line, fields }) => fields.map((text, column) => ({ row: line - 1, column, rowCount: 1, columnCount: 1, text })));
  const table = tableOf(cells, { sheet: null, ordinal: 1, isHidden: false });
  return [...paragraphs(lines.slice(0, first)), ...(table === null ? [] : [table]), ...paragraphs(lines.slice(last + 1))];
}
