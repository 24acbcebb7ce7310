import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { periodOf } from './period.ts';
import type { ReportFacts, ReportState } from './report.ts';
import type { Board, ProjectStanding, PromiseStanding } from './standing.ts';
import { unchangedContent } from './unchanged.ts';

/** 本月事项: one thing asked of a unit about one promise: why, and by when. A promise is asked about once. */
export type Ask = {
  readonly kind: 'correct-mismatch' | 'correct-sent-back' | 'report';
  readonly project: ProjectStanding['project'];
  readonly standing: PromiseStanding;
  /** The report to correct. */
  readonly reportId: string | null;
  /** What the office wrote. */
  readonly reason: string | null;
  readonly dueOn: CivilDate;
  /** Answered already, and where the answer waits. */
  readonly waitsAt: 'unit' | 'office' | null;
  readonly mayStateUnchanged: boolean;
};

/** 我的本月: what is owed, and the other promises that can still be reported on. */
export type Week = {
  readonly asks: readonly Ask[];
  readonly others: readonly {
    readonly project: ProjectStanding['project'];
    readonly standing: PromiseStanding;
    readonly waitsAt: Ask['waitsAt'];
  }[];
};

/** A report that is neither adopted nor replaced: it waits, or it was sent back. */
export type OpenReport = {
  readonly id: string;
  readonly promiseId: string;
  readonly state: ReportState;
  readonly asOf: CivilDate;
  readonly supersedes: string | null;
  readonly sentBackReason: string | null;
};

export type WeekInput = {
  readonly board: Board;
  /** Null for the office, which sees what all units owe. */
  readonly unitId: string | null;
  readonly open: readonly OpenReport[];
  readonly facts: readonly ReportFacts[];
  /** What was found wrong, in the words of the office, by report. */
  readonly mismatchNotes: ReadonlyMap<string, string>;
};

/** One report a month for each promise that is not completed, and every correction that was demanded; what waits comes last. */
export function weekOf(input: WeekInput): Week {
  const facts = Map.groupBy(input.facts, (it) => it.promiseId);
  const open = Map.groupBy(input.open, (it) => it.promiseId);
  const isMine = ({ project }: ProjectStanding) =>
    input.unitId === null || project.leadUnitId === input.unitId || project.supportingUnitIds.includes(input.unitId);
  const asks: Ask[] = [];
  const others: Week['others'][number][] = [];
  for (const { project, promises } of input.board.projects.filter(isMine)) {
    for (const standing of promises) {
      const known = { open: open.get(standing.promise.id) ?? [], facts: facts.get(standing.promise.id) ?? [] };
      const ask = askAbout(project, standing, known, input);
      if (ask !== null) asks.push(ask);
      else others.push({ project, standing, waitsAt: waitingAt(known.open) });
    }
  }
  return { asks: asks.toSorted(byUrgency), others };
}

type Known = { readonly open: readonly OpenReport[]; readonly facts: readonly ReportFacts[] };

function askAbout(
  project: Ask['project'],
  standing: PromiseStanding,
  { open, facts }: Known,
  { board, mismatchNotes }: WeekInput,
): Ask | null {
  const { asOf } = board;
  const period = periodOf(asOf);
  const monthEnd = endOfMonth(yearOf(asOf), monthOf(asOf));
  const common = { project, standing, waitsAt: waitingAt(open), mayStateUnchanged: false };
  const { mismatch } = standing;
  if (mismatch !== null) {
    const waitsAt = waitingAt(open.filter((it) => it.supersedes === mismatch.reportId));
    const reason = mismatchNotes.get(mismatch.reportId) ?? null;
    return { ...common, kind: 'correct-mismatch', reportId: mismatch.reportId, reason, dueOn: mismatch.dueOn, waitsAt };
  }
  // What was reported anew instead of corrected is settled as well.
  const isStanding = (it: OpenReport) => it.state === 'sent-back' && (standing.reportedOn === null || standing.reportedOn < it.asOf);
  const sentBack = open.filter(isStanding).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
  if (sentBack !== undefined && common.waitsAt === null) {
    return { ...common, kind: 'correct-sent-back', reportId: sentBack.id, reason: sentBack.sentBackReason, dueOn: monthEnd };
  }
  const isAnswered = standing.light === 'closed' || (standing.reportedOn?.startsWith(period) ?? false);
  if (isAnswered) return null;
  const mayStateUnchanged = common.waitsAt === null && unchangedContent(standing.promise, facts, { asOf, period }).ok;
  return { ...common, kind: 'report', reportId: null, reason: null, dueOn: monthEnd, mayStateUnchanged };
}

function waitingAt(open: readonly OpenReport[]): Ask['waitsAt'] {
  if (open.some(({ state }) => state === 'unit-review')) return 'unit';
  return open.some(({ state }) => state === 'submitted' || state === 'proposed') ? 'office' : null;
}

const RANK = { 'correct-mismatch': 0, 'correct-sent-back': 1, report: 2 } as const satisfies Record<Ask['kind'], number>;

function byUrgency(a: Ask, b: Ask): number {
  return (
    Number(a.waitsAt !== null) - Number(b.waitsAt !== null) ||
    RANK[a.kind] - RANK[b.kind] ||
    compareDays(a.standing.reportedOn, b.standing.reportedOn)
  );
}

function compareDays(a: CivilDate | null, b: CivilDate | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
}
