import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { FigureChange } from './changes-since.ts';

/** 更正的一行: a figure as it was issued, and as it is right. */
export type CorrectedLine = Pick<FigureChange, 'promiseId' | 'no' | 'promise' | 'measureUnit' | 'was' | 'now'>;

/** 更正: of an issued bulletin, issued with a reason; the bulletin stays, the next one prints the correction. */
export type Correction = {
  readonly id: string;
  readonly bulletinId: string;
  readonly no: number;
  readonly lines: readonly CorrectedLine[];
  readonly reason: string;
  readonly issuedBy: string;
  readonly issuedOn: CivilDate;
  readonly fileDigest: string;
};

export const IssueCorrection = z.object({
  id: z.uuid(),
  bulletinId: z.uuid(),
  promiseIds: z.array(z.uuid()).min(1).max(500),
  reason: z.string().trim().min(2).max(500),
});

export type CorrectionRefusal = { readonly kind: 'bulletin-not-issued' } | { readonly kind: 'nothing-to-correct'; readonly count: number };

/** Only what reads otherwise than issued, and was not corrected to the same already. */
export function correctedLines(
  changes: readonly FigureChange[],
  promiseIds: readonly string[],
  earlier: readonly Correction[],
): Result<readonly CorrectedLine[], CorrectionRefusal> {
  const open = openChanges(changes, earlier);
  const lines = promiseIds.flatMap((id) => open.filter(({ promiseId }) => promiseId === id));
  if (lines.length < promiseIds.length) return refuse({ kind: 'nothing-to-correct', count: promiseIds.length - lines.length });
  return accept(lines.map(({ promiseId, no, promise, measureUnit, was, now }) => ({ promiseId, no, promise, measureUnit, was, now })));
}

/** 待更正: what reads otherwise than the bulletin and its corrections say; `was` is what they say. */
export function openChanges(changes: readonly FigureChange[], earlier: readonly Correction[]): readonly FigureChange[] {
  return changes.flatMap((change) => {
    const last = earlier.flatMap(({ lines }) => lines).findLast(({ promiseId }) => promiseId === change.promiseId);
    const was = last?.now ?? change.was;
    const isSame = was.done === change.now.done && was.target === change.now.target && was.stage === change.now.stage;
    return isSame && was.light === change.now.light ? [] : [{ ...change, was }];
  });
}
