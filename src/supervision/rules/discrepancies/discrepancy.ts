import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Comparison } from '#/kernel/comparison/figure.ts';

/** 公开说法: a published sentence about a list, as it was printed, with where and when. */
export type Statement = {
  readonly id: string;
  readonly programmeId: string;
  readonly text: string;
  readonly source: string;
  readonly publishedOn: CivilDate;
};

type Said = { readonly statementId: string; readonly quote: string; readonly source: string; readonly publishedOn: CivilDate };

/** 对不上的地方: two things that were said and cannot both hold, or one that cannot be checked. Facts only; `words` makes the sentences. */
export type DiscrepancyFacts =
  | (Said & {
      readonly code: 'all-on-plan-but-behind';
      readonly redPromises: number;
      readonly redRows: number;
      readonly yellowPromises: number;
      /** The printed numbers of the rows. */
      readonly rowNos: readonly string[];
    })
  | {
      readonly code: 'percent-of-what';
      readonly percent: number;
      readonly promised: string | null;
      readonly target: number | null;
      readonly measureUnit: string;
    }
  | {
      readonly code: 'other-measure';
      readonly quantity: number;
      readonly measureUnit: string;
      readonly reported: string;
      readonly promised: string;
      readonly target: number | null;
      readonly promisedUnit: string;
    }
  | { readonly code: 'persons-or-couples'; readonly persons: number; readonly couples: number }
  | {
      readonly code: 'units-differ';
      readonly quantity: number;
      readonly reportedUnit: string;
      readonly promisedUnit: string;
      /** 记录在案的理由: why the office counts one as the other; null while nobody has said. */
      readonly accepted: string | null;
    }
  | (Said & { readonly code: 'on-plan-without-plan'; readonly withoutPlan: number; readonly withTarget: number })
  | (Said & { readonly code: 'all-finished-unproven'; readonly finished: number; readonly promises: number; readonly grey: number })
  | { readonly code: 'one-hides-another'; readonly shown: string; readonly hidden: readonly string[] }
  | {
      readonly code: 'zero-behind-stage';
      readonly stage: string;
      readonly target: number;
      readonly measureUnit: string;
      readonly approx: boolean;
    }
  | { readonly code: 'target-missing'; readonly promises: readonly string[] }
  /** 不可比: what a sentence compares, with the reasons against it and what can be said. */
  | (Said & { readonly code: 'unequal-periods'; readonly comparison: Comparison })
  | (Said & { readonly code: 'share-without-base'; readonly comparison: Comparison });

export type DiscrepancyCode = DiscrepancyFacts['code'];

/** `high`: said against the figures. `medium`: cannot be checked as it was said. `low`: known, and worth a look. */
export type Severity = 'high' | 'medium' | 'low';

export type Place = {
  readonly projectId: string;
  readonly no: string;
  readonly project: string;
  readonly promiseId: string | null;
  readonly promise: string | null;
  readonly leadUnit: string | null;
};

export type Discrepancy = { readonly severity: Severity; readonly place: Place | null; readonly facts: DiscrepancyFacts };

/** The order of the page: what a reader of the published list asks first. */
export const CODES: readonly DiscrepancyCode[] = [
  'all-on-plan-but-behind',
  'percent-of-what',
  'other-measure',
  'persons-or-couples',
  'units-differ',
  'all-finished-unproven',
  'zero-behind-stage',
  'on-plan-without-plan',
  'one-hides-another',
  'unequal-periods',
  'share-without-base',
  'target-missing',
];
