import { z } from 'zod';
import { adoptReport, correctReport, enterForUnit, submitReport } from '#/delivery/door.ts';
import type { ReportSource } from '#/delivery/rules/report.ts';
import { OverrideInput, type ReportContent } from '#/delivery/rules/sending.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { checkMine } from '../content/mine.ts';
import { contentFor, correctedBy, type LoadedBatch, loadBatch } from '../content/staged.ts';
import { type BatchRefusal, type ConfirmRefusal, isOffice, mustBeOpen, type StoredBatch } from '../rules/batch.ts';
import { isAcceptable, type ReturnedFile, type StagedCandidate, type StagedRow } from '../rules/staging.ts';
import { addTakenRow, getBatchForUpdate, settleBatch } from '../store/batches.ts';
import { holdCollecting } from '../store/reports.ts';

const Accepted = z.object({
  promiseId: z.uuid(),
  /** Which file says it, where several do. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  overrides: z.array(OverrideInput).max(20).default([]),
  correctionReason: z.string().trim().min(2).max(500).nullable().default(null),
});
type Accepted = z.output<typeof Accepted>;

/** One file speaks for a promise; two reports of one row would count twice. */
function isOncePerPromise(rows: readonly Accepted[]): boolean {
  return new Set(rows.map((it) => it.promiseId)).size === rows.length;
}

type Confirmed = { readonly reports: number; readonly corrections: number; readonly adopted: number };

/** 确认收表: the rows that a person accepted become reports, by the rules of sending and all together; the others stay where they were. */
export const confirmBatch = command({
  name: 'collection.confirm-batch',
  version: 1,
  input: z.object({ batchId: z.uuid(), rows: z.array(Accepted).max(500).refine(isOncePerPromise), adopt: z.boolean().default(false) }),
  permission: 'collection.return-form',
  subject: (input) => `batch:${input.batchId}`,
  async run(writer, { batchId, rows, adopt }): Promise<Result<Confirmed, BatchRefusal | ConfirmRefusal>> {
    if (adopt && !isOffice(writer.actor)) throw new Problem(403, 'not-allowed', { permission: 'delivery.adopt' });
    const batch = await getBatchForUpdate(writer, batchId);
    checkMine(batch, writer.actor);
    const open = mustBeOpen(batch);
    if (!open.ok) return open;
    checkBase(writer, batchId, batch.version);
    await holdCollecting(writer, batch);
    const loaded = await loadBatch(writer, batch);
    let corrections = 0;
    for (const chosen of rows.toSorted((a, b) => (a.promiseId < b.promiseId ? -1 : 1))) {
      const row = loaded.staged.rows.find((it) => it.promiseId === chosen.promiseId);
      if (row === undefined) throw new Problem(404, 'unknown-promise', { promiseId: chosen.promiseId });
      const taken = await takeRow(writer, { batch, loaded, row }, chosen, adopt);
      if (!taken.ok) return taken;
      corrections += taken.value.isCorrection ? 1 : 0;
    }
    await settleBatch(writer, batchId, 'confirmed');
    return accept({ reports: rows.length, corrections, adopted: adopt ? rows.length : 0 });
  },
});

type Taking = { readonly batch: StoredBatch; readonly loaded: LoadedBatch; readonly row: StagedRow };

async function takeRow(
  writer: Writer,
  { batch, loaded, row }: Taking,
  chosen: Accepted,
  adopt: boolean,
): Promise<Result<{ isCorrection: boolean }, ConfirmRefusal>> {
  const named = { unit: row.unitName, no: row.row.locked.no };
  const candidate = row.candidates.find((it) => it.digest === chosen.digest && !it.isTaken);
  const content = candidate === undefined ? null : contentFor(loaded, candidate);
  if (candidate === undefined || content === null || !isAcceptable(row)) return refuse({ kind: 'row-not-acceptable', ...named });
  const corrects = correctedBy(row, candidate);
  if (corrects !== null && chosen.correctionReason === null) return refuse({ kind: 'correction-reason-missing', ...named });
  const whole = { ...content, overrides: chosen.overrides };
  const file = loaded.files.find((it) => it.digest === candidate.digest)!;
  const replaced = corrects === null ? {} : { corrects: { reportId: corrects, reason: chosen.correctionReason! } };
  const sent =
    batch.unitId === null
      ? await enterForUnit(writer, { unitId: row.unitId, content: whole, source: sourceOf(batch, candidate, file), ...replaced })
      : await sendAsUnit(writer, whole, replaced.corrects ?? null);
  if (!sent.ok) return refuse({ kind: 'row-refused', ...named, refusal: sent.refusal });
  const { reportId } = sent.value;
  await addTakenRow(writer, {
    reportId,
    batchId: batch.id,
    promiseId: row.promiseId,
    unitId: row.unitId,
    period: batch.period,
    digest: candidate.digest,
    sheet: candidate.sheet,
    rowNumber: candidate.rowNumber,
    receivedOn: batch.receivedOn,
    evidenceList: candidate.evidenceList,
    changes: candidate.changes,
    signs: file.reading!.signs,
  });
  const adopted = adopt ? await adoptReport.run(writer, { reportId, overrides: [] }) : null;
  if (adopted?.ok === false) return refuse({ kind: 'row-refused', ...named, refusal: adopted.refusal });
  return accept({ isCorrection: corrects !== null });
}

/** A unit that hands in its own form sends its own reports: nothing is entered for it. */
async function sendAsUnit(writer: Writer, content: ReportContent, corrects: { readonly reportId: string; readonly reason: string } | null) {
  if (corrects !== null) return correctReport.run(writer, { ...corrects, content });
  return submitReport.run(writer, content, await submitReport.ahead!(writer, content));
}

function sourceOf({ period }: StoredBatch, { sheet, rowNumber, digest }: StagedCandidate, { reading }: ReturnedFile): ReportSource {
  const { filledBy, reviewedBy, head } = reading!.signs;
  const signedBy = { filledBy: filledBy || null, reviewedBy: reviewedBy || null, headedBy: head || null };
  return { fileDigest: digest, sheet, row: rowNumber, formPeriod: period, signedBy };
}
