import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { ReadRefusal } from '#/platform/documents/read.ts';
import type { CountFault } from '../rules/decide.ts';
import { BundleFigures, differencesOf, type EntryDifference, faultsOfFigures } from '../rules/figures.ts';
import { type KeypadRefusal, readKeypad } from '../rules/keypad.ts';
import type { KeyRefusal } from '../rules/refusals.ts';
import { type Round, ruleOfRound } from '../rules/round.ts';
import { addEntry, type Bundle, getBundleForUpdate, listEntries, saveBundleSettled, saveEntryWithdrawn } from '../store/bundles.ts';
import { listCandidates } from '../store/candidates.ts';
import { addUndoing, getRound } from '../store/rounds.ts';
import { getSession } from '../store/sessions.ts';
import { OfBundle, ofBundle, reason } from './shapes.ts';
import { contentOf, Source } from './source.ts';

/** What happened to a bundle: it waits for the second person, both agree, or they differ and a scrutineer is called. */
export type Keyed =
  | { readonly state: 'waits' | 'agreed' }
  | { readonly state: 'differs'; readonly differences: readonly EntryDifference[] };

type Place = {
  readonly bundle: Bundle;
  readonly round: Round;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly faults: (it: BundleFigures) => readonly CountFault[];
};

async function placeOf(writer: Writer, bundleId: string): Promise<Result<Place, KeyRefusal>> {
  const bundle = await getBundleForUpdate(writer, bundleId);
  const round = await getRound(writer, bundle.roundId);
  if (round.state !== 'counting') return refuse({ kind: 'round-not-in-state', state: round.state, wants: 'counting' });
  const { sheet } = await getSession(writer, round.sessionId);
  const all = await listCandidates(writer, round.sessionId);
  const candidates = round.candidateIds.map((id) => all.find((it) => it.id === id)!);
  return accept({ bundle, round, candidates, faults: (it) => faultsOfFigures(it, ruleOfRound(sheet.rule, round), round.candidateIds) });
}

type Read = { readonly figures: BundleFigures; readonly source: { readonly name: string; readonly digest: string | null } | null };

async function enter(
  writer: Writer,
  { bundle, candidates, faults: faultsIn }: Place,
  { figures, source }: Read,
): Promise<Result<Keyed, KeyRefusal>> {
  if (bundle.figures !== null) return refuse({ kind: 'bundle-settled', serial: bundle.serial });
  const entries = (await listEntries(writer, bundle.roundId)).filter((it) => it.bundleId === bundle.id);
  if (entries.some((it) => it.accountId === writer.actor.accountId)) return refuse({ kind: 'keyed-by-you' });
  if (entries.length === 2) return refuse({ kind: 'keyed-twice', names: entries.map((it) => it.keyedBy) });
  const faults = faultsIn(figures);
  const names = Object.fromEntries(candidates.map(({ id, name }) => [id, name]));
  if (faults.length > 0) return refuse({ kind: 'figures-do-not-add-up', faults, names });
  const taken = new Set(entries.map((it) => it.seat));
  const seat = taken.has(1) ? 2 : 1;
  const whence = { sourceName: source?.name ?? null, sourceDigest: source?.digest ?? null };
  await addEntry(writer, { id: newId(), bundleId: bundle.id, seat, figures, ...whence });
  const [other] = entries;
  if (other === undefined) return accept({ state: 'waits' });
  const differences = differencesOf(other.figures, figures);
  if (differences.length > 0) return accept({ state: 'differs', differences });
  await saveBundleSettled(writer, bundle.id, figures, `${other.keyedBy}、${writer.actor.name}`, null);
  return accept({ state: 'agreed' });
}

/** 录入一捆: by two persons, neither of whom sees what the other keyed. */
export const keyIn = command({
  name: 'ballot.key-in',
  version: 1,
  input: OfBundle.extend({ figures: BundleFigures }),
  permission: 'ballot.key-in',
  subject: ofBundle,
  async run(writer, { bundleId, figures }): Promise<Result<Keyed, KeyRefusal>> {
    const place = await placeOf(writer, bundleId);
    return place.ok ? enter(writer, place.value, { figures, source: null }) : place;
  },
});

/** 导入表决器结果: what the file says, as one person's entry; another person brings it in, or keys it, as well. */
export const importKeypad = command({
  name: 'ballot.import-keypad',
  version: 1,
  input: OfBundle.extend({ from: Source }),
  permission: 'ballot.key-in',
  subject: ofBundle,
  async run(writer, { bundleId, from }): Promise<Result<Keyed, KeyRefusal | KeypadRefusal | ReadRefusal>> {
    const place = await placeOf(writer, bundleId);
    if (!place.ok) return place;
    const { sheet } = await getSession(writer, place.value.round.sessionId);
    if (!sheet.keypad || place.value.round.source !== 'keypad') return refuse({ kind: 'keypad-not-in-sheet' });
    const content = await contentOf(writer, from);
    if (!content.ok) return content;
    const read = readKeypad(content.value, place.value.candidates);
    if (!read.ok) return read;
    const source = 'digest' in from ? { name: from.name, digest: from.digest } : { name: '', digest: null };
    return enter(writer, place.value, { figures: read.value, source });
  },
});

/** 监票人裁定: what a bundle says where two persons read it differently, with the reason; not by one of the two. */
export const settleBundle = command({
  name: 'ballot.settle-bundle',
  version: 1,
  input: OfBundle.extend({ figures: BundleFigures, reason }),
  permission: 'ballot.settle',
  subject: ofBundle,
  async run(writer, { bundleId, figures, reason: why }): Promise<Result<null, KeyRefusal>> {
    const place = await placeOf(writer, bundleId);
    if (!place.ok) return place;
    const { bundle, candidates } = place.value;
    if (bundle.figures !== null) return refuse({ kind: 'bundle-settled', serial: bundle.serial });
    const entries = (await listEntries(writer, bundle.roundId)).filter((it) => it.bundleId === bundleId);
    if (entries.length < 2) return refuse({ kind: 'not-two-entries' });
    if (entries.some((it) => it.accountId === writer.actor.accountId)) return refuse({ kind: 'settles-own-entry' });
    const faults = place.value.faults(figures);
    const names = Object.fromEntries(candidates.map(({ id, name }) => [id, name]));
    if (faults.length > 0) return refuse({ kind: 'figures-do-not-add-up', faults, names });
    await saveBundleSettled(writer, bundleId, figures, writer.actor.name, why);
    return accept(null);
  },
});

/** 重新录入: both entries of a bundle are taken back, with the reason; they stay in the record. */
export const reopenBundle = command({
  name: 'ballot.reopen-bundle',
  version: 1,
  input: OfBundle.extend({ reason }),
  permission: 'ballot.settle',
  subject: ofBundle,
  async run(writer, { bundleId, reason: why }): Promise<Result<null, KeyRefusal>> {
    const place = await placeOf(writer, bundleId);
    if (!place.ok) return place;
    const { bundle, round } = place.value;
    const entries = (await listEntries(writer, bundle.roundId)).filter((it) => it.bundleId === bundleId);
    for (const it of entries) await saveEntryWithdrawn(writer, it.id, why);
    const before = { serial: bundle.serial, figures: bundle.figures, settledBy: bundle.settledBy, settledReason: bundle.settledReason };
    await addUndoing(writer, { sessionId: round.sessionId, what: 'bundle', subjectId: bundleId, before, reason: why });
    await saveBundleSettled(writer, bundleId, null, null, null);
    return accept(null);
  },
});
