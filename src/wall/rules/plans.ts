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
  /** Null where nobody planned it yet. */
  readonly network: Omit<ProjectNetwork, 'calendars' | 'siteCalendars'> | null;
};

/** 排期图: every project of a list; the calendars are the same for all, and travel once. */
export type Plans = Pick<ProjectNetwork, 'calendars' | 'siteCalendars'> & {
  readonly title: string;
  readonly asOf: CivilDate;
  readonly projects: readonly PlannedProject[];
};

export function networkOf({ calendars, siteCalendars }: Plans, { network }: PlannedProject): ProjectNetwork | null {
  return network === null ? null : { ...network, calendars, siteCalendars };
}
