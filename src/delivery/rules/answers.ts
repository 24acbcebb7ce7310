import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import { lastDayOf, type Period } from './period.ts';
import type { ReportState } from './report.ts';

/** 应答情况: what a unit has said about its promises in a period, and what of it still waits. */
export type Answers = { readonly unanswered: readonly string[]; readonly waitingInUnit: number; readonly waiting: number };

export type Answering = {
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly acceptances: readonly { readonly promiseId: string; readonly acceptedOn: CivilDate }[];
  /** The reports of the period. */
  readonly lines: readonly { readonly promiseId: string; readonly state: ReportState }[];
};

/** Each promise that the unit leads and that was not completed before is answered by a report, 本月无变化 included; one sent back is no answer. */
export function answersOf(unitId: string, period: Period, { projects, promises, acceptances, lines }: Answering): Answers {
  const led = new Set(projects.filter(({ leadUnitId }) => leadUnitId === unitId).map(({ id }) => id));
  const own = promises.filter(({ projectId }) => led.has(projectId));
  const ownIds = new Set(own.map(({ id }) => id));
  const completed = new Set(acceptances.filter((it) => it.acceptedOn <= lastDayOf(period)).map((it) => it.promiseId));
  const states = (wanted: readonly ReportState[]) => lines.filter((it) => ownIds.has(it.promiseId) && wanted.includes(it.state));
  const answered = new Set(states(['unit-review', 'submitted', 'adopted']).map(({ promiseId }) => promiseId));
  return {
    unanswered: own.filter(({ id }) => !answered.has(id) && !completed.has(id)).map(({ verb, object }) => `${verb}${object}`),
    waitingInUnit: states(['unit-review']).length,
    waiting: states(['proposed', 'unit-review', 'submitted']).length,
  };
}

/** The units that lead something, in the order of the list: those whose periods the district waits for. */
export function leadUnitsOf(projects: readonly Project[], promises: readonly ProgrammePromise[]): readonly string[] {
  const withPromises = new Set(promises.map(({ projectId }) => projectId));
  const leads = projects.filter(({ id }) => withPromises.has(id)).toSorted((a, b) => a.position - b.position);
  return [...new Set(leads.map(({ leadUnitId }) => leadUnitId).filter((it) => it !== null))];
}
