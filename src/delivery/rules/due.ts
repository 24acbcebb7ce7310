import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import type { Board, ProjectStanding, PromiseStanding } from './standing.ts';

/** 应报事项: a promise that a unit owes a report on, for the month that runs. */
export type DueReport = {
  readonly project: ProjectStanding['project'];
  readonly standing: PromiseStanding;
  /** The last day for which this month's figure can be. */
  readonly dueOn: CivilDate;
  /** Sent this month and not yet decided. */
  readonly isWaiting: boolean;
};

/** One report a month for each promise that is not completed; those with nothing this month come first, the oldest before the others. */
export function reportsDue(board: Board, unitId: string | null, waiting: ReadonlySet<string>): readonly DueReport[] {
  const { asOf } = board;
  const month = asOf.slice(0, 7);
  const isMine = ({ project }: ProjectStanding) =>
    unitId === null || project.leadUnitId === unitId || project.supportingUnitIds.includes(unitId);
  return board.projects
    .filter(isMine)
    .flatMap(({ project, promises }) => promises.map((standing) => ({ project, standing })))
    .filter(({ standing }) => standing.light !== 'closed' && !(standing.reportedOn?.startsWith(month) ?? false))
    .map((it) => ({ ...it, dueOn: endOfMonth(yearOf(asOf), monthOf(asOf)), isWaiting: waiting.has(it.standing.promise.id) }))
    .sort((a, b) => Number(a.isWaiting) - Number(b.isWaiting) || compareDays(a.standing.reportedOn, b.standing.reportedOn));
}

function compareDays(a: CivilDate | null, b: CivilDate | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a < b) ? -1 : 1;
}
