import { accept, type Result, refuse } from '#/kernel/result.ts';
import { findUnits } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { type ClaimAct, type ClaimRefusal, ClaimTask, DeclineTask, mayAct, WithdrawClaim } from '../rules/claim.ts';
import { settleTask, type Task, type TaskRefusal } from '../rules/task.ts';
import { addClaim } from '../store/claims.ts';
import { getList } from '../store/lists.ts';
import { getTaskForUpdate, saveTask } from '../store/tasks.ts';
import { answersFor, taskContext } from './task-context.ts';
import { inputOf } from './tasks.ts';

const permission = 'planning.claim';
type Kept = Result<{ readonly id: string }, ClaimRefusal | TaskRefusal>;
type Saying = { readonly act: Exclude<ClaimAct, 'reopened'>; readonly reason: string | null };

/** 认领: the unit takes the task, and may say in the same tap which of its posts bears it. */
export const claimTask = command({
  name: 'planning.claim-task',
  version: 1,
  input: ClaimTask,
  permission,
  subject: (input) => input.taskId,
  async run(writer, { taskId, postId }): Promise<Kept> {
    const task = await getTaskForUpdate(writer, taskId);
    const said = await say(writer, task, { act: 'claimed', reason: null });
    if (!said.ok || postId === null || postId === task.postId) return said;
    const input = { ...inputOf(task), postId };
    const { projectId } = task;
    const about = { list: await getList(writer, task.programmeId), projectId, tasks: [task] };
    const context = await taskContext(writer, about, input);
    const settled = settleTask(context, task, input, task);
    if (!settled.ok) return settled;
    await saveTask(writer, settled.value, { act: 'posts', before: task });
    return said;
  },
});

export const declineTask = command({
  name: 'planning.decline-task',
  version: 1,
  input: DeclineTask,
  permission,
  subject: (input) => input.taskId,
  run: async (writer, { taskId, reason }) => say(writer, await getTaskForUpdate(writer, taskId), { act: 'declined', reason }),
});

export const withdrawClaim = command({
  name: 'planning.withdraw-claim',
  version: 1,
  input: WithdrawClaim,
  permission,
  subject: (input) => input.taskId,
  run: async (writer, { taskId, reason }) => say(writer, await getTaskForUpdate(writer, taskId), { act: 'withdrawn', reason }),
});

async function say(writer: Writer, task: Task, saying: Saying): Promise<Kept> {
  if (!answersFor(writer.actor, task)) {
    const unit = (await findUnits(writer, [task.leadUnitId])).get(task.leadUnitId)!;
    return refuse({ kind: 'claim-not-of-unit', name: task.name, unit: unit.name });
  }
  const may = mayAct(task.claim, saying.act);
  if (!may.ok) return may;
  await addClaim(writer, task, saying);
  return accept({ id: task.id });
}
