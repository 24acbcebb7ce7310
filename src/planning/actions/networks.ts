import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import type { Activity, ProjectNetwork } from '../rules/activity.ts';
import {
  type ActualRefusal,
  FinishActivity,
  finish,
  SetRemaining,
  StartActivity,
  setRemainingDays,
  start,
  UndoActual,
  undo,
} from '../rules/actual.ts';
import { type BaselineRefusal, LockBaseline, lockBaseline as lock } from '../rules/baseline.ts';
import { scheduleOf } from '../rules/network.ts';
import {
  EditNetwork,
  editNetwork as edited,
  type NetworkEdit,
  type NetworkRefusal,
  type NotOwnNetwork,
  type Within,
} from '../rules/network-edit.ts';
import { notOwn, type OwnPart, outsidePart } from '../rules/network-part.ts';
import { addBaseline, getNetworkForUpdate, projectOfActivity, saveNetwork } from '../store/network-writes.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { listSites } from '../store/sites.ts';
import { ownPart } from './own-part.ts';
import { maySpeakFor } from './sites.ts';

const permission = 'planning.edit-network';
type Kept = { readonly version: number };

const getProject = async (writer: Writer, projectId: string) => getSiteProject(await listSiteProjects(writer), projectId);

type Opened = { readonly network: ProjectNetwork /** Null where all of it may be changed. */; readonly part: OwnPart | null };

/** The network of a project that the actor may change, or his part of it, as it stands now; whoever looked at an older one is told. */
async function openNetwork(writer: Writer, projectId: string): Promise<Result<Opened, NotOwnNetwork>> {
  const project = await getProject(writer, projectId);
  const part = maySpeakFor(writer.actor, project) ? null : await ownPart(writer, projectId);
  if (part !== null && part.size === 0) return refuse({ kind: 'network-not-of-unit', name: project.name });
  const network = await getNetworkForUpdate(writer, projectId);
  checkBase(writer, `network:${projectId}`, network.version);
  return accept({ network, part });
}

async function withinOf(writer: Writer, { projectId, tasks }: ProjectNetwork): Promise<Within> {
  return { taskIds: tasks.map(({ id }) => id), siteIds: (await listSites(writer, [projectId])).map(({ id }) => id) };
}

/** All the edits or none of them. */
export const editNetwork = command({
  name: 'planning.edit-network',
  version: 1,
  input: EditNetwork,
  permission,
  subject: (input) => input.projectId,
  async run(writer, { projectId, edits, reason }): Promise<Result<Kept, NetworkRefusal | NotOwnNetwork>> {
    return addActivities(writer, projectId, edits, reason);
  },
});

/** The same for other commands of the stage, such as applying a template: the edits go through the rules of the network. */
export async function addActivities(
  writer: Writer,
  projectId: string,
  edits: readonly NetworkEdit[],
  reason: string,
): Promise<Result<Kept, NetworkRefusal | NotOwnNetwork>> {
  const opened = await openNetwork(writer, projectId);
  if (!opened.ok) return opened;
  const { network, part } = opened.value;
  const outside = part === null ? null : outsidePart(network, edits, part);
  if (outside !== null) return refuse(outside);
  const next = edited(network, edits, await withinOf(writer, network));
  if (!next.ok) return next;
  return accept({ version: await saveNetwork(writer, network, next.value, reason) });
}

type Acted = Result<Kept, ActualRefusal | NotOwnNetwork>;

async function act(
  writer: Writer,
  activityId: string,
  decide: (activity: Activity) => Result<Activity, ActualRefusal>,
  reason: string | null = null,
): Promise<Acted> {
  const opened = await openNetwork(writer, await projectOfActivity(writer, activityId));
  if (!opened.ok) return opened;
  const { network, part } = opened.value;
  const before = network.activities.find((it) => it.id === activityId)!;
  if (part !== null && !part.has(before.taskId)) return refuse(notOwn(network, before));
  const decided = decide(before);
  if (!decided.ok) return decided;
  const activities = network.activities.map((it) => (it === before ? decided.value : it));
  return accept({ version: await saveNetwork(writer, network, { ...network, activities }, reason) });
}

export const startActivity = command({
  name: 'planning.start-activity',
  version: 1,
  input: StartActivity,
  permission,
  subject: (input) => input.activityId,
  run: (writer, { activityId, on }) => act(writer, activityId, (it) => start(it, on, writer.today)),
});

export const finishActivity = command({
  name: 'planning.finish-activity',
  version: 1,
  input: FinishActivity,
  permission,
  subject: (input) => input.activityId,
  async run(writer, { activityId, on, evidence }) {
    await checkFilesKnown(writer, evidence);
    return act(writer, activityId, (it) => finish(it, on, evidence, writer.today));
  },
});

export const setRemaining = command({
  name: 'planning.set-remaining',
  version: 1,
  input: SetRemaining,
  permission,
  subject: (input) => input.activityId,
  run: (writer, { activityId, days }) => act(writer, activityId, (it) => setRemainingDays(it, days)),
});

export const undoActual = command({
  name: 'planning.undo-actual',
  version: 1,
  input: UndoActual,
  permission,
  subject: (input) => input.activityId,
  run: (writer, { activityId, what, reason }) => act(writer, activityId, (it) => undo(it, what), reason),
});

export const lockBaseline = command({
  name: 'planning.lock-baseline',
  version: 1,
  input: LockBaseline,
  permission: 'planning.lock-baseline',
  subject: (input) => input.projectId,
  async run(writer, { projectId, reason }): Promise<Result<{ readonly no: number }, BaselineRefusal | NotOwnNetwork>> {
    const opened = await openNetwork(writer, projectId);
    if (!opened.ok) return opened;
    const { network, part } = opened.value;
    if (part !== null) return refuse({ kind: 'network-not-of-unit', name: (await getProject(writer, projectId)).name });
    const locked = lock(scheduleOf(network, writer.today));
    if (!locked.ok) return locked;
    await addBaseline(writer, projectId, { ...locked.value, reason });
    return accept({ no: locked.value.no });
  },
});
