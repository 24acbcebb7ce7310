import type { ProjectNetwork } from './activity.ts';
import type { NetworkEdit, NotOwnNetwork } from './network-edit.ts';

/** The tasks that a unit leads in a project which it neither leads nor supports. */
export type OwnPart = ReadonlySet<string>;

/**
 * Whoever leads a task plans the works of that task: what they take, what they wait for, and what is added to them. What waits for them is
 * another unit's to change. Null where every edit stays within.
 */
export function outsidePart(network: ProjectNetwork, edits: readonly NetworkEdit[], own: OwnPart): NotOwnNetwork | null {
  const added = edits.flatMap((it) => (it.do === 'add' ? [{ id: it.activityId, name: it.name, taskId: it.taskId }] : []));
  const activities = new Map([...added, ...network.activities].map((it) => [it.id, it]));
  const foreign = (id: string): NotOwnNetwork | null => {
    const found = activities.get(id);
    return found === undefined || own.has(found.taskId) ? null : notOwn(network, found);
  };
  for (const edit of edits) {
    const touched = edit.do === 'link' || edit.do === 'unlink' ? edit.to : edit.activityId;
    const moved = (edit.do === 'add' || edit.do === 'change') && edit.taskId !== undefined && !own.has(edit.taskId);
    const refused = foreign(touched) ?? (moved ? notOwn(network, { name: nameOf(edit, activities), taskId: edit.taskId! }) : null);
    if (refused !== null) return refused;
  }
  return null;
}

function nameOf(edit: Extract<NetworkEdit, { do: 'add' | 'change' }>, known: ReadonlyMap<string, { readonly name: string }>): string {
  return edit.name ?? known.get(edit.activityId)?.name ?? '';
}

export function notOwn({ tasks }: Pick<ProjectNetwork, 'tasks'>, of: { readonly name: string; readonly taskId: string }): NotOwnNetwork {
  return { kind: 'activity-of-other-unit', name: of.name, task: tasks.find(({ id }) => id === of.taskId)?.name ?? '' };
}
