import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { Step } from '#/programme/rules/freeze.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { Point } from '../rules/pace.ts';
import type { Report } from '../rules/report.ts';
import type { Finding } from '../rules/sending.ts';
import type { PromiseStanding } from '../rules/standing.ts';
import type { PlanFlag, Trajectory } from '../rules/trajectory.ts';

export type StoredPlan = Trajectory & { readonly rowVersion: number };
export type PlanWithFlags = { readonly plan: StoredPlan; readonly flags: readonly PlanFlag[] };

/** `GET /delivery/promise` */
export type PromiseDetail = {
  readonly programme: Programme;
  readonly project: Project;
  readonly leadUnit: string | null;
  readonly standing: PromiseStanding;
  readonly points: readonly Point[];
  readonly reports: readonly Report[];
  readonly plans: readonly PlanWithFlags[];
  readonly steps: readonly Step[];
  readonly adjustments: readonly Adjustment[];
  readonly newestOn: CivilDate | null;
};

/** `GET /delivery/waiting` */
export type Waiting = {
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly reports: readonly { readonly report: Report; readonly findings: readonly Finding[] }[];
  readonly plans: readonly PlanWithFlags[];
};
