import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';

export const SetPriorities = z.object({
  year: z.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  items: z.array(z.object({ id: z.uuid(), title: z.string().trim().min(2).max(80) })).max(30),
  links: z.array(z.object({ projectId: z.uuid(), priorityIds: z.array(z.uuid()).max(10) })).max(500),
  reason: z.string().trim().min(2).max(200),
});
export type SetPriorities = z.output<typeof SetPriorities>;

/** 工作报告重点: what the government's work report set first, in its order, and which project serves which. */
export type Priorities = Readonly<Pick<SetPriorities, 'items' | 'links'>> & { readonly version: number };

export const NO_PRIORITIES: Priorities = { items: [], links: [], version: 0 };

export type PriorityRefusal =
  | { readonly kind: 'priority-twice'; readonly title: string }
  | { readonly kind: 'unknown-priority' }
  | { readonly kind: 'unknown-project' };

/** Each priority once, and links only between what is there. */
export function checkPriorities(input: SetPriorities, projectIds: readonly string[]): Result<Omit<Priorities, 'version'>, PriorityRefusal> {
  const { items, links } = input;
  const twice = items.find((it, i) => items.findIndex(({ title }) => title === it.title) !== i);
  if (twice !== undefined) return refuse({ kind: 'priority-twice', title: twice.title });
  if (links.some(({ projectId }) => !projectIds.includes(projectId))) return refuse({ kind: 'unknown-project' });
  const isKnown = (id: string) => items.some((it) => it.id === id);
  if (links.some(({ priorityIds }) => !priorityIds.every(isKnown))) return refuse({ kind: 'unknown-priority' });
  return accept({ items, links: links.filter(({ priorityIds }) => priorityIds.length > 0) });
}

/** 按重点排列: the rows under each priority in the order of the report, a row that serves two under both; then those tied to none. */
export function byPriority<Row>(
  { items, links }: Pick<Priorities, 'items' | 'links'>,
  rows: readonly Row[],
  projectOf: (row: Row) => string,
): readonly { readonly title: string | null; readonly rows: readonly Row[] }[] {
  const of = (row: Row) => links.find(({ projectId }) => projectId === projectOf(row))?.priorityIds ?? [];
  const groups = items.map(({ id, title }) => ({ title, rows: rows.filter((row) => of(row).includes(id)) }));
  const rest = rows.filter((row) => of(row).length === 0);
  return rest.length === 0 ? groups : [...groups, { title: null, rows: rest }];
}
