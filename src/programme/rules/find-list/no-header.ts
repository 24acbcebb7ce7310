import type { Table } from '#/kernel/document-content.ts';
import type { Column, Role } from './found-list.ts';
import { readCellLabel } from './labels.ts';
import { splitNames } from './units.ts';

const PROGRESS = /^(已|正在|目前|完成|截至|现已|全部完成|累计|尚未|未开工|启动)|已(完成|开展|建成|启动)|正在|推进中/;
const UNIT = /(局|委|办|中心|街道|乡|镇|公司|政府|部|院|处|会)([（(].*[)）])?$/;

export type Inferred = { readonly from: number; readonly columns: readonly Column[] };

/** 无表头: a table whose first column counts 1, 2, 3 is read by what its columns hold; null when it does not count. */
export function inferColumns(table: Table): Inferred | null {
  const width = table.rows[0]?.length ?? 0;
  const from = table.rows.findIndex((cells) => readCellLabel(cells[0] ?? '')?.ordinal === 1);
  const body = from < 0 ? [] : table.rows.slice(from).filter((cells) => readCellLabel(cells[0] ?? '') !== null);
  if (body.length < 2 || width < 2 || !counts(body)) return null;
  const columns = Array.from({ length: width - 1 }, (_, index) => measure(body, index + 1));
  const free = columns.filter((column) => column.progress < 0.5 && column.units < 0.6);
  const text = free.reduce<Measured | null>((best, column) => (best === null || column.length > best.length ? column : best), null);
  if (text === null || text.length < 4) return null;
  const roles = new Map<number, Role>([
    [0, 'number'],
    [text.index, 'content'],
  ]);
  const first = (role: Role, found: Measured | undefined) => found !== undefined && !roles.has(found.index) && roles.set(found.index, role);
  first(
    'progress',
    columns.find((column) => column.progress >= 0.5 && column.index > text.index),
  );
  first(
    'lead',
    columns.find((column) => column.units >= 0.6),
  );
  first(
    'support',
    columns.find((column) => column.units >= 0.6 && !roles.has(column.index)),
  );
  first(
    'name',
    free.find((column) => column.index < text.index && column.length >= 4),
  );
  return { from, columns: [...roles].sort(([one], [other]) => one - other).map(([index, role]) => ({ index, header: '', role })) };
}

function counts(body: readonly (readonly string[])[]): boolean {
  const ordinals = body.map((cells) => readCellLabel(cells[0] ?? '')!.ordinal);
  return ordinals.every((ordinal, index) => index === 0 || ordinal === ordinals[index - 1]! + 1 || ordinal === ordinals[index - 1]);
}

type Measured = { readonly index: number; readonly length: number; readonly progress: number; readonly units: number };

function measure(body: readonly (readonly string[])[], index: number): Measured {
  const cells = body.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length);
  return {
    index,
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / body.length,
    progress: share((cell) => PROGRESS.test(cell)),
    units: share((cell) => cell.length <= 80 && splitNames(cell).every((name) => UNIT.test(name))),
  };
}
