import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import { type DayRefusal, RecordDay, settleDay } from '../rules/day-node.ts';
import type { NotOwnNetwork } from '../rules/network-edit.ts';
import { notOwn } from '../rules/network-part.ts';
import { listDayNodes, saveDayNode } from '../store/day-nodes.ts';
import { getNetworkForUpdate, projectOfActivity } from '../store/network-writes.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { ownPart } from './own-part.ts';
import { maySpeakFor } from './sites.ts';

/** One tap from the site; said again for the same day it replaces what was said, and the journal keeps both. */
export const recordDay = command({
  name: 'planning.record-day',
  version: 1,
  input: RecordDay,
  permission: 'planning.edit-network',
  subject: (input) => input.activityId,
  async run(writer, input): Promise<Result<{ readonly activityId: string }, DayRefusal | NotOwnNetwork>> {
    const { activityId, on } = input;
    const projectId = await projectOfActivity(writer, activityId);
    const project = getSiteProject(await listSiteProjects(writer), projectId);
    const part = maySpeakFor(writer.actor, project) ? null : await ownPart(writer, projectId);
    if (part !== null && part.size === 0) return refuse({ kind: 'network-not-of-unit', name: project.name });
    const network = await getNetworkForUpdate(writer, projectId);
    const activity = network.activities.find(({ id }) => id === activityId)!;
    if (part !== null && !part.has(activity.taskId)) return refuse(notOwn(network, activity));
    const before = (await listDayNodes(writer, { projectId, from: on, to: on })).find((it) => it.activityId === activityId);
    checkBase(writer, `day:${activityId}:${on}`, before?.version ?? 0);
    await checkFilesKnown(writer, input.photos);
    const settled = settleDay(activity, input, writer.today);
    if (!settled.ok) return settled;
    await saveDayNode(writer, settled.value);
    return accept({ activityId });
  },
});
