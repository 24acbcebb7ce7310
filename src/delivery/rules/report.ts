import type { CivilDate } from '#/kernel/civil-date.ts';

/** 本期数 or 累计数: asked of the person who reports, never guessed. */
export type ValueKind = 'this-period' | 'cumulative';

/** 报送的状态: a proposed report was read from a progress column and waits for a person to confirm it. */
export type ReportState = 'proposed' | 'submitted' | 'adopted' | 'sent-back' | 'superseded';

/** 提示项: what the checks before sending can find; each can be overridden with a reason, the impossible ones excepted. */
export type CheckKind =
  | 'falls'
  | 'jumps'
  | 'beyond-target'
  | 'other-unit'
  | 'other-measure'
  | 'same-photo'
  | 'older-than-adopted'
  | 'same-day'
  | 'before-period'
  | 'unknown-stage';

export type Override = { readonly check: CheckKind; readonly reason: string };

/** 报送: what a unit says about one promise for one day. A correction is a new report that supersedes; the original stays to be seen. */
export type Report = {
  readonly id: string;
  readonly promiseId: string;
  readonly asOf: CivilDate;
  readonly valueKind: ValueKind | null;
  readonly value: number | null;
  /** The denominator of a ratio; the quotient is never stored. */
  readonly denominator: number | null;
  readonly measureUnit: string;
  /** False when what was counted is not what was promised (accounts for assessments, a bare percentage): kept, shown, never added up. */
  readonly inMeasure: boolean;
  readonly stage: string | null;
  /** The stage lies before the first output, by the list of stage words on the day of sending. */
  readonly beforeOutput: boolean;
  /** Steps of a milestone set that this report proves, by id. */
  readonly stepsDone: readonly string[];
  readonly text: string;
  /** 佐证材料, by digest. */
  readonly evidence: readonly string[];
  readonly overrides: readonly Override[];
  readonly state: ReportState;
  readonly supersedes: string | null;
  /** Why the earlier report is corrected. */
  readonly correctionReason: string | null;
  readonly unitId: string | null;
  readonly submittedBy: string;
  readonly submittedAt: string;
  /** 代录: entered by the supervision office for a unit. */
  readonly onBehalf: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly sentBackReason: string | null;
  readonly version: number;
};

/** What the figures are made of; the store reads no more of a report for a board. */
export type ReportFacts = Pick<
  Report,
  | 'id'
  | 'promiseId'
  | 'asOf'
  | 'valueKind'
  | 'value'
  | 'denominator'
  | 'measureUnit'
  | 'inMeasure'
  | 'stage'
  | 'beforeOutput'
  | 'stepsDone'
  | 'text'
  | 'state'
  | 'submittedAt'
> & { readonly unitId: string | null; readonly hasEvidence: boolean };

/** 实绩来源: a later stage counts what a promise counts. A promise with a counter refuses a typed value. */
export type Counter = {
  readonly name: string;
  readonly promiseIds: (programmeId: string) => Promise<ReadonlySet<string>>;
  readonly count: (
    promiseId: string,
    scope: { readonly district: string },
    period: { readonly from: CivilDate; readonly to: CivilDate },
  ) => Promise<{ readonly numerator: number; readonly denominator: number | null; readonly records: number }>;
};
