import type { WallAnswer, WallProject } from './contract.ts';

/** What is open on the wall: all projects, or a sheet of one. */
export type Open = { readonly project: string | null; readonly page: number };
export const ALL: Open = { project: null, page: 1 };

type Steps = Pick<WallAnswer, 'agenda'> & { readonly projects: readonly Pick<WallProject, 'id' | 'no' | 'pages'>[] };

/** One step along the agenda: the sheets of a project one after the other, then the next project; all projects before and after. */
export function stepFrom({ project, page }: Open, by: 1 | -1, { agenda, projects }: Steps): Open {
  const pagesOf = (id: string) => projects.find((it) => it.id === id)?.pages ?? 1;
  if (project !== null && page + by >= 1 && page + by <= pagesOf(project)) return { project, page: page + by };
  const at = project === null ? -1 : agenda.indexOf(project);
  const next = project === null && by === -1 ? agenda.length - 1 : at + by;
  const id = agenda[next];
  if (id === undefined || next < 0) return ALL;
  return { project: id, page: by === 1 ? 1 : pagesOf(id) };
}

/** What a key opens; null where it is none of the wall's. The key 0 stands for the tenth. */
export function openByKey(key: string, now: Open, steps: Steps): Open | null {
  if (key === 'Escape') return ALL;
  if (key === 'ArrowRight' || key === 'PageDown') return stepFrom(now, 1, steps);
  if (key === 'ArrowLeft' || key === 'PageUp') return stepFrom(now, -1, steps);
  if (!/^\d$/.test(key)) return null;
  const found = steps.projects.find((it) => it.no === (key === '0' ? '10' : key));
  return found === undefined ? null : { project: found.id, page: 1 };
}
