import { addMany, type Writer } from '#/platform/db.ts';
import { type Task, type TaskChange, taskChanges } from '../rules/task.ts';
import type { TaskTablePlan } from '../rules/task-import.ts';
import { PARTS, saveParts, saveRow, taskColumns } from './tasks.ts';

/** Writes a whole table: new tasks set-wise, changed ones row by row where they changed, and one line of history for each. */
export async function saveTable(writer: Writer, { added, changed }: Pick<TaskTablePlan, 'added' | 'changed'>): Promise<void> {
  await addMany(
    writer,
    'planning.task',
    added.map((it) => ({ id: it.id, ...taskColumns(it) })),
  );
  for (const { table, of } of PARTS) {
    const rows = added.flatMap((it) => of(it).map(([key, values]) => ({ task_id: it.id, ...key, ...values })));
    await addMany(writer, table, rows);
  }
  // The connection takes them one after the other; waiting for each answer before asking the next would cost the way there and back a thousand times.
  await Promise.all(
    changed.map(async ({ before, after }) => {
      await saveRow(writer, after);
      await saveParts(writer, after, before);
    }),
  );
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
