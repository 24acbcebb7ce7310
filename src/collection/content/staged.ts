import { trySending } from '#/delivery/door.ts';
import type { ReportRefusal } from '#/delivery/rules/sending.ts';
import type { Reader } from '#/platform/db.ts';
import type { StoredBatch } from '../rules/batch.ts';
import type { CollectionPeriod } from '../rules/calendar.ts';
import type { ReportingForm } from '../rules/form.ts';
import {
  distinctCandidates,
  isAcceptable,
  type ReturnedFile,
  replaces,
  type StagedBatch,
  type StagedCandidate,
  type StagedRow,
  stageBatch,
} from '../rules/staging.ts';
import { listFiles } from '../store/batches.ts';
import { getPeriod } from '../store/calendar.ts';
import { listEarlier, listTakenKeys } from '../store/reports.ts';
import { getFrozenList, loadForms } from './forms.ts';

export type LoadedBatch = {
  readonly period: CollectionPeriod;
  readonly forms: readonly ReportingForm[];
  readonly files: readonly ReturnedFile[];
  readonly staged: StagedBatch;
};

/** The forms that a batch may answer: all of them for the supervision office, its own for a unit. */
export async function formsFor(reader: Reader, batch: Pick<StoredBatch, 'programmeId' | 'period' | 'unitId'>) {
  const period = await getPeriod(reader, batch.period);
  const forms = await loadForms(reader, await getFrozenList(reader, batch.programmeId), period);
  return { period, forms: batch.unitId === null ? forms : forms.filter((it) => it.unitId === batch.unitId) };
}

export async function loadBatch(reader: Reader, batch: StoredBatch): Promise<LoadedBatch> {
  const { period, forms } = await formsFor(reader, batch);
  const files = await listFiles(reader, batch.id);
  const earlier = await listEarlier(reader, { programmeId: batch.programmeId, from: period.from, to: period.to });
  const taken = await listTakenKeys(
    reader,
    files.map((it) => it.digest),
  );
  return {
    period,
    forms,
    files,
    staged: stageBatch({ forms, files, earlier, taken, receivedOn: batch.receivedOn, isConfirmed: batch.state === 'confirmed' }),
  };
}

/** What goes with a row: photos and scans that were put to its promise. */
export function contentFor({ files }: Pick<LoadedBatch, 'files'>, { content }: StagedCandidate) {
  if (content === null) return null;
  const evidence = files.filter((it) => it.kind === 'evidence' && it.promiseId === content.promiseId).map((it) => it.digest);
  return { ...content, evidence: evidence.toSorted().slice(0, 30) };
}

export function correctedBy(row: StagedRow, { content }: StagedCandidate): string | null {
  return row.earlier !== null && content !== null && replaces(content, row.earlier) ? row.earlier.reportId : null;
}

/** What the rules of sending say to each row that could become a report; by promise and file. */
export async function checksOf(
  reader: Reader,
  loaded: LoadedBatch,
  onBehalf: boolean,
): Promise<Readonly<Record<string, ReportRefusal | null>>> {
  const checks: Record<string, ReportRefusal | null> = {};
  for (const row of loaded.staged.rows.filter(isAcceptable)) {
    for (const candidate of distinctCandidates(row.candidates)) {
      const content = contentFor(loaded, candidate);
      if (content === null) continue;
      const tried = await trySending(reader, content, { corrects: correctedBy(row, candidate), onBehalf });
      checks[`${row.promiseId} ${candidate.digest}`] = tried.ok ? null : tried.refusal;
    }
  }
  return checks;
}
