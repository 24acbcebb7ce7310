import type { CivilDate } from '#/kernel/civil-date.ts';
import type { SourceRefusal } from './count-source.ts';
import type { KeyRefusal } from './period.ts';
import type { PlanRefusal } from './planning.ts';
import type { ReviewRefusal } from './review.ts';
import type { ReportRefusal } from './sending.ts';
import type { VerificationRefusal } from './verification.ts';

export type OtherRefusal =
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'not-of-unit'; readonly unitId: string }
  | { readonly kind: 'not-at-target'; readonly done: number | null; readonly target: number }
  | { readonly kind: 'mismatch-open'; readonly dueOn: CivilDate }
  | { readonly kind: 'already-accepted'; readonly acceptedOn: CivilDate }
  | { readonly kind: 'month-not-over'; readonly lastDay: CivilDate }
  | { readonly kind: 'thresholds-crossed' };

/** One of several reports of one sending cannot be taken; none of them is. */
export type ManyRefusal = {
  readonly kind: 'report-refused';
  readonly position: number;
  readonly reportId: string;
  readonly refusal: ReviewRefusal | ReportRefusal | OtherRefusal | KeyRefusal;
};

/** Every expected no of this stage; `words/refusals.ts` has a sentence for each. */
export type DeliveryRefusal =
  | ReportRefusal
  | ReviewRefusal
  | PlanRefusal
  | OtherRefusal
  | ManyRefusal
  | KeyRefusal
  | VerificationRefusal
  | SourceRefusal;
