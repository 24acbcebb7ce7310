import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import type { Report } from '../rules/report.ts';
import { isOnBehalf, mayCorrect, mayReportFor, maySendBack, type ReviewRefusal } from '../rules/review.ts';
import { prepareReport, ReportContent, type ReportRefusal, type Sendable, usedOverrides } from '../rules/sending.ts';
import { getPlaceWithFacts, type Place, type PlaceWithFacts } from '../store/place.ts';
import {
  addReport,
  checkFilesKnown,
  findPendingCorrection,
  getReportForUpdate,
  holdPromise,
  type StoredReport,
  saveDecision,
} from '../store/reports.ts';
import { sendingContext } from './sending-context.ts';

type Sent = { readonly reportId: string };

/** 报送: a unit reports on one promise for one day. */
export const submitReport = command({
  name: 'delivery.submit-report',
  version: 1,
  input: ReportContent,
  permission: 'delivery.report',
  subject: (input) => input.promiseId,
  async run(writer, content): Promise<Result<Sent, ReportRefusal | OtherRefusal>> {
    const place = await placeForReporter(writer, content.promiseId);
    if (place.programme.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const prepared = await prepare(writer, place, content, null);
    if (!prepared.ok) return prepared;
    const report = submitted(writer, place, prepared.value, null);
    await addReport(writer, report);
    return accept({ reportId: report.id });
  },
});

/** 更正: a new report that takes the place of an earlier one; the earlier one stays to be seen. */
export const correctReport = command({
  name: 'delivery.correct-report',
  version: 1,
  input: z.object({ reportId: z.uuid(), reason: z.string().trim().min(2).max(500), content: ReportContent }),
  permission: 'delivery.report',
  subject: (input) => input.reportId,
  async run(writer, { reportId, reason, content }): Promise<Result<Sent, ReportRefusal | ReviewRefusal>> {
    await holdPromise(writer, content.promiseId);
    const place = await placeForReporter(writer, content.promiseId);
    const original = await getReportForUpdate(writer, reportId);
    if (original.promiseId !== content.promiseId) throw new Problem(400, 'other-promise', { reportId });
    checkBase(writer, reportId, original.version);
    const decided = mayCorrect(original, await findPendingCorrection(writer, reportId));
    if (!decided.ok) return decided;
    const prepared = await prepare(writer, place, content, original.id);
    if (!prepared.ok) return prepared;
    // What was never adopted is replaced at once; an adopted figure stands until its correction is adopted.
    if (original.state !== 'adopted') await saveDecision(writer, { ...original, state: 'superseded' });
    const report = submitted(writer, place, prepared.value, { supersedes: original.id, correctionReason: reason });
    await addReport(writer, report);
    return accept({ reportId: report.id });
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

async function prepare(
  writer: Writer,
  place: PlaceWithFacts,
  content: ReportContent,
  corrects: string | null,
): Promise<Result<Sendable & Pick<Report, 'overrides'>, ReportRefusal>> {
  await checkFilesKnown(writer, content.evidence);
  const context = await sendingContext(writer, place, content, corrects);
  const prepared = prepareReport(content, context);
  return prepared.ok ? accept({ ...prepared.value, overrides: [...usedOverrides(content, context)] }) : prepared;
}

type Correcting = { readonly supersedes: string; readonly correctionReason: string } | null;

function submitted(writer: Writer, { programme, project }: Place, sendable: Sendable, correcting: Correcting): StoredReport {
  const onBehalf = isOnBehalf(project, writer.actor);
  return {
    ...sendable,
    id: newId(),
    programmeId: programme.id,
    state: 'submitted',
    supersedes: correcting?.supersedes ?? null,
    correctionReason: correcting?.correctionReason ?? null,
    unitId: onBehalf ? project.leadUnitId : writer.actor.unitId,
    submittedBy: writer.actor.name,
    submittedAt: writer.now.toISOString(),
    onBehalf,
    decidedBy: null,
    decidedAt: null,
    sentBackReason: null,
    version: 1,
  };
}
