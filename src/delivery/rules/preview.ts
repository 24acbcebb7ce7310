import type { CivilDate } from '#/kernel/civil-date.ts';
import { type BoardInput, boardOf } from './board.ts';
import type { Report, ReportFacts } from './report.ts';
import type { PromiseStanding } from './standing.ts';

type ListInput = Omit<BoardInput, 'asOf'>;

/** The rows of a list that one promise is judged by. */
export function partOf(input: ListInput, promiseId: string): ListInput {
  const mine = <Row extends { readonly promiseId: string }>(rows: readonly Row[] = []) => rows.filter((it) => it.promiseId === promiseId);
  const promises = input.promises.filter(({ id }) => id === promiseId);
  return {
    ...input,
    projects: input.projects.filter(({ id }) => promises.some(({ projectId }) => projectId === id)),
    ...(input.networks && { networks: input.networks.filter((it) => promises.some(({ projectId }) => projectId === it.projectId)) }),
    promises,
    reports: mine(input.reports),
    trajectories: mine(input.trajectories),
    acceptances: mine(input.acceptances),
    months: mine(input.months),
    verdicts: mine(input.verdicts),
  };
}

/** 若采用: what a report that waits would say if it were adopted now. */
export type StandingIfAdopted = Omit<ReportFacts, 'state' | 'hasEvidence'> & Pick<Report, 'evidence' | 'supersedes'>;

/** 若采用，灯色为…: the board's own arithmetic, with the waiting report in place and the one it corrects out of it. */
export function standingIfAdopted(input: ListInput, report: StandingIfAdopted, asOf: CivilDate): PromiseStanding {
  const part = partOf(input, report.promiseId);
  const adopted: ReportFacts = { ...report, state: 'adopted', hasEvidence: report.evidence.length > 0 };
  const reports = [...part.reports.filter(({ id }) => id !== report.supersedes && id !== report.id), adopted];
  const { networks: _, ...asked } = part;
  return boardOf({ ...asked, reports, asOf }).projects[0]!.promises[0]!;
}

/** 会变的灯: the promises whose light or hatch another set of rules would change. */
export type ChangedLight = { readonly projectNo: string; readonly before: PromiseStanding; readonly after: PromiseStanding };

export function changedLights(input: BoardInput, change: Pick<BoardInput, 'settings' | 'verification'>): readonly ChangedLight[] {
  const [now, then] = [boardOf(input), boardOf({ ...input, ...change })];
  const after = new Map(then.projects.flatMap(({ promises }) => promises).map((it) => [it.promise.id, it]));
  return now.projects.flatMap(({ project, promises }) =>
    promises
      .map((before): ChangedLight => ({ projectNo: project.no, before, after: after.get(before.promise.id)! }))
      .filter((it) => differs(it.before, it.after)),
  );
}

function differs(a: PromiseStanding, b: PromiseStanding): boolean {
  return a.light !== b.light || a.stale !== b.stale || a.isUnderVerified !== b.isUnderVerified;
}
