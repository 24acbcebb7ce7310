import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile, putBytes, storeFile } from '#/platform/files.ts';
import type { StoredProgramme } from '#/programme/door.ts';
import { heldByDuplicates } from '#/records/door.ts';
import type { HeldByDuplicates } from '#/records/rules/people/duplicate-share.ts';
import { getList, loadBulletin } from '../content/bulletin.ts';
import { type Frozen, freezeBulletin, freezeOnePage, type SignedFile, signedFiles } from '../content/documents.ts';
import { freezeMonthFigures } from '../content/month-figures.ts';
import { loadGround, loadOnePage } from '../content/pages.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import { mayIssue, mustBeOpen, type OpenRefusal } from '../rules/bulletin-state.ts';
import { SCAN_TYPES, takeStep } from '../rules/circulation.ts';
import {
  AttachScan,
  type DocumentKey,
  type DocumentRefusal,
  type FrozenDocument,
  ReturnDocument,
  SetCirculation,
  SubmitDocument,
  TakeStep,
  type WhichDocument,
} from '../rules/document.ts';
import { checkMonth } from '../rules/month.ts';
import { findBulletin } from '../store/bulletins.ts';
import {
  addCirculationSetting,
  addDocument,
  addStep,
  findStanding,
  getDocumentForUpdate,
  holdDocument,
  listCirculationSettings,
  listDocuments,
  needsCountersign,
  saveReturned,
  saveScan,
  saveSigned,
} from '../store/documents.ts';
import { preparedBulletin } from './bulletins.ts';
import { giveNumber, giveNumberBack } from './series.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Done = {
  readonly documentId: string;
  readonly edition: number;
  readonly state: FrozenDocument['state'];
  readonly digest: string;
};

/** 送审: freezes a document. What comes later changes it no more; a new freezing is a new one. */
export const submitDocument = command({
  name: 'supervision.submit-document',
  version: 1,
  input: SubmitDocument,
  permission: 'supervision.bulletin',
  subject: (input) => `${input.kind}:${input.postId ?? ''}:${input.year}-${input.month}`,
  async run(writer, { drafted, ...which }): Promise<Result<Done, DocumentRefusal>> {
    const { list, key } = await placeOf(writer, which);
    if (list.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const month = checkMonth(which, writer.today, list);
    if (!month.ok) return month;
    await holdDocument(writer, key);
    const standing = await findStanding(writer, key);
    if (standing?.state === 'circulating') return refuse({ kind: 'document-frozen', edition: standing.edition });
    const frozen = await freezeNow(writer, list, key);
    if (!frozen.ok) return frozen;
    const taker = takerOf(writer);
    const countersign = await needsCountersign(writer);
    const step = takeStep([], { step: 'drafted', needsCountersign: countersign, typed: drafted }, taker);
    if (!step.ok) return step;
    const id = newId();
    const edition = (await listDocuments(writer, key)).length + 1;
    const { content, digest, asOf } = frozen.value;
    await addDocument(writer, { ...key, id, edition, needsCountersign: countersign, asOf, content, digest });
    await addStep(writer, id, 1, step.value);
    return accept({ documentId: id, edition, state: 'circulating', digest });
  },
});

/** The document as it reads at this moment; a bulletin that nobody has opened yet is opened with it. */
async function freezeNow(writer: Writer, list: StoredProgramme, key: DocumentKey): Promise<Result<Frozen, DocumentRefusal>> {
  await freezeMonthFigures(writer, list, key.month, 'submission');
  if (key.kind === 'one-pager') {
    const page = await loadOnePage(writer, await loadGround(writer, list, key.month), key.reader);
    return page.figures.own?.projectCount === 0 ? refuse({ kind: 'nothing-overseen' }) : accept(freezeOnePage(page));
  }
  const bulletin = await preparedBulletin(writer, list, key.month);
  const loaded = await loadBulletin(writer, list, key.month, true);
  const allowed = mayIssue(bulletin, loaded.content, loaded.overrides, true);
  if (!allowed.ok) return allowed;
  const held = await bulletinHeld(writer, loaded.content);
  return held === null ? accept(freezeBulletin(loaded)) : refuse(held);
}

/** A bulletin goes out with the next edition of the public pages, and holds to the same share of undecided duplicates. */
function bulletinHeld(writer: Writer, content: BulletinContent): Promise<HeldByDuplicates | null> {
  return heldByDuplicates(
    writer,
    printed(content, content.items).filter((it) => it.doneFrom === 'records'),
    content,
  );
}

/** 核稿、会签、签发: one step after the other, each once, by the person himself or as recorded for one without an account. */
export const takeDocumentStep = command({
  name: 'supervision.take-step',
  version: 1,
  input: TakeStep,
  permission: 'supervision.take-step',
  subject: (input) => input.documentId,
  async run(writer, { documentId, step, digest, typed }): Promise<Result<Done, DocumentRefusal>> {
    const document = await getDocumentForUpdate(writer, documentId);
    if (document.state !== 'circulating') return refuse({ kind: 'document-closed', state: document.state });
    if (digest !== document.digest) return refuse({ kind: 'other-document-content' });
    const decided = takeStep(document.steps, { step, needsCountersign: document.needsCountersign, typed }, takerOf(writer));
    if (!decided.ok) return decided;
    const held = step === 'signed' && document.content.kind === 'bulletin' ? await bulletinHeld(writer, document.content.content) : null;
    if (held !== null) return refuse(held);
    await addStep(writer, documentId, document.steps.length + 1, decided.value);
    if (step !== 'signed') return accept(doneOf(document, 'circulating'));
    const issue = document.kind === 'bulletin' ? await giveNumber(writer, document) : null;
    const { own, open } = await signedFiles(document.content, decided.value.on, issue);
    const files = { fileDigest: await keep(writer, own), publicDigest: open === null ? null : await keep(writer, open) };
    await saveSigned(writer, documentId, files);
    return accept(doneOf(document, 'signed'));
  },
});

async function keep(writer: Writer, { bytes, fileName }: SignedFile): Promise<string> {
  const digest = await putBytes(writer, writer.district, bytes);
  await storeFile.run(writer, { digest, name: fileName, size: bytes.length, mediaType: DOCX });
  return digest;
}

/** 退回: the freezing is given back with a reason, also after the signature, as long as it was not issued; its next freezing is a new one. */
export const returnDocument = command({
  name: 'supervision.return-document',
  version: 1,
  input: ReturnDocument,
  permission: 'supervision.take-step',
  subject: (input) => input.documentId,
  async run(writer, { documentId, reason, typed }): Promise<Result<Done, DocumentRefusal>> {
    const document = await getDocumentForUpdate(writer, documentId);
    if (document.state === 'returned') return refuse({ kind: 'document-closed', state: document.state });
    const issued = await issuedOf(writer, document);
    if (!issued.ok) return issued;
    const { name, post, today } = takerOf(writer);
    const on = typed?.on ?? today;
    if (on > today) return refuse({ kind: 'step-day-ahead', on, today });
    const who = { name: typed?.name ?? name, post: typed?.post ?? post, on, recordedBy: name, isTyped: typed !== undefined };
    await addStep(writer, documentId, document.steps.length + 1, { step: 'returned', ...who });
    await saveReturned(writer, documentId, reason);
    if (document.kind === 'bulletin' && document.state === 'signed') await giveNumberBack(writer, document);
    return accept(doneOf(document, 'returned'));
  },
});

async function issuedOf(writer: Writer, { kind, programmeId, year, month }: FrozenDocument): Promise<Result<null, OpenRefusal>> {
  return kind === 'bulletin' ? mustBeOpen(await findBulletin(writer, programmeId, { year, month })) : accept(null);
}

/** 签批件扫描件: the paper with the signatures, kept by its digest beside the document. */
export const attachScan = command({
  name: 'supervision.attach-scan',
  version: 1,
  input: AttachScan,
  permission: 'supervision.bulletin',
  subject: (input) => input.documentId,
  async run(writer, { documentId, digest, name }): Promise<Result<Done, DocumentRefusal>> {
    const document = await getDocumentForUpdate(writer, documentId);
    if (document.state === 'returned') return refuse({ kind: 'document-closed', state: document.state });
    const { mediaType } = await openFile(writer, digest);
    if (!SCAN_TYPES.includes(mediaType)) return refuse({ kind: 'scan-not-readable', mediaType });
    await saveScan(writer, documentId, { digest, name });
    return accept(doneOf(document, document.state));
  },
});

/** Whether 会签 stands between 核稿 and 签发 in this district, from the next freezing on. */
export const setCirculation = command({
  name: 'supervision.set-circulation',
  version: 1,
  input: SetCirculation,
  permission: 'supervision.set-circulation',
  subject: () => 'circulation',
  async run(writer, input): Promise<Result<{ readonly version: number }, never>> {
    await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`supervision.circulation ${writer.district}`]);
    const version = (await listCirculationSettings(writer)).length + 1;
    await addCirculationSetting(writer, { ...input, version });
    return accept({ version });
  },
});

export async function placeOf(
  writer: Writer,
  which: WhichDocument,
): Promise<{ readonly list: StoredProgramme; readonly key: DocumentKey }> {
  const list = await getList(writer, { year: which.year, kind: which.list });
  const { kind, year, month, postId } = which;
  return { list, key: { programmeId: list.id, kind, reader: postId ?? '', year, month } };
}

function takerOf({ actor, today }: Writer) {
  return { name: actor.name, post: actor.postTitle, roles: actor.roles, today };
}

function doneOf({ id, edition, digest }: FrozenDocument, state: FrozenDocument['state']): Done {
  return { documentId: id, edition, state, digest };
}
