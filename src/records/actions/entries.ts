import { getPlace } from '#/delivery/door.ts';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Actor, Writer } from '#/platform/db.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import { duplicatesOf } from '../rules/entries/counting.ts';
import {
  AddEntry,
  CancelEntry,
  CorrectEntry,
  type Entry,
  type EntryInput,
  isCurrent,
  ReportEvent,
  SettleDuplicate,
} from '../rules/entries/entry.ts';
import { type EntryRefusal, mayCorrect, reportEvent as reported, settleEntry } from '../rules/entries/settle.ts';
import { addEntry as addRow, closeEntry, getEntry, hasEntry, holdEntries, keepBoth, listCurrentEntries } from '../store/entries.ts';

const permission = 'records.enter';
type Kept = Result<{ readonly id: string }, EntryRefusal>;

/** The office enters for every unit; a unit for the promises that it leads or supports. */
export function mayEnterFor({ roles, unitId }: Actor, { project }: Awaited<ReturnType<typeof getPlace>>): boolean {
  if (roles.includes('office') || roles.includes('setup')) return true;
  return unitId !== null && (project.leadUnitId === unitId || project.supportingUnitIds.includes(unitId));
}

/** The unit a line belongs to: that of whoever enters it, or the leading one where the office does. */
export async function unitFor(writer: Writer, promiseId: string): Promise<Result<{ readonly unitId: string | null }, EntryRefusal>> {
  const place = await getPlace(writer, promiseId);
  if (!mayEnterFor(writer.actor, place)) return refuse({ kind: 'entry-not-of-unit' });
  return accept({ unitId: writer.actor.unitId ?? place.project.leadUnitId });
}

/** 登记: sent twice from a telephone, it stands once. */
export const addEntry = command({
  name: 'records.add-entry',
  version: 1,
  input: AddEntry,
  permission,
  subject: ({ entry }) => entry.promiseId,
  async run(writer, { id, entry }): Promise<Kept> {
    await holdEntries(writer, entry.promiseId);
    if (await hasEntry(writer, id)) return accept({ id });
    const unit = await unitFor(writer, entry.promiseId);
    if (!unit.ok) return unit;
    const settled = settleEntry(entry, writer.today);
    if (!settled.ok) return settled;
    await checkFilesKnown(writer, picturesOf(settled.value));
    await addRow(writer, { id, unitId: unit.value.unitId, entry: settled.value });
    return accept({ id });
  },
});

/** 更正: the old line stays to be seen, superseded. */
export const correctEntry = command({
  name: 'records.correct-entry',
  version: 1,
  input: CorrectEntry,
  permission,
  subject: ({ entryId }) => entryId,
  async run(writer, { entryId, entry, reason }): Promise<Kept> {
    const old = await heldEntry(writer, entryId);
    const unit = await unitFor(writer, old.promiseId);
    if (!unit.ok) return unit;
    const settled = mayCorrect(old, { ...entry, promiseId: old.promiseId }, writer.today);
    if (!settled.ok) return settled;
    return supersede(writer, old, { entry: settled.value, reason });
  },
});

/** 登记结果: the event that was planned was held. */
export const reportEvent = command({
  name: 'records.report-event',
  version: 1,
  input: ReportEvent,
  permission,
  subject: ({ entryId }) => entryId,
  async run(writer, { entryId, ...result }): Promise<Kept> {
    const old = await heldEntry(writer, entryId);
    const unit = await unitFor(writer, old.promiseId);
    if (!unit.ok) return unit;
    const settled = reported(old, result, writer.today);
    if (!settled.ok) return settled;
    return supersede(writer, old, { entry: settled.value, reason: null });
  },
});

/** 取消: with the reason; what was announced and does not take place is said so. */
export const cancelEntry = command({
  name: 'records.cancel-entry',
  version: 1,
  input: CancelEntry,
  permission,
  subject: ({ entryId }) => entryId,
  async run(writer, { entryId, reason }): Promise<Kept> {
    const old = await heldEntry(writer, entryId);
    const unit = await unitFor(writer, old.promiseId);
    if (!unit.ok) return unit;
    if (!isCurrent(old)) return refuse({ kind: 'entry-not-current', state: old.state });
    await closeEntry(writer, entryId, 'cancelled', reason);
    return accept({ id: entryId });
  },
});

/** 不是重复: two events on one day at one place by one host, settled by a person who says why. */
export const settleDuplicate = command({
  name: 'records.settle-duplicate',
  version: 1,
  input: SettleDuplicate,
  permission: 'records.settle',
  subject: ({ entryId }) => entryId,
  async run(writer, { entryId, reason }): Promise<Kept> {
    const old = await heldEntry(writer, entryId);
    if (!duplicatesOf(await listCurrentEntries(writer, old.promiseId)).has(entryId)) return refuse({ kind: 'no-duplicate' });
    await keepBoth(writer, entryId, reason);
    return accept({ id: entryId });
  },
});

/** All that is to prove a line, before and after. */
function picturesOf(entry: EntryInput): readonly string[] {
  return entry.kind === 'work' ? [...entry.before, ...entry.evidence] : entry.evidence;
}

type Corrected = { readonly entry: Parameters<typeof addRow>[1]['entry']; readonly reason: string | null };

async function supersede(writer: Writer, old: Entry, { entry, reason }: Corrected): Promise<Kept> {
  const id = newId();
  await checkFilesKnown(writer, picturesOf(entry));
  await closeEntry(writer, old.id, 'superseded', '');
  await addRow(writer, { id, unitId: old.unitId, entry, supersedes: old.id, reason, notDuplicate: old.notDuplicate });
  return accept({ id });
}

/** The line as it is once nobody else works on its promise. */
async function heldEntry(writer: Writer, id: string): Promise<Entry> {
  const { promiseId } = await getEntry(writer, id);
  await holdEntries(writer, promiseId);
  const entry = await getEntry(writer, id);
  checkBase(writer, `entry:${id}`, entry.version);
  return entry;
}
