import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Writer } from '#/platform/db.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import type { ReportSource } from '../rules/report.ts';
import { mayCorrect, type ReviewRefusal } from '../rules/review.ts';
import { prepareReport, type ReportContent, type ReportRefusal, usedOverrides } from '../rules/sending.ts';
import { getPlaceWithFacts, type PlaceWithFacts } from '../store/place.ts';
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

export type Sent = { readonly reportId: string };
export type SendRefusal = ReportRefusal | OtherRefusal | ReviewRefusal;

/** Whose report it is, what it rests on, and which earlier one it takes the place of. */
export type Entry = {
  readonly content: ReportContent;
  readonly unitId: string | null;
  readonly onBehalf: boolean;
  readonly source: ReportSource | null;
  readonly unchanged?: boolean;
  readonly corrects?: { readonly original: StoredReport; readonly reason: string } | null;
};

/** 录入报送: the one way in for every report, whoever typed it: checked against the adopted ones, then stored to wait for review. */
export async function enterReport(writer: Writer, place: PlaceWithFacts, entry: Entry): Promise<Result<Sent, SendRefusal>> {
  const { content, corrects = null } = entry;
  if (place.programme.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
  await checkFilesKnown(writer, content.evidence);
  const context = await sendingContext(writer, place, content, corrects?.original.id ?? null);
  const prepared = prepareReport(content, context);
  if (!prepared.ok) return prepared;
  // What was never adopted is replaced at once; an adopted figure stands until its correction is adopted.
  if (corrects !== null && corrects.original.state !== 'adopted') await saveDecision(writer, { ...corrects.original, state: 'superseded' });
  const report = stored(writer, place, { ...entry, content: { ...prepared.value, overrides: [...usedOverrides(content, context)] } });
  await addReport(writer, { ...report, beforeOutput: prepared.value.beforeOutput });
  return accept({ reportId: report.id });
}

function stored(writer: Writer, { programme }: PlaceWithFacts, entry: Entry): StoredReport {
  const { content, unitId, onBehalf, source, unchanged = false, corrects = null } = entry;
  return {
    ...content,
    id: newId(),
    programmeId: programme.id,
    state: 'submitted',
    beforeOutput: false,
    supersedes: corrects?.original.id ?? null,
    correctionReason: corrects?.reason ?? null,
    unitId,
    submittedBy: writer.actor.name,
    submittedAt: writer.now.toISOString(),
    submitterId: writer.actor.accountId,
    onBehalf,
    source,
    unchanged,
    unitReviewedBy: null,
    unitReviewedAt: null,
    decidedBy: null,
    decidedAt: null,
    sentBackReason: null,
    version: 1,
  };
}

/** A row of a returned form, as the collecting stage read it. */
export type FormEntry = {
  readonly unitId: string;
  readonly content: ReportContent;
  readonly source: ReportSource;
  /** The report that this row takes the place of, when the form was sent again with other figures. */
  readonly corrects?: { readonly reportId: string; readonly reason: string };
};

/** 代录: enters what a unit wrote on its form, by the rules that the unit itself would meet, in the caller's transaction. */
export async function enterForUnit(writer: Writer, { unitId, content, source, corrects }: FormEntry): Promise<Result<Sent, SendRefusal>> {
  if (corrects !== undefined) await holdPromise(writer, content.promiseId);
  const place = await getPlaceWithFacts(writer, content.promiseId);
  const { leadUnitId, supportingUnitIds } = place.project;
  if (leadUnitId !== unitId && !supportingUnitIds.includes(unitId)) return refuse({ kind: 'not-of-unit', unitId });
  await checkFilesKnown(writer, [source.fileDigest]);
  const original = corrects && (await getReportForUpdate(writer, corrects.reportId));
  if (corrects === undefined || original === undefined) return enterReport(writer, place, { content, unitId, onBehalf: true, source });
  const decided = mayCorrect(original, await findPendingCorrection(writer, original.id));
  if (!decided.ok) return decided;
  return enterReport(writer, place, { content, unitId, onBehalf: true, source, corrects: { original, reason: corrects.reason } });
}
