import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { mayEnter } from '../rules/late-entry.ts';
import { type KeyRefusal, periodOf } from '../rules/period.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import type { ReportSource } from '../rules/report.ts';
import { firstState, mayCorrect, type ReviewRefusal } from '../rules/review.ts';
import { prepareReport, type ReportContent, type ReportRefusal, usedOverrides } from '../rules/sending.ts';
import { DEFAULT_STEPS, type ReviewSteps } from '../rules/settings.ts';
import { holdKeys, readGate } from '../store/periods.ts';
import { getPlaceWithFacts, type HeldPlace, type PlaceWithFacts } from '../store/place.ts';
import {
  addReport,
  checkFilesKnown,
  findPendingCorrection,
  getReportForUpdate,
  holdPromise,
  type StoredReport,
  saveDecision,
} from '../store/reports.ts';
import { findVerdict } from '../store/verdicts.ts';
import { behindOf } from './behind.ts';
import { sendingContext } from './sending-context.ts';

export type Sent = { readonly reportId: string };
export type SendRefusal = ReportRefusal | OtherRefusal | ReviewRefusal | KeyRefusal;
type Correction = { readonly reportId: string; readonly reason: string };

/** Whose report it is, what it rests on, and which earlier one it takes the place of. */
export type Entry = {
  readonly content: ReportContent;
  readonly unitId: string | null;
  readonly onBehalf: boolean;
  readonly source: ReportSource | null;
  readonly unchanged?: boolean;
  readonly corrects?: Correction | undefined;
};

/**
 * 录入报送: the one way in for every report, whoever typed it: checked against the adopted ones, then stored to wait for review. Whoever corrects
 * holds the promise before; the hold on the keys and the row of the corrected report follow in this order everywhere.
 */
export async function enterReport(writer: Writer, place: PlaceWithFacts | HeldPlace, entry: Entry): Promise<Result<Sent, SendRefusal>> {
  const { content, corrects } = entry;
  if (place.programme.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
  // Asked in one breath, answered one after the other: what the gate reads stays true while the keys are held.
  const [, gateOfNew] = await Promise.all([
    'gate' in place ? null : holdKeys(writer, place.programme.id, 'entry'),
    corrects === undefined ? passGate(writer, place, { ...entry, original: null }) : null,
  ]);
  const original = corrects === undefined ? null : await getReportForUpdate(writer, corrects.reportId);
  if (original !== null) {
    const correctable = await checkOriginal(writer, original, entry);
    if (!correctable.ok) return correctable;
  }
  const gate = gateOfNew ?? (await passGate(writer, place, { ...entry, original }));
  if (!gate.ok) return gate;
  await checkFilesKnown(writer, content.evidence);
  const asked = await behindOf(writer, place, content, { corrects: original?.id ?? null, isMust: !entry.onBehalf });
  const context = { ...(await sendingContext(writer, place, content, original?.id ?? null)), behind: asked };
  const prepared = prepareReport(content, context);
  if (!prepared.ok) return prepared;
  // What was never adopted is replaced at once; an adopted figure stands until its correction is adopted.
  if (original !== null && original.state !== 'adopted') await saveDecision(writer, { ...original, state: 'superseded' });
  const sent = { ...entry, content: { ...prepared.value, overrides: [...usedOverrides(content, context)] } };
  const report = stored(writer, place, sent, gate.value);
  await addReport(writer, { ...report, beforeOutput: prepared.value.beforeOutput });
  return accept({ reportId: report.id });
}

async function checkOriginal(
  writer: Writer,
  original: StoredReport,
  { content, unitId, onBehalf }: Entry,
): Promise<Result<unknown, ReviewRefusal>> {
  // What still waits inside another unit is that unit's own; the office enters what the paper of the unit says.
  if (original.state === 'unit-review' && original.unitId !== unitId && !onBehalf)
    throw new Problem(403, 'not-your-unit', { reportId: original.id });
  if (original.promiseId !== content.promiseId) throw new Problem(400, 'other-promise', { reportId: original.id });
  checkBase(writer, original.id, original.version);
  return mayCorrect(original, await findPendingCorrection(writer, original.id));
}

type Entering = Pick<Entry, 'content' | 'unitId'> & { readonly original: StoredReport | null };

/** A correction that the office demanded by a verdict is let into a locked period; everything else needs an exception. */
export async function passGate(
  writer: Writer,
  place: PlaceWithFacts | HeldPlace,
  { content, unitId, original }: Entering,
): Promise<Result<ReviewSteps, KeyRefusal>> {
  const { programme, project } = place;
  const periods = [content.asOf, ...(original === null ? [] : [original.asOf])].map(periodOf);
  const isRead = 'gate' in place && original === null;
  const { stepsOf, acts, exceptions } = isRead ? place.gate : await readGate(writer, { programmeId: programme.id, periods, unitId });
  const steps = stepsOf.get(unitId ?? '') ?? DEFAULT_STEPS;
  const unitIds = [...new Set([unitId, project.leadUnitId])].filter((it) => it !== null);
  const allowed = mayEnter({ periods, unitIds, acts, exceptions, today: writer.today });
  if (allowed.ok) return accept(steps);
  const isDemanded = original !== null && (await findVerdict(writer, programme.id, original.id))?.result === 'mismatch';
  return isDemanded && content.asOf === original.asOf ? accept(steps) : allowed;
}

function stored(writer: Writer, { programme }: PlaceWithFacts, entry: Entry, steps: ReviewSteps): StoredReport {
  const { content, unitId, onBehalf, source, unchanged = false, corrects } = entry;
  const { state, signedBy } = firstState(steps, source);
  const now = writer.now.toISOString();
  return {
    ...content,
    id: newId(),
    programmeId: programme.id,
    state,
    beforeOutput: false,
    supersedes: corrects?.reportId ?? null,
    correctionReason: corrects?.reason ?? null,
    unitId,
    submittedBy: writer.actor.name,
    submittedAt: now,
    submitterId: writer.actor.accountId,
    onBehalf,
    source,
    unchanged,
    unitReviewedBy: signedBy,
    unitReviewedAt: signedBy === null ? null : now,
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
  readonly corrects?: Correction;
};

/** 代录: enters what a unit wrote on its form, by the rules that the unit itself would meet, in the caller's transaction. */
export async function enterForUnit(writer: Writer, entry: FormEntry): Promise<Result<Sent, SendRefusal>> {
  const { unitId, content, source, corrects } = entry;
  if (corrects !== undefined) await holdPromise(writer, content.promiseId);
  const place = await getPlaceWithFacts(writer, content.promiseId);
  const { leadUnitId, supportingUnitIds } = place.project;
  if (leadUnitId !== unitId && !supportingUnitIds.includes(unitId)) return refuse({ kind: 'not-of-unit', unitId });
  await checkFilesKnown(writer, [source.fileDigest]);
  return enterReport(writer, place, { content, unitId, onBehalf: true, source, corrects });
}
