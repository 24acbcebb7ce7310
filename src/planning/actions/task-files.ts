import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { ActingReader, Writer } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import type { SheetRefusal } from '../rules/sheet.ts';
import { keptFieldsChanged, type Task, type TaskRefusal } from '../rules/task.ts';
import type { TableWorld } from '../rules/task-cells.ts';
import { planTasks, readTaskTable, type TaskDifference, type TaskRemark, type TaskTablePlan } from '../rules/task-import.ts';
import type { TableTask } from '../rules/task-table.ts';
import { addClaim } from '../store/claims.ts';
import { getList } from '../store/lists.ts';
import { listSites } from '../store/sites.ts';
import { saveTable } from '../store/task-table.ts';
import { holdTasks, listTasks } from '../store/tasks.ts';
import { answersFor, lastDayOf, mayBreakDown } from './task-context.ts';

export const TaskFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), programmeId: z.uuid() });
type Asked = z.output<typeof TaskFile>;
type Summary = { readonly added: number; readonly changed: number; readonly same: number };
export type TaskReport = {
  readonly rows: number;
  readonly summary: Summary;
  readonly remarks: readonly TaskRemark[];
  readonly differences: readonly TaskDifference[];
  /** What the whole list counted when this was worked out: who confirms after somebody else wrote is told. */
  readonly stand: number;
};
type Worked = { readonly report: TaskReport; readonly plan: TaskTablePlan };

/** Everything a table of tasks speaks of, by name. */
export async function loadTable(
  reader: ActingReader,
  programmeId: string,
): Promise<{ readonly world: TableWorld; readonly shown: readonly TableTask[]; readonly title: string }> {
  const list = await getList(reader, programmeId);
  const tasks = await listTasks(reader, { programmeId });
  const units = await listUnits(reader);
  const posts = await listPosts(reader);
  const holders = await listHoldersOn(
    reader,
    posts.map((it) => it.id),
    reader.today,
  );
  const sites = await listSites(
    reader,
    list.projects.map((it) => it.id),
  );
  const names = {
    units: new Map(units.map((it) => [it.id, it.name])),
    posts: new Map(posts.map((it) => [it.id, { title: it.title, holder: holders.get(it.id)?.personName ?? null }])),
    sites: new Map(sites.map((it) => [it.id, it.name])),
  };
  const projects = new Map(list.projects.map((it) => [it.id, it]));
  const world: TableWorld = {
    programmeId,
    tasks,
    projects: list.projects,
    units,
    posts: new Map(posts.map((it) => [it.id, it])),
    sites: new Map(sites.map((it) => [it.id, it])),
    names,
    lastDayOf: (projectId) => lastDayOf(list, projectId),
    refusalOf: (before, after) => refusalOf(reader, { before, after, mayAll: mayBreakDown(reader.actor, projects.get(after.projectId)!) }),
  };
  const shown = list.projects.flatMap((project) => tasks.filter((it) => it.projectId === project.id).map((task) => ({ task, project })));
  return { world, shown, title: list.programme.title };
}

type Writing = { readonly before: Task | null; readonly after: Task; readonly mayAll: boolean };

function refusalOf({ actor }: ActingReader, { before, after, mayAll }: Writing): TaskRefusal | null {
  if (mayAll) return null;
  if (before === null || !answersFor(actor, before)) return { kind: 'task-not-of-unit', name: after.name };
  const fields = keptFieldsChanged(before, after);
  return fields.length === 0 ? null : { kind: 'task-field-kept', name: before.name, fields };
}

/** Counts up with every change of a list's tasks. */
const standOf = (tasks: readonly Task[]): number => tasks.reduce((sum, it) => sum + it.version, tasks.length);

export async function workOutTasks(reader: ActingReader, { digest, programmeId }: Asked): Promise<Result<Worked, SheetRefusal>> {
  const file = await openFile(reader, digest);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const read = readTaskTable(content.value);
  if (!read.ok) return read;
  const { world } = await loadTable(reader, programmeId);
  const plan = planTasks(read.value, world, newId);
  const { added, changed, same, remarks, differences } = plan;
  const summary = { added: added.length, changed: changed.length, same };
  return accept({ report: { rows: read.value.rows.length, summary, remarks, differences, stand: standOf(world.tasks) }, plan });
}

/** All rows or none, and only as they were confirmed. */
export const importTasks = command({
  name: 'planning.import-tasks',
  version: 1,
  input: TaskFile,
  permission: 'planning.break-down',
  subject: (input) => input.programmeId,
  async run(writer, input): Promise<Result<Summary, SheetRefusal>> {
    await holdTasks(writer, input.programmeId);
    const worked = await workOutTasks(writer, input);
    if (!worked.ok) return worked;
    const { report, plan } = worked.value;
    checkBase(writer, `breakdown:${input.programmeId}`, report.stand);
    const count = report.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    await saveTable(writer, plan);
    await reopenMoved(writer, plan);
    return accept(report.summary);
  },
});

/** A task that goes to another unit waits for that unit. */
async function reopenMoved(writer: Writer, { changed }: TaskTablePlan): Promise<void> {
  for (const { before, after } of changed) {
    if (before.leadUnitId !== after.leadUnitId && before.claim.state !== 'open')
      await addClaim(writer, after, { act: 'reopened', reason: null });
  }
}
