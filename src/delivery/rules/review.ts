import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import type { Project } from '#/programme/rules/programme.ts';
import type { Report, ReportState } from './report.ts';

export type ReviewRefusal =
  | { readonly kind: 'not-waiting'; readonly state: ReportState; readonly decidedBy: string | null }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'original-changed'; readonly state: ReportState }
  | { readonly kind: 'correction-pending'; readonly reportId: string }
  | { readonly kind: 'already-superseded' };

/** Who acts, as far as these rules look at it. */
export type Reviewer = { readonly unitId: string | null; readonly roles: readonly Role[] };

/** 采用: a report is adopted once, never by its own unit; in the first hour the one person with the setup role may do both. */
export function mayAdopt(report: Report, reviewer: Reviewer): Result<Report, ReviewRefusal> {
  if (report.state !== 'submitted' && report.state !== 'proposed') {
    return refuse({ kind: 'not-waiting', state: report.state, decidedBy: report.decidedBy });
  }
  const isOwn = report.unitId !== null && report.unitId === reviewer.unitId;
  return isOwn && !reviewer.roles.includes('setup') ? refuse({ kind: 'own-unit' }) : accept(report);
}

/** 退回: only what was sent and not yet decided can go back. */
export function maySendBack(report: Report): Result<Report, ReviewRefusal> {
  return report.state === 'submitted' || report.state === 'proposed'
    ? accept(report)
    : refuse({ kind: 'not-waiting', state: report.state, decidedBy: report.decidedBy });
}

/** 更正: a new report takes the place of the old one, which stays to be seen. Only one correction waits at a time. */
export function mayCorrect(original: Report, pending: Report | undefined): Result<Report, ReviewRefusal> {
  if (original.state === 'superseded') return refuse({ kind: 'already-superseded' });
  return pending === undefined ? accept(original) : refuse({ kind: 'correction-pending', reportId: pending.id });
}

/** A unit's people speak for the projects that their unit leads or supports; the supervision office may enter for any unit (代录). */
export function mayReportFor(project: Pick<Project, 'leadUnitId' | 'supportingUnitIds'>, { unitId, roles }: Reviewer): boolean {
  if (roles.includes('setup') || roles.includes('office')) return true;
  return unitId !== null && (project.leadUnitId === unitId || project.supportingUnitIds.includes(unitId));
}

/** 代录: entered by the office for a unit that is not its own. */
export function isOnBehalf(project: Pick<Project, 'leadUnitId' | 'supportingUnitIds'>, { unitId }: Reviewer): boolean {
  return unitId === null || (project.leadUnitId !== unitId && !project.supportingUnitIds.includes(unitId));
}
