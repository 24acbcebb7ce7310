import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProjectNetwork } from '#/planning/rules/activity.ts';

/** 排期图的一件实事: its network as it is edited, with the unit and the light by which one looks for it. */
export type PlannedProject = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly leadUnit: string | null;
  readonly light: Light;
  readonly isOwn: boolean;
  /** The tasks that the reader’s unit leads, whoever leads the project. */
  readonly ownTaskIds: readonly string[];
  /** Null where nobody planned it yet. */
  readonly network: Omit<ProjectNetwork, 'calendars' | 'siteCalendars'> | null;
};

/** 排期图: every project of a list; the calendars are the same for all, and travel once. */
export type Plans = Pick<ProjectNetwork, 'calendars' | 'siteCalendars'> & {
  readonly title: string;
  readonly asOf: CivilDate;
  readonly projects: readonly PlannedProject[];
};

/** Whether the reader’s unit may move a bar: of a project of its own, or of a task that it leads. */
export function isOwnBar({ isOwn, ownTaskIds, network }: PlannedProject, activityId: string): boolean {
  const taskId = network?.activities.find(({ id }) => id === activityId)?.taskId;
  return isOwn || (taskId !== undefined && ownTaskIds.includes(taskId));
}

export function networkOf({ calendars, siteCalendars }: Plans, { network }: PlannedProject): ProjectNetwork | null {
  return network === null ? null : { ...network, calendars, siteCalendars };
}
