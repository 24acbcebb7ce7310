import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { OPEN } from '../rules/claim.ts';
import {
  AssignPosts,
  ChangeTask,
  keptFieldsChanged,
  MOST_TASKS,
  RemoveTask,
  ReorderTasks,
  SetUpTask,
  settleTask,
  type Task,
  type TaskAct,
  type TaskInput,
  type TaskRefusal,
} from '../rules/task.ts';
import { addClaim } from '../store/claims.ts';
import { getList, projectOf } from '../store/lists.ts';
import {
  countActivities,
  getTaskForUpdate,
  holdTasks,
  listTasks,
  noteTask,
  removeTask as removeRow,
  saveOrder,
  saveTask,
} from '../store/tasks.ts';
import { answersFor, mayBreakDown, taskContext } from './task-context.ts';

const permission = 'planning.break-down';
type Kept = Result<{ readonly id: string }, TaskRefusal>;

export const setUpTask = command({
  name: 'planning.set-up-task',
  version: 1,
  input: SetUpTask,
  permission,
  subject: (input) => input.name,
  async run(writer, { programmeId, projectId, ...input }): Promise<Kept> {
    await holdTasks(writer, programmeId);
    const list = await getList(writer, programmeId);
    const project = projectOf(list, projectId);
    if (!mayBreakDown(writer.actor, project)) return refuse({ kind: 'task-not-of-unit', name: project.name });
    const tasks = await listTasks(writer, { projectId });
    const context = await taskContext(writer, { list, projectId, tasks }, input);
    if (tasks.length >= MOST_TASKS) return refuse({ kind: 'too-many-tasks', limit: MOST_TASKS });
    const position = Math.max(-1, ...tasks.map((it) => it.position)) + 1;
    const own = { id: newId(), programmeId, projectId, position, claim: OPEN, version: 1 };
    const settled = settleTask(context, own, input, null);
    if (!settled.ok) return settled;
    await saveTask(writer, settled.value, { act: 'set-up', before: null });
    return accept({ id: own.id });
  },
});

export const changeTask = command({
  name: 'planning.change-task',
  version: 1,
  input: ChangeTask,
  permission,
  subject: (input) => input.taskId,
  async run(writer, { taskId, ...input }): Promise<Kept> {
    const before = await getTaskForUpdate(writer, taskId);
    checkBase(writer, `task:${taskId}`, before.version);
    return changeTo(writer, before, input, 'changed');
  },
});

/** 分解到岗: the unit that took a task says which post bears it. */
export const assignPosts = command({
  name: 'planning.assign-posts',
  version: 1,
  input: AssignPosts,
  permission,
  subject: (input) => input.taskId,
  async run(writer, { taskId, postId, contactPostId }): Promise<Kept> {
    const before = await getTaskForUpdate(writer, taskId);
    checkBase(writer, `task:${taskId}`, before.version);
    return changeTo(writer, before, { ...inputOf(before), postId, contactPostId }, 'posts');
  },
});

async function changeTo(writer: Writer, before: Task, input: TaskInput, act: TaskAct): Promise<Kept> {
  const list = await getList(writer, before.programmeId);
  const project = projectOf(list, before.projectId);
  const { projectId } = before;
  const context = await taskContext(writer, { list, projectId, tasks: await listTasks(writer, { projectId }) }, input);
  const settled = settleTask(context, before, input, before);
  if (!settled.ok) return settled;
  const refused = refusalOfActor(writer, before, settled.value, mayBreakDown(writer.actor, project));
  if (refused !== null) return refuse(refused);
  await saveChanged(writer, before, settled.value, act);
  return accept({ id: before.id });
}

/** Who leads only the task fills in how it is done; who leads the project, and the office, say what it is. */
export function refusalOfActor({ actor }: Writer, before: Task, after: Task, leadsProject: boolean): TaskRefusal | null {
  if (leadsProject) return null;
  if (!answersFor(actor, before)) return { kind: 'task-not-of-unit', name: before.name };
  const fields = keptFieldsChanged(inputOf(before), inputOf(after));
  return fields.length === 0 ? null : { kind: 'task-field-kept', name: before.name, fields };
}

/** A task that goes to another unit waits for that unit. */
export async function saveChanged(writer: Writer, before: Task, after: Task, act: TaskAct): Promise<void> {
  await saveTask(writer, after, { act, before });
  const isOther = before.leadUnitId !== after.leadUnitId;
  if (isOther && before.claim.state !== 'open') await addClaim(writer, after, { act: 'reopened', reason: null });
}

export function inputOf({
  id: _,
  programmeId: __,
  projectId: ___,
  position: ____,
  claim: _____,
  version: ______,
  ...input
}: Task): TaskInput {
  return input;
}

export const removeTask = command({
  name: 'planning.remove-task',
  version: 1,
  input: RemoveTask,
  permission,
  subject: (input) => input.taskId,
  async run(writer, { taskId, reason }): Promise<Kept> {
    const task = await getTaskForUpdate(writer, taskId);
    checkBase(writer, `task:${taskId}`, task.version);
    const project = projectOf(await getList(writer, task.programmeId), task.projectId);
    if (!mayBreakDown(writer.actor, project)) return refuse({ kind: 'task-not-of-unit', name: task.name });
    const count = await countActivities(writer, taskId);
    if (count > 0) return refuse({ kind: 'task-has-activities', name: task.name, count });
    await removeRow(writer, task, reason);
    return accept({ id: taskId });
  },
});

export const reorderTasks = command({
  name: 'planning.reorder-tasks',
  version: 1,
  input: ReorderTasks,
  permission,
  subject: (input) => input.projectId,
  async run(writer, { programmeId, projectId, taskIds }): Promise<Kept> {
    await holdTasks(writer, programmeId);
    const project = projectOf(await getList(writer, programmeId), projectId);
    if (!mayBreakDown(writer.actor, project)) return refuse({ kind: 'task-not-of-unit', name: project.name });
    const tasks = await listTasks(writer, { projectId });
    const isWhole =
      tasks.length === taskIds.length && tasks.every((it) => taskIds.includes(it.id)) && new Set(taskIds).size === taskIds.length;
    if (!isWhole) return refuse({ kind: 'tasks-moved-since' });
    await saveOrder(writer, tasks, taskIds);
    const moved = tasks.find((it) => taskIds.indexOf(it.id) !== it.position);
    if (moved !== undefined) await noteTask(writer, moved, { act: 'moved', before: null });
    return accept({ id: projectId });
  },
});
