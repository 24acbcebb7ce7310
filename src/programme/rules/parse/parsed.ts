/** 界限: how the printed figure limits the result. */
export type Bound = 'exact' | 'at_least' | 'at_most';

/**
 * 表述类别: what a figure says. `output` is delivered or served, `level` a stock or ratio to be reached; the others only accompany them:
 * `benefit` follows from the output, `scope` says where, `part` is a breakdown of another figure, `spec` describes one object or a frequency,
 * `funding` is planned money.
 */
export type PhraseKind = 'output' | 'benefit' | 'scope' | 'part' | 'spec' | 'funding' | 'level';

/** 可衡量的承诺: one figure of the text. `start` and `end` are UTF-16 units of the text, from the quantity through the unit, end exclusive. */
export type ParsedPromise = {
  readonly quantity: number;
  readonly quantityMax: number | null;
  readonly unit: string;
  readonly verb: string;
  readonly object: string;
  readonly approx: boolean;
  readonly bound: Bound;
  readonly kind: PhraseKind;
  readonly start: number;
  readonly end: number;
};

/** 时限承诺: a day by which something is to be done. `by` is null when neither the text nor the caller names a year. */
export type ParsedCommitment = {
  readonly by: string | null;
  readonly text: string;
  readonly firmness: '确保' | '力争' | null;
};

export type CadencePeriod = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'term' | 'school-year' | 'year';

/** 频次: something that is to happen again and again, `times` in every `every`. */
export type ParsedCadence = {
  readonly every: CadencePeriod;
  readonly times: number;
  readonly unit: string;
  readonly bound: Bound;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export type ParsedItem = {
  readonly promises: readonly ParsedPromise[];
  readonly commitments: readonly ParsedCommitment[];
  readonly cadences: readonly ParsedCadence[];
};

/** 进展值: a figure that the progress text says was reached. */
export type ProgressValue = { readonly quantity: number; readonly unit: string; readonly object: string };

export type ParsedProgress = {
  readonly stage: string | null;
  readonly percent: number | null;
  readonly values: readonly ProgressValue[];
};
