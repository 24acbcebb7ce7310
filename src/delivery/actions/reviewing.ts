import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { keysOf, periodOf, stateOf } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import { mayReviewInUnit, maySendBack, type ReviewRefusal } from '../rules/review.ts';
import { addKeyAct, holdKeys, listKeyActs } from '../store/periods.ts';
import { getPlace } from '../store/place.ts';
import { getReport, getReportForUpdate, type StoredReport, saveDecision } from '../store/reports.ts';
import type { Sent } from './entering.ts';

const reason = z.string().trim().min(2).max(500);

/** 单位审核: whoever is in charge of the unit passes a report on to the office, or returns it to the reporter. */
export const reviewReport = command({
  name: 'delivery.review-report',
  version: 1,
  input: z.discriminatedUnion('decision', [
    z.object({ reportId: z.uuid(), decision: z.literal('pass') }),
    z.object({ reportId: z.uuid(), decision: z.literal('send-back'), reason }),
  ]),
  permission: 'delivery.review',
  subject: (input) => input.reportId,
  async run(writer, input): Promise<Result<Sent, ReviewRefusal>> {
    const report = await getReportForUpdate(writer, input.reportId);
    const isStranger = report.unitId !== writer.actor.unitId && !writer.actor.roles.includes('setup');
    if (isStranger) throw new Problem(403, 'not-your-unit', { reportId: input.reportId });
    checkBase(writer, report.id, report.version);
    const decided = mayReviewInUnit(report, writer.actor);
    if (!decided.ok) return decided;
    if (input.decision === 'pass') {
      const passed = { unitReviewedBy: writer.actor.name, unitReviewedAt: writer.now.toISOString() };
      await saveDecision(writer, { ...report, state: 'submitted', sentBackReason: null, ...passed });
    } else await saveDecision(writer, { ...report, state: 'sent-back', sentBackReason: input.reason, ...decider(writer) });
    return accept({ reportId: report.id });
  },
});

/** 退回: the office returns a report with a reason, to the unit's reviewer or to whoever reported. */
export const sendBackReport = command({
  name: 'delivery.send-back-report',
  version: 1,
  input: z.object({ reportId: z.uuid(), reason, to: z.enum(['reporter', 'unit-review']).default('reporter') }),
  permission: 'delivery.adopt',
  subject: (input) => input.reportId,
  async run(writer, { reportId, reason: why, to }): Promise<Result<Sent, ReviewRefusal>> {
    const { programmeId } = await getReport(writer, reportId);
    await holdKeys(writer, programmeId, 'act');
    const report = await getReportForUpdate(writer, reportId);
    checkBase(writer, reportId, report.version);
    const decided = maySendBack(report, to);
    if (!decided.ok) return decided;
    const back = to === 'reporter' ? ({ state: 'sent-back', ...decider(writer) } as const) : NOT_REVIEWED;
    await saveDecision(writer, { ...report, ...back, sentBackReason: why });
    await takeApprovalBack(writer, report, why);
    return accept({ reportId });
  },
});

const NOT_REVIEWED = { state: 'unit-review', unitReviewedBy: null, unitReviewedAt: null } as const;

export function decider(writer: Writer): Pick<Report, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: writer.actor.name, decidedAt: writer.now.toISOString() };
}

/** A unit cannot correct what it has approved: returning one of its reports opens its period again, on the record. */
async function takeApprovalBack(writer: Writer, report: StoredReport, why: string): Promise<void> {
  const period = periodOf(report.asOf);
  const { project } = await getPlace(writer, report.promiseId);
  const acts = await listKeyActs(writer, report.programmeId, period);
  const keys = keysOf(acts);
  let version = acts.length;
  for (const unitId of new Set([report.unitId, project.leadUnitId])) {
    if (unitId === null || stateOf(keys, unitId) !== 'approved') continue;
    version += 1;
    const by = { by: writer.actor.name, on: writer.today, at: writer.now.toISOString() };
    await addKeyAct(writer, {
      programmeId: report.programmeId,
      period,
      version,
      act: 'return',
      unitId,
      onBehalf: false,
      reason: why,
      ...by,
    });
  }
}
