import type { ActingReader } from '#/platform/db.ts';
import type { OwnPart } from '../rules/network-part.ts';
import { listLeadUnits } from '../store/tasks.ts';
import { answersFor } from './task-context.ts';

/** The tasks of a project that the actor's unit leads. */
export async function ownPart(reader: ActingReader, projectId: string): Promise<OwnPart> {
  return new Set((await ownTasks(reader, { projectId })).map(({ id }) => id));
}

/** Of each project of a list: the tasks that the actor's unit leads. */
export async function ownTasksByProject(reader: ActingReader, programmeId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const byProject = Map.groupBy(await ownTasks(reader, { programmeId }), ({ projectId }) => projectId);
  return new Map([...byProject].map(([projectId, tasks]) => [projectId, tasks.map(({ id }) => id)]));
}

async function ownTasks(reader: ActingReader, of: Parameters<typeof listLeadUnits>[1]) {
  return (await listLeadUnits(reader, of)).filter((it) => answersFor(reader.actor, it));
}
