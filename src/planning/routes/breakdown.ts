import { z } from 'zod';
import { findPosts, findUnits, listHoldersOn } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import type { ActingReader, Reader } from '#/platform/transaction.ts';
import { listProgrammes } from '#/programme/door.ts';
import { answersFor, isOffice, mayBreakDown } from '../actions/task-context.ts';
import { type Task, unitsOf } from '../rules/task.ts';
import { listClaims } from '../store/claims.ts';
import { getList } from '../store/lists.ts';
import { listSites } from '../store/sites.ts';
import { listTaskChanges, listTasks } from '../store/tasks.ts';

/** Names of what tasks point to: units, posts with who holds them today, sites. */
async function namesIn(reader: Reader, tasks: readonly Task[], leads: readonly (string | null)[]) {
  const units = await findUnits(reader, [...new Set([...tasks.flatMap(unitsOf), ...leads.filter((it) => it !== null)])]);
  const ids = [...new Set(tasks.flatMap((it) => [it.overseeingPostId, it.postId, it.contactPostId]).filter((it) => it !== null))];
  const posts = await findPosts(reader, ids);
  const holders = await listHoldersOn(reader, ids, reader.today);
  return {
    units: [...units.values()].map(({ id, name }) => ({ id, name })),
    posts: [...posts.values()].map(({ id, title, unitId }) => ({ id, title, unitId, holder: holders.get(id)?.personName ?? null })),
  };
}

const seen = (reader: ActingReader, task: Task) => ({ ...task, isOwn: answersFor(reader.actor, task) });

const breakdownRead = read({
  path: '/planning/breakdown',
  permission: 'planning.read',
  query: z.object({ programmeId: z.uuid() }),
  summary: 'the tasks of a list by project, with who bears them today',
  async run(reader, { programmeId }) {
    const list = await getList(reader, programmeId);
    const tasks = await listTasks(reader, { programmeId });
    const projects = list.projects.map(({ id, no, name, leadUnitId }) => ({
      id,
      no,
      name,
      leadUnitId,
      mayEdit: mayBreakDown(reader.actor, { leadUnitId }),
    }));
    return {
      programme: list.programme,
      projects,
      promises: list.promises.map(({ id, projectId, verb, object, dueOn }) => ({ id, projectId, label: `${verb}${object}`, dueOn })),
      tasks: tasks.map((it) => seen(reader, it)),
      ...(await namesIn(
        reader,
        tasks,
        list.projects.map((it) => it.leadUnitId),
      )),
      isOffice: isOffice(reader.actor),
      ownUnitId: reader.actor.unitId,
      today: reader.today,
    };
  },
});

const taskHistoryRead = read({
  path: '/planning/task-changes',
  permission: 'planning.read',
  query: z.object({ projectId: z.uuid() }),
  summary: 'what was done to the tasks of a project, and what units said of them',
  async run(reader, { projectId }) {
    const changes = await listTaskChanges(reader, projectId);
    return { changes, claims: await listClaims(reader, [...new Set(changes.map((it) => it.taskId))]) };
  },
});

const listsRead = read({
  path: '/planning/lists',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'the lists that can be broken down, newest first',
  run: async (reader) => (await listProgrammes(reader)).map(({ id, year, kind, title, state }) => ({ id, year, kind, title, state })),
});

const sitesOfProjectRead = read({
  path: '/planning/project-sites',
  permission: 'planning.read',
  query: z.object({ projectId: z.uuid() }),
  run: async (reader, { projectId }) => (await listSites(reader, [projectId])).map(({ id, name, stage }) => ({ id, name, stage })),
});

export const breakdownReads = [breakdownRead, taskHistoryRead, listsRead, sitesOfProjectRead];
