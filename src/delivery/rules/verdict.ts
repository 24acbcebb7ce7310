import type { CivilDate } from '#/kernel/civil-date.ts';

/** 核查结论: 属实, 不符, 无法核实. */
export type VerdictResult = 'confirmed' | 'mismatch' | 'unverifiable';

/** 核查: what the office found about one adopted report, by its evidence or on site. The newest verdict on a report stands. */
export type Verdict = {
  readonly reportId: string;
  readonly promiseId: string;
  readonly result: VerdictResult;
  readonly on: CivilDate;
  /** By when a mismatch must be corrected. */
  readonly dueOn: CivilDate | null;
};

/** 核查不符待更正: an adopted figure that was found wrong. It stays in force, marked, until its correction is adopted. */
export type Mismatch = { readonly reportId: string; readonly asOf: CivilDate; readonly dueOn: CivilDate };

/** 已核查 of A: numerator and denominator; null where there is nothing to verify. */
export type VerifiedPart = { readonly value: number; readonly of: number };
