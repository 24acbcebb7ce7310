import type { Finding } from '#/delivery/rules/sending.ts';
import { distinctCandidates, isAcceptable, replaces, type StagedCandidate, type StagedRow } from '../rules/staging.ts';
import type { BatchView } from './contract.ts';

/** What a person has decided about one row so far. */
export type Decision = {
  readonly isTaken: boolean;
  readonly digest: string | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly correction: string;
};
export type Decisions = Readonly<Record<string, Decision>>;

/** What a person has not touched: new rows without a remark are ticked, everything else waits for a word. */
export function decisionOf(row: StagedRow, view: BatchView, given: Decisions): Decision {
  const own = given[row.promiseId];
  if (own !== undefined) return own;
  const choices = distinctCandidates(row.candidates).filter(({ content }) => content !== null);
  const only = choices.length === 1 && row.state !== 'choose' ? choices[0]! : null;
  const isClean = only !== null && view.checks[`${row.promiseId} ${only.digest}`] === null;
  return { isTaken: row.state === 'new' && isClean, digest: only?.digest ?? null, reasons: {}, correction: '' };
}

export function chosenOf(row: StagedRow, { digest }: Decision): StagedCandidate | null {
  return row.candidates.find((it) => it.digest === digest && !it.isTaken) ?? null;
}

export function findingsOf(row: StagedRow, decision: Decision, { checks }: BatchView): readonly Finding[] {
  const check = decision.digest === null ? null : (checks[`${row.promiseId} ${decision.digest}`] ?? null);
  return check?.kind === 'open-findings' ? check.findings : [];
}

export function corrects(row: StagedRow, decision: Decision): boolean {
  const content = chosenOf(row, decision)?.content ?? null;
  return row.earlier !== null && content !== null && replaces(content, row.earlier);
}

/** Taken rows whose remarks or whose place of an earlier report still lack a reason. */
export function lacksReason(row: StagedRow, decision: Decision, view: BatchView): boolean {
  const isSaid = (text: string | undefined) => (text ?? '').trim().length >= 2;
  const open = findingsOf(row, decision, view).some((it) => !isSaid(decision.reasons[it.check]));
  return open || (corrects(row, decision) && !isSaid(decision.correction));
}

export function takenRows(view: BatchView, given: Decisions): readonly { readonly row: StagedRow; readonly decision: Decision }[] {
  return view.staged.rows
    .filter(isAcceptable)
    .map((row) => ({ row, decision: decisionOf(row, view, given) }))
    .filter(({ row, decision }) => decision.isTaken && chosenOf(row, decision)?.content);
}

/** As the command takes it. */
export function inputOf(view: BatchView, given: Decisions, adopt: boolean) {
  return {
    batchId: view.batch.id,
    adopt,
    rows: takenRows(view, given).map(({ row, decision }) => ({
      promiseId: row.promiseId,
      digest: decision.digest,
      overrides: findingsOf(row, decision, view).map(({ check }) => ({ check, reason: (decision.reasons[check] ?? '').trim() })),
      correctionReason: corrects(row, decision) ? decision.correction.trim() : null,
    })),
  };
}
