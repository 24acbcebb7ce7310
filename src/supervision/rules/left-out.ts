import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 略去: a line that a document does not print, by whose decision, on what basis and why. It is counted all the same. */
export type LeftOut = {
  readonly promiseId: string;
  /** 依据: the document or the meeting that the decision rests on. */
  readonly basis: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: CivilDate;
  readonly recordedBy: string;
  readonly recordedOn: CivilDate;
};

const line = (max: number) => z.string().trim().min(1).max(max);
export const LeaveOutDecision = z.object({
  promiseId: z.uuid(),
  basis: line(200),
  reason: line(500),
  decidedBy: line(60),
  decidedOn: civilDate,
});
export type LeaveOutDecision = z.output<typeof LeaveOutDecision>;

export type LeaveOutRefusal =
  | { readonly kind: 'line-left-out-already'; readonly decidedOn: CivilDate }
  | { readonly kind: 'line-not-left-out' }
  | { readonly kind: 'decided-ahead'; readonly decidedOn: CivilDate };

/** A line is left out once, by a decision that has been taken. */
export function leaveOut(
  present: readonly LeftOut[],
  decision: LeaveOutDecision,
  recorded: { readonly by: string; readonly on: CivilDate },
): Result<LeftOut, LeaveOutRefusal> {
  const known = present.find((it) => it.promiseId === decision.promiseId);
  if (known !== undefined) return refuse({ kind: 'line-left-out-already', decidedOn: known.decidedOn });
  if (decision.decidedOn > recorded.on) return refuse({ kind: 'decided-ahead', decidedOn: decision.decidedOn });
  return accept({ ...decision, recordedBy: recorded.by, recordedOn: recorded.on });
}
