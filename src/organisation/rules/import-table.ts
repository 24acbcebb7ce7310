import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 导入表的栏: the columns of the one table that brings in units, people and posts. */
export const IMPORT_FIELDS = [
  'unit',
  'unitKind',
  'creditCode',
  'aliases',
  'order',
  'postKind',
  'title',
  'person',
  'phone',
  'fromOn',
  'account',
  'username',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What heads a column in the template, and what else offices write there. */
export const FIELD_HEADS: Readonly<Record<ImportField, readonly [string, ...string[]]>> = {
  unit: ['单位名称', '单位', '部门', '责任单位'],
  unitKind: ['单位类别', '单位性质'],
  creditCode: ['统一社会信用代码', '信用代码'],
  aliases: ['别名', '简称', '曾用名'],
  order: ['排序', '排列顺序'],
  postKind: ['岗位类别', '角色'],
  title: ['岗位名称', '职务', '岗位'],
  person: ['姓名', '人员', '责任人'],
  phone: ['手机号', '联系电话', '电话', '手机'],
  fromOn: ['任职日期', '任职起始日', '起始日期'],
  account: ['开通账号', '是否开通账号', '账号'],
  username: ['登录名', '用户名'],
};

export type RawRow = { readonly row: number } & Readonly<Record<ImportField, string>>;
export type TableRefusal = { readonly kind: 'import-head-missing'; readonly wants: string };

/** Finds the head row and reads what stands under it; empty rows and the rest of the sheet are left alone. */
export function readImportTable(content: DocumentContent): Result<readonly RawRow[], TableRefusal> {
  for (const block of content.blocks) {
    if (block.kind !== 'table' || block.isHidden) continue;
    const head = block.rows.findIndex((row) => columnOf(row, 'unit') !== null);
    if (head >= 0) return accept(rowsUnder(block, head));
  }
  return refuse({ kind: 'import-head-missing', wants: FIELD_HEADS.unit[0] });
}

function columnOf(row: readonly string[], field: ImportField): number | null {
  for (const head of FIELD_HEADS[field]) {
    const found = row.findIndex((cell) => bare(cell) === head);
    if (found >= 0) return found;
  }
  return null;
}

function rowsUnder(table: Table, head: number): readonly RawRow[] {
  const columns = IMPORT_FIELDS.map((field) => [field, columnOf(table.rows[head]!, field)] as const);
  return table.rows
    .map((cells, i) => {
      const values = columns.map(([field, column]) => [field, column === null ? '' : (cells[column] ?? '').normalize('NFKC').trim()]);
      return { row: table.rowNumbers[i] ?? i + 1, ...Object.fromEntries(values) } as RawRow;
    })
    .slice(head + 1)
    .filter((row) => IMPORT_FIELDS.some((field) => field !== 'order' && row[field] !== ''));
}

/** A head may carry a star for 必填 and a remark in brackets. */
function bare(cell: string): string {
  return cell.normalize('NFKC').replace(/\(.*?\)|[*\s:]/g, '');
}

/** `2026-06-01`, `2026/6/1`, `2026.6.1` and `2026年6月1日` are one day. */
export function dayFrom(text: string): CivilDate | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(text) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isCivilDate(iso) ? iso : null;
}
