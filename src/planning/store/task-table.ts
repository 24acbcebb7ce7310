import { addMany, saveMany, type Writer } from '#/platform/db.ts';
import { type Task, type TaskChange, taskChanges } from '../rules/task.ts';
import type { TaskTablePlan } from '../rules/task-import.ts';
import { saveManyParts, taskColumns } from './tasks.ts';

/** Writes a whole table set-wise: new tasks, those that changed, their parts, and one line of history for each. */
export async function saveTable(writer: Writer, { added, changed }: Pick<TaskTablePlan, 'added' | 'changed'>): Promise<void> {
  const row = (it: Task) => ({ id: it.id, ...taskColumns(it) });
  await addMany(writer, 'planning.task', added.map(row));
  await saveMany(
    writer,
    'planning.task',
    changed.map(({ after }) => row(after)),
  );
  await saveManyParts(writer, [...added.map((after) => ({ before: null, after })), ...changed]);
  const numbers = await lastNumbers(
    writer,
    changed.map((it) => it.after.id),
  );
  const lines = [
    ...added.map((it) => lineOf(writer, it, null, 1)),
    ...changed.map(({ before, after }) => lineOf(writer, after, before, (numbers.get(after.id) ?? 0) + 1)),
  ];
  await addMany(writer, 'planning.task_change', lines);
}

async function lastNumbers({ client, district }: Writer, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await client.query<{ id: string; no: number }>(
    'select task_id as id, max(change_no)::int as no from planning.task_change where district = $1 and task_id = any($2::uuid[]) group by task_id',
    [district, ids],
  );
  return new Map(found.rows.map((it) => [it.id, it.no]));
}

function lineOf({ actor, today }: Writer, task: Task, before: Task | null, no: TaskChange['changeNo']) {
  return {
    task_id: task.id,
    change_no: no,
    project_id: task.projectId,
    act: 'imported',
    name: task.name,
    changes: before === null ? [] : taskChanges(before, task),
    reason: null,
    by_name: actor.name,
    by_post: actor.postTitle,
    on_day: today,
  };
}
