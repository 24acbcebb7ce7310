import type { CivilDate } from '#/kernel/civil-date.ts';

/** 本期数 or 累计数: asked of the person who reports, never guessed. */
export type ValueKind = 'this-period' | 'cumulative';

/** 报送的状态: a proposed report was read from a progress column and waits for a person to confirm it. */
export type ReportState = 'proposed' | 'unit-review' | 'submitted' | 'adopted' | 'sent-back' | 'superseded';

/** Not decided by the office yet: read from a document, waiting inside its unit, or sent. */
export const WAITING_STATES = ['proposed', 'unit-review', 'submitted'] as const satisfies readonly ReportState[];

export function isWaiting({ state }: Pick<Report, 'state'>): boolean {
  return state === 'proposed' || state === 'unit-review' || state === 'submitted';
}

/** 报送来源: the returned form that a report was read from, down to its row, and who signed the form. */
export type ReportSource = {
  readonly fileDigest: string;
  readonly sheet: string;
  readonly row: number;
  /** YYYY-MM */
  readonly formPeriod: string;
  readonly signedBy: { readonly filledBy: string | null; readonly reviewedBy: string | null; readonly headedBy: string | null };
};

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
  | 'unknown-stage'
  | 'stage-too-late'
  | 'behind-unexplained';

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
  /** The account that typed it, to tell whoever may not review it. */
  readonly submitterId: string | null;
  /** 代录: entered by the supervision office for a unit. */
  readonly onBehalf: boolean;
  readonly source: ReportSource | null;
  /** 本月无变化: the last value, restated for a new day. */
  readonly unchanged: boolean;
  /** 滞后原因与补救措施, and by when it will be made good. */
  readonly behindReason: string | null;
  readonly behindUntil: CivilDate | null;
  /** 单位审核: who of the unit (or which signature on its form) passed it on. */
  readonly unitReviewedBy: string | null;
  readonly unitReviewedAt: string | null;
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

/** Where A(D) comes from: what was reported, a stage that says zero, the steps of the sites, or what is on record. */
export type DoneFrom = 'report' | 'stage' | 'sites' | 'records';
