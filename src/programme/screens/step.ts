import type { Draft, KnownUnit } from '../rules/draft.ts';

/** What every step of the list wizard is given. */
export type StepProps = {
  readonly programmeId: string;
  readonly draft: Draft;
  readonly change: (next: Draft | ((before: Draft) => Draft)) => void;
  readonly units: readonly KnownUnit[];
};
