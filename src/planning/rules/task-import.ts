import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { OPEN } from './claim.ts';
import type { SheetRefusal } from './sheet.ts';
import { dayIn } from './step-import.ts';
import { FUND_SOURCES, MOST_TASKS, settleTask, type Task, type TaskContext, type TaskInput, type TaskRefusal, taskKey } from './task.ts';
import { inputFrom, type Say, type TableWorld } from './task-cells.ts';
import {
  COLUMNS,
  FILLED,
  type FilledCells,
  filledOf,
  TABLE_HEADS,
  type TableColumn,
  type TableField,
  type TableNames,
  taskCode,
} from './task-table.ts';

/** The sheet of the file that keeps what went out, so that it is known what the unit changed and what others did meanwhile. */
export const BASE_SHEET = '下载时的内容';

export type TableRow = { readonly row: number; readonly cells: Readonly<Record<TableColumn, string>> };
type Read = { readonly rows: readonly TableRow[]; readonly base: ReadonlyMap<string, FilledCells> };

/** 分解表的一条说明: about one cell. An error keeps the whole file out; the rest is to be known before confirming. */
export type TaskRemark = { readonly row: number; readonly field: TableColumn; readonly isError: boolean } & (
  | { readonly kind: 'missing' }
  | { readonly kind: 'project-unknown' | 'code-unknown' | 'not-a-day' | 'not-money'; readonly text: string }
  | { readonly kind: 'unit-unknown' | 'post-unknown' | 'post-ambiguous' | 'site-unknown'; readonly text: string }
  | { readonly kind: 'row-twice'; readonly otherRow: number }
  | { readonly kind: 'overlaid'; readonly now: string }
  | { readonly kind: 'refused'; readonly refusal: TaskRefusal }
);

/** 不同之处: what a row would change. */
export type TaskDifference = {
  readonly row: number;
  readonly task: string;
  readonly isNew: boolean;
  readonly changes: readonly { readonly field: TableField; readonly from: string; readonly to: string }[];
};

/** Reads the table that was sent out. A column under another name, or none, is refused by its name. */
export function readTaskTable(content: DocumentContent): Result<Read, SheetRefusal> {
  const tables = content.blocks.filter((it): it is Table => it.kind === 'table');
  const found = tables
    .filter((it) => !it.isHidden)
    .map((table) => ({ table, at: headRow(table) }))
    .find((it) => it.at >= 0);
  if (found === undefined) return refuse({ kind: 'import-head-missing', wants: [TABLE_HEADS.no, TABLE_HEADS.name, TABLE_HEADS.due] });
  const heads = found.table.rows[found.at]!.map(plain);
  const wanted = COLUMNS.map((it) => plain(TABLE_HEADS[it]));
  const missing = COLUMNS.filter((it) => (FILLED as readonly string[]).includes(it) || it === 'no' || it === 'code').filter(
    (it) => !heads.includes(plain(TABLE_HEADS[it])),
  );
  const strange = heads.filter((it) => it !== '' && !wanted.includes(it));
  if (missing.length > 0 || strange.length > 0)
    return refuse({ kind: 'heads-differ', missing: missing.map((it) => TABLE_HEADS[it]), strange });
  const rows = rowsOf(found.table, found.at, heads);
  if (rows.length === 0) return refuse({ kind: 'import-empty' });
  if (rows.length > MOST_TASKS) return refuse({ kind: 'import-too-long', rows: rows.length, limit: MOST_TASKS });
  const kept = tables.find((it) => it.sheet === BASE_SHEET);
  const base = kept === undefined ? [] : rowsOf(kept, 0, kept.rows[0]!.map(plain));
  return accept({ rows, base: new Map(base.map((it) => [it.cells.code, it.cells])) });
}

function headRow({ rows }: Table): number {
  return rows.findIndex((cells) => cells.filter((it) => COLUMNS.some((column) => plain(TABLE_HEADS[column]) === plain(it))).length > 3);
}

function rowsOf(table: Table, head: number, heads: readonly string[]): readonly TableRow[] {
  return table.rows.slice(head + 1).flatMap((line, i) => {
    const cells = Object.fromEntries(
      COLUMNS.map((column) => {
        const at = heads.indexOf(plain(TABLE_HEADS[column]));
        return [column, at < 0 ? '' : (line[at] ?? '').normalize('NFKC').trim()];
      }),
    ) as TableRow['cells'];
    const isEmpty = [...FILLED, 'code' as const].every((it) => cells[it] === '');
    return isEmpty ? [] : [{ row: table.rowNumbers[head + 1 + i] ?? head + 2 + i, cells }];
  });
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s*]/g, '');

export type TaskTablePlan = {
  readonly added: readonly Task[];
  readonly changed: readonly { readonly before: Task; readonly after: Task }[];
  readonly same: number;
  readonly remarks: readonly TaskRemark[];
  readonly differences: readonly TaskDifference[];
};
type Draft = {
  readonly row: TableRow;
  readonly before: Task | null;
  readonly projectId: string;
  readonly input: TaskInput;
  readonly touched: readonly TableField[];
  readonly say: Say;
};

/** What a filled-in table would do. Only the cells that the unit changed are taken; what others changed meanwhile stays. */
export function planTasks({ rows, base }: Read, world: TableWorld, newId: () => string): TaskTablePlan {
  const remarks: TaskRemark[] = [];
  const byCode = new Map(world.tasks.map((it) => [taskCode(it), it]));
  const byName = new Map(world.tasks.map((it) => [taskKey(it.projectId, it.name), it]));
  const seen = new Map<string, number>();
  const drafts = rows.flatMap((row) => {
    const say: Say = (field, facts, isError = true) => remarks.push({ row: row.row, field, isError, ...facts } as TaskRemark);
    const draft = draftOf(row, { world, byCode, byName, base, say });
    const key = draft === null ? '' : (draft.before?.id ?? taskKey(draft.projectId, draft.input.name));
    if (draft !== null && seen.has(key)) say('name', { kind: 'row-twice', otherRow: seen.get(key)! });
    else if (draft !== null) seen.set(key, row.row);
    return draft === null || seen.get(key) !== row.row ? [] : [draft];
  });
  const next = positions(world.tasks);
  const named = namesAfter(world.tasks, drafts);
  const units = new Map(world.units.map((it) => [it.id, it]));
  const added: Task[] = [];
  const changed: { before: Task; after: Task }[] = [];
  const differences: TaskDifference[] = [];
  let same = 0;
  for (const { row, before, projectId, input, touched, say } of drafts) {
    if (before !== null && touched.length === 0) {
      same += 1;
      continue;
    }
    const { programmeId, posts, sites } = world;
    const context: TaskContext = { named, units, posts, sites, lastDay: world.lastDayOf(projectId) };
    const own = before ?? { id: newId(), programmeId, projectId, position: next(projectId), claim: OPEN, version: 1 };
    const settled = settleTask(context, own, input, before);
    const refusal = settled.ok ? world.refusalOf(before, settled.value) : settled.refusal;
    if (refusal !== null || !settled.ok) {
      say('name', { kind: 'refused', refusal });
      continue;
    }
    if (before === null) added.push(settled.value);
    else changed.push({ before, after: settled.value });
    differences.push(differenceOf(row, before, touched, world));
  }
  return { added, changed, same, remarks: remarks.sort((a, b) => a.row - b.row), differences };
}

/** The place of the next new task of each project. */
function positions(tasks: readonly Task[]): (projectId: string) => number {
  const last = new Map<string, number>();
  for (const { projectId, position } of tasks) last.set(projectId, Math.max(last.get(projectId) ?? -1, position));
  return (projectId) => {
    const position = (last.get(projectId) ?? -1) + 1;
    last.set(projectId, position);
    return position;
  };
}

/** Which task bears which name once the whole table is in: two may change names in one file. */
function namesAfter(tasks: readonly Task[], drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const renamed = new Map(drafts.flatMap(({ before, input }) => (before === null ? [] : [[before.id, input.name] as const])));
  return new Map(tasks.map((it) => [taskKey(it.projectId, renamed.get(it.id) ?? it.name), it.id]));
}

function differenceOf(
  { row, cells }: TableRow,
  before: Task | null,
  touched: readonly TableField[],
  { names }: TableWorld,
): TaskDifference {
  const now = before === null ? null : filledOf(before, names);
  const changes = touched.map((field) => ({ field, from: now?.[field] ?? '', to: cells[field] }));
  return { row, task: cells.name, isNew: before === null, changes };
}

type Drafting = {
  readonly world: TableWorld;
  readonly byCode: ReadonlyMap<string, Task>;
  readonly byName: ReadonlyMap<string, Task>;
  readonly base: Read['base'];
  readonly say: Say;
};

function draftOf(row: TableRow, { world, byCode, byName, base, say }: Drafting): Draft | null {
  const { cells } = row;
  const coded = cells.code === '' ? null : (byCode.get(cells.code.toUpperCase()) ?? null);
  if (cells.code !== '' && coded === null) {
    say('code', { kind: 'code-unknown', text: cells.code });
    return null;
  }
  const project = world.projects.find((it) =>
    coded === null ? it.no === cells.no.replace(/^第|[件项]$/g, '') : it.id === coded.projectId,
  );
  if (project === undefined) {
    say('no', cells.no === '' ? { kind: 'missing' } : { kind: 'project-unknown', text: cells.no });
    return null;
  }
  const before = coded ?? byName.get(taskKey(project.id, cells.name)) ?? null;
  const touched = touchedIn(cells, before, { base, names: world.names, say });
  const input = inputFrom(cells, touched, { world, before, project, say });
  return input === null ? null : { row, before, projectId: project.id, input, touched, say };
}

type Comparing = { readonly base: Read['base']; readonly names: TableNames; readonly say: Say };

/** The cells that the unit changed; where somebody else changed the same cell since, that is said. */
function touchedIn(
  cells: FilledCells & { readonly code: string },
  before: Task | null,
  { base, names, say }: Comparing,
): readonly TableField[] {
  if (before === null) return FILLED.filter((it) => cells[it] !== '');
  const now = filledOf(before, names);
  const kept = base.get(cells.code);
  const sent = kept ?? now;
  return FILLED.filter((field) => {
    // Where it is not known what went out, an empty cell says nothing.
    if (kept === undefined && cells[field] === '') return false;
    const isSame = sameCell(field, cells[field], sent[field]) || sameCell(field, cells[field], now[field]);
    if (!isSame && !sameCell(field, sent[field], now[field])) say(field, { kind: 'overlaid', now: now[field] }, false);
    return !isSame;
  });
}

function sameCell(field: TableField, a: string, b: string): boolean {
  const [left, right] = [a, b].map((it) => it.normalize('NFKC').trim());
  if (left === right) return true;
  if (field === 'start' || field === 'due') return left !== '' && right !== '' && dayIn(left!) === dayIn(right!);
  return (FUND_SOURCES as readonly string[]).includes(field) && left !== '' && right !== '' && Number(left) === Number(right);
}
