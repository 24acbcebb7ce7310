import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { ensureUnits, getPost, listUnits } from '#/organisation/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import { remove, type Writer } from '#/platform/db.ts';
import { type ReadRefusal, readDocument, readPasted } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { digestOf } from '#/platform/secrets.ts';
import { findProgrammeOf, loadProgramme } from './content.ts';
import { AdjustPromise, adjust } from './rules/adjust.ts';
import { differencesOf, type ListDifference } from './rules/difference.ts';
import { type Draft, newDraftHead } from './rules/draft.ts';
import { draftFromFound, withProgressOf } from './rules/draft-read.ts';
import { DraftShape } from './rules/draft-schema.ts';
import { findList } from './rules/find-list/find-list.ts';
import type { FoundList } from './rules/find-list/found-list.ts';
import { type ItemTooLong, tooFullOf, tooLongOf } from './rules/find-list/item-limits.ts';
import { contentOf, freeze } from './rules/freeze.ts';
import { oversee, SetOverseeingLeader } from './rules/overseeing.ts';
import { addOverseeing, getOverseeingForUpdate } from './store/overseeing.ts';
import {
  addAdjustment,
  findProgramme,
  findPromiseRow,
  getProgrammeForUpdate,
  holdLists,
  type StoredProgramme,
  saveDraft,
  saveFrozen,
} from './store.ts';

const Source = z.union([
  z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(300) }),
  z.object({ html: z.string().max(1_500_000).nullable(), text: z.string().max(500_000) }),
]);

export const ReadList = z.object({
  programmeId: z.uuid(),
  year: z.number().int().min(1990).max(2100),
  title: z.string().max(200).default(''),
  from: Source,
  /** Set after the differences were shown: the draft is read anew and what was corrected in it is lost. */
  replace: z.boolean().default(false),
});

export type ReadListRefusal =
  | ReadRefusal
  | ItemTooLong
  | YearTaken
  | { readonly kind: 'no-list-found' }
  | { readonly kind: 'list-frozen'; readonly title: string; readonly origin: string }
  | { readonly kind: 'list-differs'; readonly programmeId: string; readonly differences: readonly ListDifference[] };

export type ListRead = {
  readonly programmeId: string;
  readonly unchanged: boolean;
  readonly draft: Draft;
  readonly found: Omit<FoundList, 'items'>;
  readonly differences: readonly ListDifference[];
};

/** Reads a published list into a draft. The same document again changes nothing; a changed one is shown before it replaces the draft. */
export const readList = command({
  name: 'programme.read-list',
  version: 1,
  input: ReadList,
  permission: 'programme.prepare',
  subject: (input) => input.programmeId,
  async run(writer, input): Promise<Result<ListRead, ReadListRefusal>> {
    const source = await contentOfSource(writer, input.from);
    if (!source.ok) return source;
    const found = findList(source.value.content);
    if (found.items.length === 0) return refuse({ kind: 'no-list-found' });
    const tooLong = tooLongOf(found);
    if (tooLong !== null) return refuse(tooLong);
    await holdLists(writer);
    const known = await held(
      writer,
      (await findProgramme(writer, input.programmeId)) ?? (await findProgrammeOf(writer, { year: input.year })),
    );
    if (known?.state === 'frozen') return refuse({ kind: 'list-frozen', title: known.title, origin: known.origin });
    const head = newDraftHead(input.year, input.title || found.title || '', { name: source.value.name, digest: source.value.digest });
    const units = (await listUnits(writer)).map(({ id, name, aliases }) => ({ id, name, aliases }));
    const fresh = draftFromFound(found, { ...head, kind: found.kindHint ?? head.kind, origin: found.originHint ?? head.origin }, units);
    const tooFull = tooFullOf(fresh);
    if (tooFull !== null) return refuse(tooFull);
    const { items: _, ...rest } = found;
    const programmeId = known?.id ?? input.programmeId;
    if (known?.draft && known.sourceDigest === source.value.digest) {
      return accept({ programmeId, unchanged: true, draft: known.draft, found: rest, differences: [] });
    }
    const differences = known?.draft ? differencesOf(known.draft, fresh) : [];
    if (known?.draft && !input.replace) return refuse({ kind: 'list-differs', programmeId, differences });
    const taken = await yearTaken(writer, programmeId, fresh);
    if (taken !== null) return refuse(taken);
    await saveDraft(writer, programmeId, fresh);
    return accept({ programmeId, unchanged: false, draft: fresh, found: rest, differences });
  },
});

/** The list as it stands when whoever changes it just now has done so. */
async function held(writer: Writer, found: StoredProgramme | undefined): Promise<StoredProgramme | undefined> {
  return found === undefined ? undefined : getProgrammeForUpdate(writer, found.id);
}

export type YearTaken = { readonly kind: 'year-taken'; readonly year: number; readonly title: string };

/** 每年一份: a district has one list of ten things a year. */
async function yearTaken(writer: Writer, programmeId: string, { year, kind }: Pick<Draft, 'year' | 'kind'>): Promise<YearTaken | null> {
  const other = kind === 'ten-things' ? await findProgrammeOf(writer, { year }) : undefined;
  return other === undefined || other.id === programmeId ? null : { kind: 'year-taken', year, title: other.title };
}

type Source = { readonly content: Parameters<typeof findList>[0]; readonly name: string; readonly digest: string };

async function contentOfSource(writer: Writer, from: z.output<typeof Source>): Promise<Result<Source, ReadRefusal>> {
  if ('digest' in from) {
    const file = await openFile(writer, from.digest);
    const read = await readDocument(file.bytes, from.name);
    return read.ok ? accept({ content: read.value, name: from.name, digest: from.digest }) : read;
  }
  const read = readPasted(from.html === null ? { text: from.text } : { text: from.text, html: from.html });
  return read.ok ? accept({ content: read.value, name: '粘贴', digest: digestOf(JSON.stringify([from.text, from.html])) }) : read;
}

/** Keeps a draft as it stands, finished or not. */
export const storeDraft = command({
  name: 'programme.save-draft',
  version: 1,
  input: z.object({ programmeId: z.uuid(), draft: DraftShape }),
  permission: 'programme.prepare',
  subject: (input) => input.programmeId,
  async run(
    writer,
    { programmeId, draft },
  ): Promise<Result<{ version: number }, YearTaken | { kind: 'list-frozen'; title: string; origin: string }>> {
    await holdLists(writer);
    const known = await held(writer, await findProgramme(writer, programmeId));
    if (known?.state === 'frozen') return refuse({ kind: 'list-frozen', title: known.title, origin: known.origin });
    if (known !== undefined) checkBase(writer, programmeId, known.version);
    const taken = await yearTaken(writer, programmeId, draft);
    if (taken !== null) return refuse(taken);
    await saveDraft(writer, programmeId, draft);
    return accept({ version: (known?.version ?? 0) + 1 });
  },
});

/** Gives a draft up; a frozen list cannot be given up. */
export const discardDraft = command({
  name: 'programme.discard-draft',
  version: 1,
  input: z.object({ programmeId: z.uuid() }),
  permission: 'programme.prepare',
  subject: (input) => input.programmeId,
  async run(writer, { programmeId }): Promise<Result<null, { kind: 'list-frozen'; title: string; origin: string }>> {
    const known = await getProgrammeForUpdate(writer, programmeId);
    if (known.state === 'frozen') return refuse({ kind: 'list-frozen', title: known.title, origin: known.origin });
    await remove(writer, 'programme.programme', { id: programmeId });
    return accept(null);
  },
});

/** Reads a progress table dropped onto a draft: its texts join the rows they speak of, to be confirmed by a person. */
export const readProgress = command({
  name: 'programme.read-progress',
  version: 1,
  input: z.object({ programmeId: z.uuid(), asOf: civilDate, from: Source }),
  permission: 'programme.prepare',
  subject: (input) => input.programmeId,
  async run(writer, { programmeId, asOf, from }): Promise<Result<Draft, ReadListRefusal>> {
    const known = await getProgrammeForUpdate(writer, programmeId);
    if (known.draft === null) return refuse({ kind: 'list-frozen', title: known.title, origin: known.origin });
    const source = await contentOfSource(writer, from);
    if (!source.ok) return source;
    const found = findList(source.value.content);
    if (found.items.length === 0) return refuse({ kind: 'no-list-found' });
    const tooLong = tooLongOf(found);
    if (tooLong !== null) return refuse(tooLong);
    const draft = { ...withProgressOf(known.draft, found), progressAsOf: asOf };
    await saveDraft(writer, programmeId, draft);
    return accept(draft);
  },
});

/** 冻结: the list as corrected becomes what the year is measured by; units that it names and nobody knew are set up with it. */
export const freezeList = command({
  name: 'programme.freeze',
  version: 1,
  input: z.object({ programmeId: z.uuid(), reason: z.string().trim().min(2).max(500) }),
  permission: 'programme.freeze',
  subject: (input) => input.programmeId,
  changesPublicPages: true,
  async run(writer, { programmeId, reason }) {
    const stored = await getProgrammeForUpdate(writer, programmeId);
    checkBase(writer, programmeId, stored.version);
    const decided = freeze(stored, stored.draft, writer.today);
    if (!decided.ok) return decided;
    const draft = decided.value;
    const named = draft.projects.flatMap(({ leadUnit, supportingUnits }) => [leadUnit, ...supportingUnits]).filter((it) => it !== null);
    const units = new Set((await listUnits(writer)).map(({ id }) => id));
    const stranger = named.find(({ unitId }) => unitId !== null && !units.has(unitId));
    if (stranger !== undefined) throw new Problem(404, 'unknown-unit', { id: stranger.unitId });
    const ids = await ensureUnits(
      writer,
      named.filter(({ unitId }) => unitId === null).map(({ name }) => name),
    );
    const content = contentOf(draft, programmeId, (name, id) => id ?? ids.get(name) ?? null);
    const { year, kind, origin, title, from, to } = draft;
    const digest = digestOf(JSON.stringify([{ year, kind, origin, title, from, to }, content.projects, content.promises, content.steps]));
    await saveFrozen(writer, programmeId, draft, content, { by: writer.actor.name, reason, digest });
    return accept({ programmeId, digest, projects: content.projects.length, promises: content.promises.length });
  },
});

/** 调整: changes what a promise binds to, by the decision of the body its list's origin names. */
export const adjustPromise = command({
  name: 'programme.adjust',
  version: 1,
  input: AdjustPromise,
  permission: 'programme.adjust',
  subject: (input) => input.promiseId,
  changesPublicPages: true,
  async run(writer, input) {
    const found = await findPromiseRow(writer, input.promiseId);
    if (found === undefined) throw new Problem(404, 'unknown-promise', { id: input.promiseId });
    if (input.documentDigest !== null) await openFile(writer, input.documentDigest);
    const stored = await getProgrammeForUpdate(writer, found.programmeId);
    const { promises, adjustments } = await loadProgramme(writer, stored);
    const decided = adjust(stored, promises.find((it) => it.id === input.promiseId)!, input, writer.today);
    if (!decided.ok) return decided;
    const position = adjustments.filter((it) => it.promiseId === input.promiseId).length + 1;
    await addAdjustment(writer, found.programmeId, { ...decided.value, id: input.id ?? newId(), position });
    return accept({ position });
  },
});

/** 定分管领导: from a day on a leader's post oversees a project; null ends it. What was before stays. */
export const setOverseeingLeader = command({
  name: 'programme.set-overseeing-leader',
  version: 1,
  input: SetOverseeingLeader,
  permission: 'programme.set-overseeing-leader',
  subject: (input) => input.projectId,
  async run(writer, { projectId, postId, fromOn = writer.today }) {
    const history = await getOverseeingForUpdate(writer, projectId);
    const post = postId === null ? null : await getPost(writer, postId);
    const next = { projectId, postId, fromOn, setBy: writer.actor.name, setOn: writer.today };
    const decided = oversee(history, post, next);
    if (decided.ok) await addOverseeing(writer, history.length + 1, decided.value);
    return decided;
  },
});
