import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { parseJson } from '#/kernel/json.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { ownPart } from '../actions/own-part.ts';
import { maySpeakFor } from '../actions/sites.ts';
import type { ProjectNetwork } from '../rules/activity.ts';
import { driftOf } from '../rules/baseline.ts';
import { scheduleOf } from '../rules/network.ts';
import { type MovedActivity, movedBy } from '../rules/network-change.ts';
import { editNetwork, NetworkEdit, type NetworkRefusal } from '../rules/network-edit.ts';
import { listDayNodes } from '../store/day-nodes.ts';
import { getNetwork, listBaselines, listNetworkChanges } from '../store/network-writes.ts';
import { listProjectSchedules } from '../store/networks.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { listSites } from '../store/sites.ts';

const OfProject = z.object({ projectId: z.uuid() });
/** Edits travel in the address, so that trying them out writes nothing. */
const Tried = OfProject.extend({
  edits: z
    .string()
    .max(12_000)
    .transform((text, context) => {
      const parsed = z.array(NetworkEdit).min(1).max(200).safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'not a list of edits' });
      return z.NEVER;
    }),
});

async function namesIn(reader: ActingReader, { projectId }: Pick<ProjectNetwork, 'projectId'>) {
  return (await listSites(reader, [projectId])).map(({ id, name }) => ({ id, name }));
}

export const networkReads = [
  read({
    path: '/planning/schedule',
    permission: 'planning.read',
    query: OfProject.extend({ asOf: civilDate.optional() }),
    summary: '排期: the network of a project and its dates on a day, with what moved since the baseline',
    async run(reader, { projectId, asOf = reader.today }) {
      const project = getSiteProject(await listSiteProjects(reader), projectId);
      const network = await getNetwork(reader, projectId);
      const schedule = scheduleOf(network, asOf);
      const { id, no, name, year, kind } = project;
      return {
        project: {
          id,
          no,
          name,
          year,
          kind,
          isOwn: maySpeakFor(reader.actor, project),
          ownTaskIds: [...(await ownPart(reader, projectId))],
        },
        network,
        schedule,
        drift: Object.fromEntries(driftOf(schedule)),
        sites: await namesIn(reader, network),
      };
    },
  }),
  read({
    path: '/planning/schedules',
    permission: 'planning.read',
    query: z.object({ programmeId: z.uuid(), asOf: civilDate.optional() }),
    summary: '排期: every project of a list that has a network',
    run: (reader, { programmeId, asOf = reader.today }) => listProjectSchedules(reader, programmeId, asOf),
  }),
  read({
    path: '/planning/preview-edits',
    permission: 'planning.read',
    query: Tried,
    summary: '试排: which dates and slack edits would move, or why they cannot be; nothing is stored',
    async run(reader, { projectId, edits }): Promise<Result<readonly MovedActivity[], NetworkRefusal>> {
      const network = await getNetwork(reader, projectId);
      const siteIds = (await namesIn(reader, network)).map(({ id }) => id);
      const next = editNetwork(network, edits, { taskIds: network.tasks.map(({ id }) => id), siteIds });
      if (!next.ok) return next;
      return accept(movedBy(scheduleOf(network, reader.today), scheduleOf(next.value, reader.today)));
    },
  }),
  read({
    path: '/planning/network-changes',
    permission: 'planning.read',
    query: OfProject.extend({ after: z.coerce.number().int().min(0).default(0) }),
    summary: '排期变动: what was done to the network of a project, by whom, after the version somebody saw',
    run: (reader, { projectId, after }) => listNetworkChanges(reader, projectId, after),
  }),
  read({
    path: '/planning/days',
    permission: 'planning.read',
    query: OfProject.extend({ from: civilDate, to: civilDate }),
    summary: '日节点: what was planned and done on each day of the works under way',
    run: (reader, { projectId, from, to }) => listDayNodes(reader, { projectId, from, to }),
  }),
  read({
    path: '/planning/baselines',
    permission: 'planning.read',
    query: OfProject,
    summary: '基线: every baseline of a project with its digest',
    run: (reader, { projectId }) => listBaselines(reader, projectId),
  }),
];
