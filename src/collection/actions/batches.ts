import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { getFrozenList } from '../content/forms.ts';
import { checkMine } from '../content/mine.ts';
import { formsFor } from '../content/staged.ts';
import { type BatchRefusal, isOffice, MOST_FILES, mustBeOpen, type StoredBatch } from '../rules/batch.ts';
import { periodId } from '../rules/calendar.ts';
import type { ReturnedFile } from '../rules/staging.ts';
import {
  addBatch,
  findBatch,
  findTakenFiles,
  getBatchForUpdate,
  listFiles,
  removeFile,
  saveFile,
  settleBatch,
  touchBatch,
} from '../store/batches.ts';
import { classifyFiles } from './returned-files.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const Dropped = z.object({ digest, name: z.string().trim().min(1).max(255) });

type FileOutcome = {
  readonly digest: string;
  readonly name: string;
  readonly outcome: ReturnedFile['kind'] | 'in-this-batch' | 'taken-before';
  readonly on: string | null;
  readonly by: string | null;
};
type TakenIn = { readonly batchId: string; readonly files: readonly FileOutcome[] };

/** 收表: puts dropped files into a batch, in any order and under any name; nothing of them counts yet. A file that was dropped before does nothing. */
export const takeIn = command({
  name: 'collection.take-in',
  version: 1,
  input: z.object({
    batchId: z.uuid(),
    programmeId: z.uuid(),
    period: periodId,
    receivedOn: civilDate,
    files: z.array(Dropped).min(1).max(20),
  }),
  permission: 'collection.return-form',
  subject: (input) => `batch:${input.batchId}`,
  async run(writer, { batchId, files, ...asked }): Promise<Result<TakenIn, BatchRefusal>> {
    if (asked.receivedOn > writer.today) return refuse({ kind: 'received-in-future', receivedOn: asked.receivedOn });
    // The office also enters what reached it on paper days ago; a unit hands in its own form today.
    const about = isOffice(writer.actor) ? asked : { ...asked, receivedOn: writer.today };
    const opened = await openBatch(writer, batchId, about);
    if (!opened.ok) return opened;
    const batch = opened.value;
    const known = new Set((await listFiles(writer, batchId)).map((it) => it.digest));
    if (known.size + files.length > MOST_FILES) return refuse({ kind: 'too-many-files', limit: MOST_FILES });
    const earlier = await findTakenFiles(
      writer,
      files.map((it) => it.digest),
    );
    const { forms } = await formsFor(writer, batch);
    if (forms.length === 0) return refuse({ kind: 'nobody-to-ask' });
    const fresh = [...new Map(files.filter((it) => !known.has(it.digest)).map((it) => [it.digest, it])).values()];
    const unread = fresh.filter((it) => !earlier.some((one) => one.digest === it.digest));
    const read = await classifyFiles(writer, unread, { batch, forms });
    for (const it of read) await saveFile(writer, batchId, it);
    await touchBatch(writer, { id: batchId, receivedOn: about.receivedOn });
    const said = new Set(known);
    const outcomes = files.map(({ digest: own, name }): FileOutcome => {
      const before = earlier.find((it) => it.digest === own);
      if (before !== undefined) return { digest: own, name, outcome: 'taken-before', on: before.on, by: before.by };
      const kind = said.has(own) ? 'in-this-batch' : read.find((it) => it.digest === own)!.kind;
      said.add(own);
      return { digest: own, name, outcome: kind, on: null, by: null };
    });
    return accept({ batchId, files: outcomes });
  },
});

type About = { readonly programmeId: string; readonly period: string; readonly receivedOn: StoredBatch['receivedOn'] };

async function openBatch(writer: Writer, id: string, about: About): Promise<Result<StoredBatch, BatchRefusal>> {
  if ((await findBatch(writer, id)) === undefined) {
    const stored = await getFrozenList(writer, about.programmeId);
    if (stored.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    if (!isOffice(writer.actor) && writer.actor.unitId === null) throw new Problem(403, 'no-unit');
    await addBatch(writer, { id, ...about, unitId: isOffice(writer.actor) ? null : writer.actor.unitId });
  }
  const batch = await getBatchForUpdate(writer, id);
  checkMine(batch, writer.actor);
  if (batch.programmeId !== about.programmeId || batch.period !== about.period) throw new Problem(400, 'other-period', { batchId: id });
  return mustBeOpen(batch);
}

async function openOne(writer: Writer, batchId: string): Promise<Result<StoredBatch, BatchRefusal>> {
  const batch = await getBatchForUpdate(writer, batchId);
  checkMine(batch, writer.actor);
  checkBase(writer, batchId, batch.version);
  return mustBeOpen(batch);
}

/** 归属: a person says whose file it is, and what a photo or scan is evidence for. */
export const placeFile = command({
  name: 'collection.place-file',
  version: 1,
  input: z.object({ batchId: z.uuid(), digest, unitId: z.uuid(), promiseId: z.uuid().nullable().default(null) }),
  permission: 'collection.return-form',
  subject: (input) => `batch:${input.batchId}`,
  async run(writer, { batchId, digest: which, unitId, promiseId }): Promise<Result<{ digest: string }, BatchRefusal>> {
    const opened = await openOne(writer, batchId);
    if (!opened.ok) return opened;
    const file = (await listFiles(writer, batchId)).find((it) => it.digest === which);
    if (file === undefined) throw new Problem(404, 'unknown-file', { digest: which });
    const { forms } = await formsFor(writer, opened.value);
    const form = forms.find((it) => it.unitId === unitId);
    if (form === undefined) throw new Problem(404, 'unknown-unit', { unitId });
    if (promiseId !== null && !form.rows.some((it) => it.promiseId === promiseId)) throw new Problem(404, 'unknown-promise', { promiseId });
    const mayMove =
      file.kind === 'evidence' || (file.seal !== 'genuine' && (file.refusal === null || file.refusal.kind === 'unknown-unit'));
    if (!mayMove) throw new Problem(400, 'belongs-elsewhere', { digest: which });
    const kind = file.kind === 'refused' ? 'form' : file.kind;
    await saveFile(writer, batchId, { ...file, kind, unitId, promiseId: kind === 'evidence' ? promiseId : null, refusal: null });
    await touchBatch(writer, { id: batchId, receivedOn: opened.value.receivedOn });
    return accept({ digest: which });
  },
});

/** 移出: takes a file out of a batch that is still open. */
export const dropFile = command({
  name: 'collection.drop-file',
  version: 1,
  input: z.object({ batchId: z.uuid(), digest }),
  permission: 'collection.return-form',
  subject: (input) => `batch:${input.batchId}`,
  async run(writer, { batchId, digest: which }): Promise<Result<{ digest: string }, BatchRefusal>> {
    const opened = await openOne(writer, batchId);
    if (!opened.ok) return opened;
    await removeFile(writer, batchId, which);
    await touchBatch(writer, { id: batchId, receivedOn: opened.value.receivedOn });
    return accept({ digest: which });
  },
});

/** 放弃: the batch is put aside; its files stay known, none of its rows counts. */
export const discardBatch = command({
  name: 'collection.discard-batch',
  version: 1,
  input: z.object({ batchId: z.uuid() }),
  permission: 'collection.return-form',
  subject: (input) => `batch:${input.batchId}`,
  async run(writer, { batchId }): Promise<Result<{ batchId: string }, BatchRefusal>> {
    const opened = await openOne(writer, batchId);
    if (!opened.ok) return opened;
    await settleBatch(writer, batchId, 'discarded');
    return accept({ batchId });
  },
});
