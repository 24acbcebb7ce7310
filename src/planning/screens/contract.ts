import type { CivilDate } from '#/kernel/civil-date.ts';
import type { HolidayYear } from '#/kernel/schedule/china.ts';
import type { Programme, ProgrammeKind } from '#/programme/rules/programme.ts';
import type { ProjectNetwork, ProjectSchedule } from '../rules/activity.ts';
import type { Drift } from '../rules/baseline.ts';
import type { CalendarVersion, DistrictCalendar, HolidayEntry } from '../rules/calendar.ts';
import type { ClaimStep } from '../rules/claim.ts';
import type { Outline, Site } from '../rules/site.ts';
import type { Task, TaskChange } from '../rules/task.ts';

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
  readonly project: Pick<ShownProject, 'id' | 'no' | 'name' | 'year' | 'kind' | 'isOwn'> & {
    /** The tasks that the reader’s unit leads: their works are its own, whoever leads the project. */
    readonly ownTaskIds: readonly string[];
  };
  readonly network: ProjectNetwork;
  readonly schedule: ProjectSchedule;
  readonly drift: Readonly<Record<string, Drift>>;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};

/** Whether the works of a task may be changed by the reader’s unit. */
export function isOwnTask({ isOwn, ownTaskIds }: ScheduleAnswer['project'], taskId: string): boolean {
  return isOwn || ownTaskIds.includes(taskId);
}

export type ShownTask = Task & { readonly isOwn: boolean };
export type NamedPost = { readonly id: string; readonly title: string; readonly unitId: string | null; readonly holder: string | null };
export type BreakdownProject = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly leadUnitId: string | null;
  readonly mayEdit: boolean;
};
/** `GET /planning/breakdown` */
export type Breakdown = {
  readonly programme: Programme;
  readonly projects: readonly BreakdownProject[];
  readonly promises: readonly {
    readonly id: string;
    readonly projectId: string;
    readonly label: string;
    readonly dueOn: CivilDate | null;
  }[];
  readonly tasks: readonly ShownTask[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly NamedPost[];
  readonly isOffice: boolean;
  readonly ownUnitId: string | null;
  readonly today: CivilDate;
};
/** `GET /planning/lists` */
export type ListLine = {
  readonly id: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly title: string;
  readonly state: string;
};
/** `GET /planning/task-changes` */
export type TaskHistory = {
  readonly changes: readonly TaskChange[];
  readonly claims: readonly (ClaimStep & { readonly taskId: string })[];
};

/** `GET /planning/calendars` */
export type CalendarsAnswer = {
  readonly calendars: readonly DistrictCalendar[];
  readonly versions: readonly CalendarVersion[];
  readonly years: readonly HolidayYear[];
  readonly entries: readonly HolidayEntry[];
  readonly coveredUntil: CivilDate;
  readonly places: Readonly<Record<string, string>>;
};
