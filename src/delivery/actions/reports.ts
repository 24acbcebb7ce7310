import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { Report } from '../rules/report.ts';
import { isOnBehalf, mayCorrect, mayReportFor, maySendBack, type ReviewRefusal } from '../rules/review.ts';
import { ReportContent } from '../rules/sending.ts';
import { getPlaceWithFacts, type Place, type PlaceWithFacts } from '../store/place.ts';
import { findPendingCorrection, getReportForUpdate, holdPromise, saveDecision } from '../store/reports.ts';
import { enterReport, type SendRefusal, type Sent } from './entering.ts';

/** 报送: a unit reports on one promise for one day. */
export const submitReport = command({
  name: 'delivery.submit-report',
  version: 1,
  input: ReportContent,
  permission: 'delivery.report',
  subject: (input) => input.promiseId,
  async run(writer, content): Promise<Result<Sent, SendRefusal>> {
    const place = await placeForReporter(writer, content.promiseId);
    return enterReport(writer, place, { content, ...whose(writer, place), source: null });
  },
});

/** 更正: a new report that takes the place of an earlier one; the earlier one stays to be seen. */
export const correctReport = command({
  name: 'delivery.correct-report',
  version: 1,
  input: z.object({ reportId: z.uuid(), reason: z.string().trim().min(2).max(500), content: ReportContent }),
  permission: 'delivery.report',
  subject: (input) => input.reportId,
  async run(writer, { reportId, reason, content }): Promise<Result<Sent, SendRefusal>> {
    await holdPromise(writer, content.promiseId);
    const place = await placeForReporter(writer, content.promiseId);
    const original = await getReportForUpdate(writer, reportId);
    if (original.promiseId !== content.promiseId) throw new Problem(400, 'other-promise', { reportId });
    checkBase(writer, reportId, original.version);
    const decided = mayCorrect(original, await findPendingCorrection(writer, reportId));
    if (!decided.ok) return decided;
    return enterReport(writer, place, { content, ...whose(writer, place), source: null, corrects: { original, reason } });
  },
});

/** 退回: the office returns a report with a reason; the unit corrects it. */
export const sendBackReport = command({
  name: 'delivery.send-back-report',
  version: 1,
  input: z.object({ reportId: z.uuid(), reason: z.string().trim().min(2).max(500) }),
  permission: 'delivery.adopt',
  subject: (input) => input.reportId,
  async run(writer, { reportId, reason }): Promise<Result<Sent, ReviewRefusal>> {
    const report = await getReportForUpdate(writer, reportId);
    checkBase(writer, reportId, report.version);
    const decided = maySendBack(report);
    if (!decided.ok) return decided;
    await saveDecision(writer, { ...report, state: 'sent-back', sentBackReason: reason, ...decider(writer) });
    return accept({ reportId });
  },
});

export function decider(writer: Writer): Pick<Report, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: writer.actor.name, decidedAt: writer.now.toISOString() };
}

async function placeForReporter(writer: Writer, promiseId: string): Promise<PlaceWithFacts> {
  const place = await getPlaceWithFacts(writer, promiseId);
  if (!mayReportFor(place.project, writer.actor)) throw new Problem(403, 'not-your-project', { promiseId });
  return place;
}

function whose(writer: Writer, { project }: Place) {
  const onBehalf = isOnBehalf(project, writer.actor);
  return { unitId: onBehalf ? project.leadUnitId : writer.actor.unitId, onBehalf };
}
