import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import { findProgramme, type LoadedProgramme, loadProgramme } from '#/programme/door.ts';
import type { Project } from '#/programme/rules/programme.ts';

/** A list as tasks hang on it, frozen or still a draft. */
export async function getList(reader: Reader, programmeId: string): Promise<LoadedProgramme> {
  const stored = await findProgramme(reader, programmeId);
  if (stored === undefined) throw new Problem(404, 'unknown-programme', { id: programmeId });
  return loadProgramme(reader, stored);
}

export function projectOf({ projects }: Pick<LoadedProgramme, 'projects'>, id: string): Project {
  const project = projects.find((it) => it.id === id);
  if (project === undefined) throw new Problem(404, 'unknown-project', { id });
  return project;
}
