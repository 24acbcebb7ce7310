import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { findPosts, findUnits } from '#/organisation/door.ts';
import type { Actor, Reader } from '#/platform/db.ts';
import type { LoadedProgramme } from '#/programme/door.ts';
import type { Project } from '#/programme/rules/programme.ts';
import { type Task, type TaskContext, type TaskInput, taskKey, unitsOf } from '../rules/task.ts';
import { listSites } from '../store/sites.ts';

/** The office speaks for everybody. */
export function isOffice({ roles }: Actor): boolean {
  return roles.includes('office') || roles.includes('setup');
}

/** Who breaks a project down: the office, and the unit that leads it. */
export function mayBreakDown(actor: Actor, { leadUnitId }: Pick<Project, 'leadUnitId'>): boolean {
  return isOffice(actor) || (actor.unitId !== null && actor.unitId === leadUnitId);
}

/** Who answers for a task: the office, and the unit that leads it. */
export function answersFor(actor: Actor, { leadUnitId }: Pick<Task, 'leadUnitId'>): boolean {
  return isOffice(actor) || actor.unitId === leadUnitId;
}

/** Looks up everything that an input names; an id that nobody knows is no refusal, it is a fault of the sender. */
type About = { readonly list: LoadedProgramme; readonly projectId: string; readonly tasks: readonly Task[] };

export async function taskContext(reader: Reader, { list, projectId, tasks }: About, input: TaskInput): Promise<TaskContext> {
  const units = await findUnits(reader, unitsOf(input));
  const posts = await findPosts(reader, postsOf(input));
  const sites = new Map((await listSites(reader, [projectId])).map((it) => [it.id, it]));
  demand(unitsOf(input), units, 'unknown-unit');
  demand(postsOf(input), posts, 'unknown-post');
  demand(input.siteIds, sites, 'unknown-site');
  const isOfProject = input.promiseId === null || list.promises.some((it) => it.id === input.promiseId && it.projectId === projectId);
  if (!isOfProject) throw new Problem(404, 'unknown-promise', { promiseId: input.promiseId });
  const named = new Map(tasks.map((it) => [taskKey(it.projectId, it.name), it.id]));
  return { named, units, posts, sites, lastDay: lastDayOf(list, projectId) };
}

/** A list's last day, or the later one that an adjustment granted to a promise of the project. */
export function lastDayOf({ programme, promises }: LoadedProgramme, projectId: string): CivilDate {
  const days = promises.filter((it) => it.projectId === projectId && it.dueOn !== null).map((it) => it.dueOn!);
  return [programme.to, ...days].toSorted().at(-1)!;
}

function postsOf({ overseeingPostId, postId, contactPostId }: TaskInput): readonly string[] {
  return [overseeingPostId, postId, contactPostId].filter((it) => it !== null);
}

function demand(ids: readonly string[], known: ReadonlyMap<string, unknown>, kind: string): void {
  const missing = ids.find((it) => !known.has(it));
  if (missing !== undefined) throw new Problem(404, kind, { id: missing });
}
