import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import type { Project } from '#/programme/rules/programme.ts';
import type { Report, ReportSource, ReportState } from './report.ts';
import type { ReviewSteps } from './settings.ts';

export type ReviewRefusal =
  | { readonly kind: 'not-waiting'; readonly state: ReportState; readonly decidedBy: string | null }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'own-report' }
  | { readonly kind: 'one-step'; readonly unitId: string | null }
  | { readonly kind: 'original-changed'; readonly state: ReportState }
  | { readonly kind: 'correction-pending'; readonly reportId: string }
  | { readonly kind: 'already-superseded' };

/** Who acts, as far as these rules look at it. */
export type Reviewer = { readonly accountId: string; readonly unitId: string | null; readonly roles: readonly Role[] };

/** 送往哪一步: with two steps a report waits inside its unit first; a signature of the reviewer on the returned form has done that already. */
export function firstState(
  steps: ReviewSteps,
  source: ReportSource | null,
): { readonly state: ReportState; readonly signedBy: string | null } {
  const signedBy = source?.signedBy.reviewedBy ?? source?.signedBy.headedBy ?? null;
  if (steps === 1) return { state: 'submitted', signedBy: null };
  return { state: signedBy === null ? 'unit-review' : 'submitted', signedBy };
}

/** 单位审核: somebody in charge of the unit passes on or returns what a colleague wrote; the setup account may stand in for both. */
export function mayReviewInUnit(report: Report, reviewer: Reviewer): Result<Report, ReviewRefusal> {
  if (report.state !== 'unit-review') return refuse({ kind: 'not-waiting', state: report.state, decidedBy: report.decidedBy });
  return isOwnEntry(report, reviewer) ? refuse({ kind: 'own-report' }) : accept(report);
}

/** 采用: a report is adopted once, never by its own unit nor by who made it up from no document; the setup account may do both in the first hour. */
export function mayAdopt(report: Report, reviewer: Reviewer): Result<Report, ReviewRefusal> {
  if (report.state !== 'submitted' && report.state !== 'proposed') {
    return refuse({ kind: 'not-waiting', state: report.state, decidedBy: report.decidedBy });
  }
  const isOwn = report.unitId !== null && report.unitId === reviewer.unitId;
  if (isOwn && !reviewer.roles.includes('setup')) return refuse({ kind: 'own-unit' });
  const restsOnDocument = report.state === 'proposed' || report.source !== null;
  return !restsOnDocument && isOwnEntry(report, reviewer) ? refuse({ kind: 'own-report' }) : accept(report);
}

function isOwnEntry({ submitterId }: Report, { accountId, roles }: Reviewer): boolean {
  return submitterId !== null && submitterId === accountId && !roles.includes('setup');
}

export type SendBackTo = 'reporter' | 'unit-review';

/** 退回: only what was sent and not yet decided can go back, and to the unit's reviewer only where there is one. */
export function maySendBack(report: Report, to: SendBackTo): Result<Report, ReviewRefusal> {
  if (report.state !== 'submitted' && report.state !== 'proposed') {
    return refuse({ kind: 'not-waiting', state: report.state, decidedBy: report.decidedBy });
  }
  return to === 'unit-review' && report.unitReviewedBy === null ? refuse({ kind: 'one-step', unitId: report.unitId }) : accept(report);
}

/** 更正: a new report takes the place of the old one, which stays to be seen. Only one correction waits at a time. */
export function mayCorrect(original: Report, pending: Report | undefined): Result<Report, ReviewRefusal> {
  if (original.state === 'superseded') return refuse({ kind: 'already-superseded' });
  return pending === undefined ? accept(original) : refuse({ kind: 'correction-pending', reportId: pending.id });
}

/** A unit's people speak for the projects that their unit leads or supports; the supervision office may enter for any unit (代录). */
export function mayReportFor(
  project: Pick<Project, 'leadUnitId' | 'supportingUnitIds'>,
  { unitId, roles }: Omit<Reviewer, 'accountId'>,
): boolean {
  if (roles.includes('setup') || roles.includes('office')) return true;
  return unitId !== null && (project.leadUnitId === unitId || project.supportingUnitIds.includes(unitId));
}

/** 代录: entered by the office for a unit that is not its own. */
export function isOnBehalf(project: Pick<Project, 'leadUnitId' | 'supportingUnitIds'>, { unitId }: Pick<Reviewer, 'unitId'>): boolean {
  return unitId === null || (project.leadUnitId !== unitId && !project.supportingUnitIds.includes(unitId));
}

/** 谁看得到: a report inside its unit is seen by that unit alone; what is not adopted, by the office and the units of its project; leaders see what counts. */
export function maySee(
  report: Pick<Report, 'state' | 'unitId' | 'decidedBy'>,
  project: Pick<Project, 'leadUnitId' | 'supportingUnitIds'>,
  viewer: Omit<Reviewer, 'accountId'>,
): boolean {
  if (viewer.roles.includes('setup')) return true;
  if (report.state === 'unit-review') return report.unitId !== null && report.unitId === viewer.unitId;
  const wasAdopted = report.state === 'adopted' || (report.state === 'superseded' && report.decidedBy !== null);
  return wasAdopted || mayReportFor(project, viewer);
}
