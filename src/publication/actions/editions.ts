import type { z } from 'zod';
import { loadBoard } from '#/delivery/door.ts';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { findUnits, getDistrict } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import { findProgrammeOf } from '#/programme/door.ts';
import { contentOf, type EditionContent } from '../rules/content.ts';
import { type Disclosure, disclosureOf } from '../rules/disclosure.ts';
import {
  type Edition,
  EditionId,
  type EditionRefusal,
  type ListKey,
  mayPrepare,
  PrepareEdition,
  publish,
  ReviewEdition,
  review,
  type Step,
  WithdrawDraft,
  withdraw,
} from '../rules/edition.ts';
import { type BulletinTexts, screen } from '../rules/screening.ts';
import { issuedBulletins } from '../store/bulletins.ts';
import { addEdition, addOverrides, saveStep } from '../store/changes.ts';
import { addCountersigns, listLeftOut } from '../store/circulation.ts';
import { editionHeld } from '../store/duplicates.ts';
import { addEditionPictures, decidedPictures, otherReviewers, overtakenPictures } from '../store/edition-pictures.ts';
import { addEditionPlaces, placesNow } from '../store/edition-places.ts';
import {
  findCurrentEdition,
  findEditionByNumber,
  findLastNumber,
  findOpenDraft,
  getEditionForUpdate,
  nextSerial,
  type StoredEdition,
} from '../store/editions.ts';
import { listPersonNames } from '../store/persons.ts';
import { type ChosenPicture, choosePictures } from '../store/pictures.ts';
import { figureSources } from '../store/sources.ts';

export type Done = {
  readonly editionId: string;
  readonly state: Edition['state'];
  readonly number: number | null;
  readonly digest: string;
};

/** The digest that is reviewed, signed and published: over the canonical text of content and disclosure data. */
export function editionDigest(content: EditionContent, disclosure: Disclosure): string {
  return digestOf(canonicalText({ content, disclosure }));
}

/** 准备: freezes the board of a day into a draft. An ID number anywhere in it refuses the draft; the source must be corrected first. */
export const prepareEdition = command({
  name: 'publication.prepare-edition',
  version: 1,
  input: PrepareEdition,
  permission: 'publication.prepare',
  subject: ({ year, kind }) => `${kind}/${year}`,
  async run(writer, input): Promise<Result<Done, EditionRefusal>> {
    const { year, kind, correction } = input;
    await holdEditions(writer);
    const open = await findOpenDraft(writer, input);
    if (open !== null)
      return refuse({ kind: 'draft-open', editionId: open.edition.id, state: open.edition.state, preparedOn: open.edition.prepared.on });
    const base =
      correction === undefined ? await findCurrentEdition(writer, input) : await findEditionByNumber(writer, input, correction.number);
    if (correction !== undefined && base === null) return refuse({ kind: 'no-such-edition-to-correct', number: correction.number });
    const asOf = (correction === undefined ? input.asOf : base?.edition.asOf) ?? writer.today;
    const refused = mayPrepare({ asOf, today: writer.today, isCorrection: correction !== undefined }, base?.edition ?? null);
    if (refused !== null) return refuse(refused);
    const frozen = await freezeContent(writer, { year, kind }, asOf, base?.edition.content.places);
    if (frozen === null) return refuse({ kind: 'list-not-frozen', year });
    const held = await editionHeld(writer, frozen.content);
    if (held !== null) return refuse(held);
    const { governmentName } = await getDistrict(writer);
    return storeDraft(writer, { input: { ...input, publisher: input.publisher ?? governmentName }, frozen, base });
  },
});

type Drafted = {
  readonly input: z.output<typeof PrepareEdition> & { readonly publisher: string };
  readonly frozen: Frozen;
  readonly base: StoredEdition | null;
};

async function storeDraft(writer: Writer, { input, frozen, base }: Drafted): Promise<Result<Done, EditionRefusal>> {
  const { content, bulletinTexts, chosen } = frozen;
  const { publisher, publisherCode, documentNo, correction, countersignUnits } = input;
  const units = await unitsAsked(writer, countersignUnits);
  const serialYear = yearOf(writer.today);
  const serial = await nextSerial(writer, serialYear);
  const disclosure = disclosureOf({ publisher, publisherCode: publisherCode ?? writer.district, documentNo }, serialYear, serial);
  const findings = screen(content, disclosure, bulletinTexts, await listPersonNames(writer));
  const never = findings.filter((it) => !it.isOverridable);
  if (never.length > 0) return refuse({ kind: 'personal-data', findings: never });
  const edition: Edition = {
    id: newId(),
    programmeId: content.programmeId,
    year: content.year,
    kind: content.kind,
    number: null,
    state: 'prepared',
    asOf: content.asOf,
    content,
    digest: editionDigest(content, disclosure),
    disclosure,
    corrects: correction?.number ?? null,
    correctionReason: correction?.reason ?? null,
    prepared: stepBy(writer),
    reviewed: null,
    signed: null,
    published: null,
    version: 1,
  };
  await addEdition(writer, { edition, findings, serial: { year: serialYear, number: serial }, supersedes: base?.figureIds ?? new Map() });
  await addEditionPictures(writer, edition.id, chosen);
  await addEditionPlaces(writer, edition.id, content.places!);
  await addCountersigns(writer, edition.id, units);
  return accept(doneOf(edition));
}

async function unitsAsked(reader: Reader, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const names = await findUnits(reader, ids);
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id)?.name ?? unknownUnit(id) }));
}

function unknownUnit(id: string): never {
  throw new Problem(404, 'unknown-unit', { id });
}

type Frozen = { readonly content: EditionContent; readonly bulletinTexts: BulletinTexts; readonly chosen: readonly ChosenPicture[] };

/** The board of a frozen list on a day, reduced to what is public; null where there is no frozen list. */
async function freezeContent(
  reader: Reader,
  list: ListKey,
  asOf: Edition['asOf'],
  before: EditionContent['places'],
): Promise<Frozen | null> {
  const stored = await findProgrammeOf(reader, list);
  if (stored === undefined || stored.state !== 'frozen') return null;
  const loaded = await loadBoard(reader, stored, asOf);
  const district = await getDistrict(reader);
  const sources = await figureSources(reader, loaded, district.officeName);
  const issued = await issuedBulletins(reader, stored.id, asOf);
  const chosen = await choosePictures(reader, stored.id, asOf);
  const byProject = Map.groupBy(chosen, (it) => it.projectId);
  const bulletins = issued.map(({ texts: _, ...it }) => it);
  const content = contentOf(loaded.board, {
    sources,
    pictures: new Map([...byProject].map(([id, rows]) => [id, rows.map((it) => it.picture)])),
    lightSettings: loaded.input.settings,
    isDemo: district.demoToday !== null,
    leftOut: (await listLeftOut(reader, stored.id)).filter((it) => it.restoredOn === null).map((it) => it.promiseId),
    bulletins,
    places: await placesNow(reader, {
      programmeId: stored.id,
      projects: loaded.board.projects.map(({ project }) => ({ projectId: project.id, no: project.no })),
      asOf,
      before,
    }),
  });
  return { content, chosen, bulletinTexts: Object.fromEntries(issued.map(({ year, month, texts }) => [`${year}-${month}`, texts])) };
}

/** 审查: secrecy and disclosure, with every finding of the privacy gate settled by a named reviewer. */
export const reviewEdition = command({
  name: 'publication.review-edition',
  version: 1,
  input: ReviewEdition,
  permission: 'publication.review',
  subject: (input) => input.editionId,
  async run(writer, input): Promise<Result<Done, EditionRefusal>> {
    const { edition, findings } = await getEditionForUpdate(writer, input.editionId);
    const own = await decidedPictures(writer, edition.id, writer.actor.accountId);
    if (own > 0 && (await otherReviewers(writer, writer.actor.accountId)) > 0) return refuse({ kind: 'own-pictures', pictures: own });
    const decided = review(edition, input, findings, stepBy(writer));
    if (!decided.ok) return decided;
    await saveStep(writer, decided.value);
    await addOverrides(writer, edition.id, findings, input.settlements);
    return accept(doneOf(decided.value));
  },
});

/** 发布: the pages show it from the next request on. */
export const publishEdition = command({
  name: 'publication.publish-edition',
  version: 1,
  input: EditionId,
  permission: 'publication.publish',
  subject: (input) => input.editionId,
  changesPublicPages: true,
  async run(writer, { editionId }): Promise<Result<Done, EditionRefusal>> {
    const { edition } = await getEditionForUpdate(writer, editionId);
    await holdEditions(writer);
    const decided = publish(edition, await findLastNumber(writer, edition), stepBy(writer));
    if (!decided.ok) return decided;
    const overtaken = await overtakenPictures(writer, edition.id);
    if (overtaken > 0) return refuse({ kind: 'pictures-withheld-since', pictures: overtaken });
    await saveStep(writer, decided.value);
    return accept(doneOf(decided.value));
  },
});

export const withdrawDraft = command({
  name: 'publication.withdraw-draft',
  version: 1,
  input: WithdrawDraft,
  permission: 'publication.prepare',
  subject: (input) => input.editionId,
  run: (writer, { editionId, reason }) => take(writer, editionId, withdraw, reason),
});

async function take(
  writer: Writer,
  id: string,
  step: (edition: Edition) => Result<Edition, EditionRefusal>,
  reason: string | null = null,
): Promise<Result<Done, EditionRefusal>> {
  const { edition } = await getEditionForUpdate(writer, id);
  const decided = step(edition);
  if (!decided.ok) return decided;
  await saveStep(writer, decided.value, reason);
  return accept(doneOf(decided.value));
}

/** Two people who prepare or publish editions of a district wait for each other, so that serials and numbers have no twins. */
export async function holdEditions({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`publication.edition ${district}`]);
}

export function stepBy({ actor, today }: Writer): Step {
  return { name: actor.name, post: actor.postTitle, on: today };
}

export function doneOf({ id, state, number, digest }: Edition): Done {
  return { editionId: id, state, number, digest };
}
