import type { CivilDate } from '#/kernel/civil-date.ts';
import type { SiteStage } from '../rules/site.ts';
import type { DerivedShare, SiteStep, StepDone, StepOverride, StepPlan } from '../rules/step.ts';

/** `GET /planning/step-projects` */
export type StepProject = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly year: number;
  readonly sites: number;
  readonly steps: number;
  readonly share: DerivedShare;
};

export type ShownAct = {
  readonly siteId: string;
  readonly stepId: string;
  readonly actNo: number;
  readonly act: 'done' | 'undone';
  readonly doneOn: CivilDate | null;
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};

/** `GET /planning/steps` */
export type StepsAnswer = {
  readonly project: {
    readonly id: string;
    readonly programmeId: string;
    readonly no: string;
    readonly name: string;
    readonly isOwn: boolean;
  };
  readonly plan: StepPlan | null;
  readonly plans: readonly StepPlan[];
  readonly steps: readonly SiteStep[];
  readonly siteIds: readonly string[];
  readonly sites: readonly { readonly id: string; readonly name: string; readonly stage: SiteStage }[];
  readonly overrides: readonly StepOverride[];
  readonly done: readonly StepDone[];
  readonly share: DerivedShare;
  readonly acts: readonly ShownAct[];
  readonly today: CivilDate;
};
