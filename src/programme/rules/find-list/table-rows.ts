import type { Table } from '#/kernel/document-content.ts';
import type { Column, Role, RowCode, RowNote, Where } from './found-list.ts';
import { tidyHeader } from './headers.ts';
import { type CellLabel, readCellLabel } from './labels.ts';

/** A row of the body with its cells by role; `label` is null where no number is printed. */
export type BodyRow = {
  readonly label: CellLabel | null;
  readonly printed: string;
  readonly category: string | null;
  readonly categoryNumber: number;
  readonly cell: (role: Role) => string;
  readonly where: Where;
};

export type Mapping = { readonly header: readonly string[]; readonly columns: readonly Column[] };
export type Body = { readonly rows: readonly BodyRow[]; readonly refused: readonly RowNote[] };

/** The largest lists found (金寨: 145 tasks, 222 contents) stay far below; whoever drops a register of households is told so. */
const MOST_ROWS = 3000;

const TOTAL = /^(合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总|总\s*数)/;
const ASIDE = /^(注|备注|说明|填报|填表|制表|审核|联系人|联系电话|单位负责人|附件|附表|统计时间|截至|截止|报送|单位[:：]|日期|时间[:：])/;
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/;

/** Sorts the rows below a header: items go on, headers repeated on a new page, totals, asides and empty rows fall away, the rest is refused. */
export function readBody(table: Table, from: number, to: number, mapping: Mapping): Body {
  const rows: BodyRow[] = [];
  const refused: RowNote[] = [];
  let category: string | null = null;
  let categoryNumber = 0;
  const isHanList = isMostlyHan(table, from, to, mapping);
  for (let at = from; at < to; at += 1) {
    const cells = table.rows[at]!;
    const where: Where = { sheet: table.sheet, row: table.rowNumbers[at]! };
    if (rows.length >= MOST_ROWS) {
      refused.push({ ...where, code: 'too-many-rows', facts: { limit: String(MOST_ROWS) } });
      break;
    }
    const cell = reader(cells, mapping);
    const sort = sortRow(cells, cell, { isHanList, isHidden: table.hiddenRowNumbers.includes(where.row), header: mapping.header });
    if (sort === 'category') {
      category = headingOf(cells);
      categoryNumber += 1;
    } else if (sort === 'row') {
      const label = readCellLabel(cell('number'));
      rows.push({ label, printed: cell('number'), category: cell('category') || category, categoryNumber, cell, where });
    } else if (sort !== 'skip')
      refused.push({ ...where, code: sort, facts: { text: cells.find((it) => it.length > 3) ?? cells.join(' ') } });
  }
  return { rows, refused };
}

type Sort = 'row' | 'category' | 'skip' | RowCode;
type RowFacts = { readonly isHanList: boolean; readonly isHidden: boolean; readonly header: readonly string[] };

function sortRow(cells: readonly string[], cell: (role: Role) => string, { isHanList, isHidden, header }: RowFacts): Sort {
  const filled = cells.filter((it) => it !== '');
  const text = textOf(cell);
  if (isRepeatedHeader(cells, header) || filled.slice(0, 3).some((it) => TOTAL.test(it))) return 'skip';
  if (new Set(filled).size === 1) return sortSingle(cells, cell);
  const label = readCellLabel(cell('number'));
  if (isHidden) return 'hidden-row';
  if (FORMULA_ERROR.test(text)) return 'formula-error';
  // Among rows numbered 1, 2, 3 a row 一 that says only a few words is a heading.
  const isBare = new Set(filled).size === 2 && text.length <= 24 && !/\d|。/.test(text);
  if (label?.isHan && !isHanList && isBare) return 'category';
  if (text === '' && cell('progress') === '') return label === null ? 'skip' : 'no-text';
  return 'row';
}

/** A row that says one thing: a heading over the whole width, a remark, a number without text, or a text without number. */
function sortSingle(cells: readonly string[], cell: (role: Role) => string): Sort {
  const only = cells.find((it) => it !== '')!;
  const isWide = cells.filter((it) => it !== '').length > 1;
  if (ASIDE.test(only)) return 'skip';
  if (readCellLabel(only) !== null) return 'no-text';
  const isTextColumn = !isWide && textOf(cell) === only;
  if (isTextColumn && cells.indexOf(only) > 0) return 'row';
  return only.length <= 40 ? 'category' : 'no-number';
}

function headingOf(cells: readonly string[]): string {
  const heading = cells.find((it) => it !== '' && readCellLabel(it) === null) ?? '';
  return heading.replace(/^[（(]?[一二三四五六七八九十]+[)）]?\s*[、.．]?\s*/, '').replace(/\s+/g, '');
}

function reader(cells: readonly string[], { columns }: Mapping): (role: Role) => string {
  return (role) => {
    const texts = columns.filter((column) => column.role === role).map((column) => cells[column.index] ?? '');
    return [...new Set(texts)].filter((it) => it !== '').join('\n');
  };
}

const textOf = (cell: (role: Role) => string) => cell('content') || cell('target') || cell('name');

function isRepeatedHeader(cells: readonly string[], header: readonly string[]): boolean {
  const same = cells.filter((it, index) => it !== '' && tidyHeader(it) === tidyHeader(header[index] ?? '')).length;
  return same >= 2 && same === cells.filter((it) => it !== '').length;
}

function isMostlyHan(table: Table, from: number, to: number, { columns }: Mapping): boolean {
  const index = columns.find((column) => column.role === 'number')?.index ?? -1;
  const labels = table.rows.slice(from, to).map((cells) => readCellLabel(cells[index] ?? ''));
  const han = labels.filter((label) => label?.isHan).length;
  return han > 0 && han >= labels.filter((label) => label !== null && !label.isHan).length;
}
