import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 会议议程的步骤 of one vote, in the order in which a session takes them (README, 来源 3). */
export const STEPS = [
  'officers-approved',
  'boxes-sealed',
  'papers-issued',
  'papers-cast',
  'papers-collected',
  'counted',
  'reported',
] as const;
export type Step = (typeof STEPS)[number];

/** Taken by a person who says so; the others come with what they are (papers are issued, collected, counted). */
export const SPOKEN_STEPS = ['officers-approved', 'boxes-sealed', 'papers-cast', 'reported'] as const satisfies readonly Step[];

/** 已办的一步: taken, or skipped with its reason. */
export type TakenStep = {
  readonly id: string;
  readonly roundId: string | null;
  readonly step: Step;
  readonly note: string;
  readonly skippedReason: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
};

/** 撤销: what was undone before the result was announced, and why. */
export type Undoing = { readonly what: string; readonly reason: string; readonly recordedBy: string; readonly recordedAt: string };

export type StepRefusal =
  | { readonly kind: 'step-missing'; readonly step: Step; readonly wanted: Step | 'announced' }
  | { readonly kind: 'step-taken'; readonly step: Step };

/** The officers are approved once, before the first vote. */
export function stepsOf(round: { readonly position: number }): readonly Step[] {
  return round.position === 1 ? STEPS : STEPS.slice(1);
}

/** No step before the one ahead of it was taken, or skipped with a reason. */
export function mayTake(round: { readonly position: number }, taken: readonly Step[], wanted: Step): Result<null, StepRefusal> {
  if (taken.includes(wanted)) return refuse({ kind: 'step-taken', step: wanted });
  const steps = stepsOf(round);
  const missing = steps.slice(0, steps.indexOf(wanted)).find((it) => !taken.includes(it));
  return missing === undefined ? accept(null) : refuse({ kind: 'step-missing', step: missing, wanted });
}
