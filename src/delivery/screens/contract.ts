import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { Step } from '#/programme/rules/freeze.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { Answers } from '../rules/answers.ts';
import type { BoardInput } from '../rules/board.ts';
import type { SourceDecision } from '../rules/count-source.ts';
import type { EntryException } from '../rules/late-entry.ts';
import type { LightSettings } from '../rules/lights.ts';
import type { Point } from '../rules/pace.ts';
import type { KeyAct, KeyState, Period } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import type { Finding } from '../rules/sending.ts';
import type { EntryEndSetting, SettingVersion, VerificationSetting } from '../rules/settings.ts';
import type { PromiseStanding } from '../rules/standing.ts';
import type { PlanFlag, Trajectory } from '../rules/trajectory.ts';
import type { Verdict } from '../rules/verdict.ts';
import type { Week } from '../rules/week.ts';

export type StoredPlan = Trajectory & { readonly unitId: string | null; readonly rowVersion: number };
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
  readonly sourceDecisions: readonly SourceDecision[];
  /** 计数口径: whether records can count it. */
  readonly isDefined: boolean;
  readonly verdicts: readonly VerdictLine[];
  /** The rows that this promise's light is computed from: the form shows with them what a report would change. */
  readonly board: Omit<BoardInput, 'asOf'>;
};

export type VerdictLine = Verdict & {
  readonly id: string;
  readonly way: 'evidence' | 'on-site';
  readonly sampleId: string | null;
  readonly note: string;
  readonly evidence: readonly string[];
  readonly givenBy: string;
};

/** `GET /delivery/my-week` */
export type MyWeek = Week;

/** `GET /delivery/periods` */
export type Periods = {
  readonly programmeId: string;
  readonly period: Period;
  readonly isClosed: boolean;
  readonly isOver: boolean;
  readonly isEntryEnded: boolean;
  /** The day after which entry ends by itself; null where it has ended, was resumed, or never does. */
  readonly entryEndsOn: CivilDate | null;
  readonly units: readonly (Answers & { readonly id: string; readonly name: string; readonly state: KeyState })[];
  readonly acts: readonly (KeyAct & { readonly unit: string | null })[];
  readonly exceptions: readonly (EntryException & { readonly unit: string; readonly isRunning: boolean })[];
};

/** `GET /delivery/verification` */
export type Verification = {
  readonly programmeId: string;
  readonly period: Period;
  readonly setting: VerificationSetting;
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly reports: readonly Report[];
  readonly unitNames: Readonly<Record<string, string>>;
  readonly verdicts: readonly VerdictLine[];
  readonly samples: readonly SampleLine[];
  readonly shares: readonly (Pick<PromiseStanding, 'verified' | 'verifiedShare' | 'mismatch'> & { readonly promiseId: string })[];
};

export type SampleLine = {
  readonly id: string;
  readonly seed: string;
  readonly size: number;
  readonly byUnit: boolean;
  readonly population: readonly unknown[];
  readonly reportIds: readonly string[];
  readonly drawnBy: string;
  readonly drawnOn: CivilDate;
};

/** `GET /delivery/settings` */
export type Settings = {
  readonly lights: LightSettings;
  readonly lightHistory: readonly {
    readonly settings: LightSettings;
    readonly source: string;
    readonly setBy: string;
    readonly setOn: CivilDate;
  }[];
  readonly verification: VerificationSetting;
  readonly entryEnd: EntryEndSetting;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly history: readonly SettingVersion[];
};

/** `GET /delivery/waiting` */
export type Waiting = {
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly reports: readonly {
    readonly report: Report;
    readonly findings: readonly Finding[];
    readonly ifAdopted: Pick<PromiseStanding, 'light' | 'done'>;
  }[];
  /** What waits at somebody else; the unit is null where that is the office. */
  readonly elsewhere: readonly { readonly unit: string | null; readonly count: number; readonly since: string }[];
  readonly plans: readonly PlanWithFlags[];
};
