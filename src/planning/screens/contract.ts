import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { ProjectNetwork, ProjectSchedule } from '../rules/activity.ts';
import type { Drift } from '../rules/baseline.ts';
import type { Outline, Site } from '../rules/site.ts';

export type ShownSite = Site & { readonly isSealed: boolean };
export type ShownProject = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly no: string;
  readonly name: string;
  readonly promises: readonly { readonly id: string; readonly label: string }[];
  readonly isOwn: boolean;
};
/** `GET /planning/sites` */
export type SiteList = { readonly sites: readonly ShownSite[]; readonly projects: readonly ShownProject[] };
/** `GET /planning/outline` */
export type OutlineAnswer = { readonly outline: Outline | null };

/** `GET /planning/schedule` */
export type ScheduleAnswer = {
  readonly project: Pick<ShownProject, 'id' | 'no' | 'name' | 'year' | 'kind' | 'isOwn'>;
  readonly network: ProjectNetwork;
  readonly schedule: ProjectSchedule;
  readonly drift: Readonly<Record<string, Drift>>;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};
