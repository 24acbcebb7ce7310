import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile } from '#/platform/files.ts';
import { SCAN_TYPES } from '#/supervision/rules/circulation.ts';
import {
  AttachEditionScan,
  type CirculationRefusal,
  CountersignEdition,
  countersign,
  countersignMissing,
  lastDay,
  paperSignature,
  RecordSignature,
} from '../rules/circulation.ts';
import { type Edition, type EditionRefusal, SignEdition, type Step, sign } from '../rules/edition.ts';
import { saveStep } from '../store/changes.ts';
import { loadChanges } from '../store/changes-since.ts';
import { circulationOf, saveChanges, saveCountersign, saveScan } from '../store/circulation.ts';
import { editionHeld } from '../store/duplicates.ts';
import { getEditionForUpdate } from '../store/editions.ts';
import { type Done, doneOf, stepBy } from './editions.ts';

type Refused = EditionRefusal | CirculationRefusal;

/** 会签, by a unit that was asked, or as the office records it from the paper. */
export const countersignEdition = command({
  name: 'publication.countersign-edition',
  version: 1,
  input: CountersignEdition,
  permission: 'publication.countersign',
  subject: (input) => input.editionId,
  async run(writer, input): Promise<Result<Done, Refused>> {
    const { edition } = await getEditionForUpdate(writer, input.editionId);
    const { countersigns } = await circulationOf(writer, edition.id);
    const decided = countersign(edition, countersigns, input, { ...stepBy(writer), unitId: writer.actor.unitId });
    if (!decided.ok) return decided;
    await saveCountersign(writer, edition.id, input.unitId, decided.value.signed!);
    return accept(doneOf(edition));
  },
});

/** 签发, by a named leader. What came after 送审 is kept as he knew it. */
export const signEdition = command({
  name: 'publication.sign-edition',
  version: 1,
  input: SignEdition,
  permission: 'publication.sign',
  subject: (input) => input.editionId,
  async run(writer, { editionId, digest }): Promise<Result<Done, Refused>> {
    const { edition } = await getEditionForUpdate(writer, editionId);
    return signed(writer, edition, digest, stepBy(writer));
  },
});

/** 代录签发: the leader signed the paper, whose scan is attached. */
export const recordSignature = command({
  name: 'publication.record-signature',
  version: 1,
  input: RecordSignature,
  permission: 'publication.prepare',
  subject: (input) => input.editionId,
  async run(writer, { editionId, digest, typed }): Promise<Result<Done, Refused>> {
    const { edition } = await getEditionForUpdate(writer, editionId);
    const { scan, countersigns } = await circulationOf(writer, editionId);
    const step = paperSignature(typed, stepBy(writer), { last: lastDay(edition, countersigns), hasScan: scan !== null });
    return step.ok ? signed(writer, edition, digest, step.value) : step;
  },
});

async function signed(writer: Writer, edition: Edition, digest: string, step: Step): Promise<Result<Done, Refused>> {
  const missing = countersignMissing((await circulationOf(writer, edition.id)).countersigns);
  if (missing !== null && edition.state === 'reviewed') return refuse(missing);
  const decided = sign(edition, digest, step);
  if (!decided.ok) return decided;
  const held = await editionHeld(writer, edition.content);
  if (held !== null) return refuse(held);
  await saveStep(writer, decided.value);
  await saveChanges(writer, edition.id, await loadChanges(writer, edition));
  return accept(doneOf(decided.value));
}

/** 签批件扫描件: the paper with the signatures, kept beside the edition; it is never public. */
export const attachEditionScan = command({
  name: 'publication.attach-scan',
  version: 1,
  input: AttachEditionScan,
  permission: 'publication.prepare',
  subject: (input) => input.editionId,
  async run(writer, { editionId, digest, name }): Promise<Result<Done, Refused>> {
    const { edition } = await getEditionForUpdate(writer, editionId);
    if (edition.state === 'withdrawn')
      return refuse({ kind: 'wrong-step', wants: ['prepared', 'reviewed', 'signed', 'published'], state: edition.state });
    const { mediaType } = await openFile(writer, digest);
    if (!SCAN_TYPES.includes(mediaType)) return refuse({ kind: 'scan-not-readable', mediaType });
    await saveScan(writer, editionId, { digest, name });
    return accept(doneOf(edition));
  },
});
