import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findProgrammeOf, findPromiseRow } from '#/programme/door.ts';
import { type LeaveOutRefusal, leaveOut } from '#/supervision/rules/left-out.ts';
import { LeaveOut, Restore } from '../rules/circulation.ts';
import type { EditionRefusal, ListKey } from '../rules/edition.ts';
import { addLeftOut, listLeftOut, saveRestored } from '../store/circulation.ts';
import { findOpenDraft } from '../store/editions.ts';
import { holdEditions } from './editions.ts';

type Refused = LeaveOutRefusal | EditionRefusal;

/** 略去一行: editions from the next one on do not print a promise, by a recorded decision. It is counted all the same. */
export const leaveLineOut = command({
  name: 'publication.leave-line-out',
  version: 1,
  input: LeaveOut,
  permission: 'publication.prepare',
  subject: (input) => `left-out:${input.decision.promiseId}`,
  async run(writer, { decision, ...list }): Promise<Result<null, Refused>> {
    const open = await openList(writer, list);
    if (!open.ok) return open;
    const row = await findPromiseRow(writer, decision.promiseId);
    if (row?.programmeId !== open.value) throw new Problem(404, 'unknown-promise', { id: decision.promiseId });
    const present = (await listLeftOut(writer, open.value)).filter((it) => it.restoredOn === null);
    const decided = leaveOut(present, decision, { by: writer.actor.name, on: writer.today });
    if (!decided.ok) return decided;
    await addLeftOut(writer, open.value, decided.value);
    return accept(null);
  },
});

/** Puts a line back; that it was left out stays recorded. */
export const restoreLine = command({
  name: 'publication.restore-line',
  version: 1,
  input: Restore,
  permission: 'publication.prepare',
  subject: (input) => `left-out:${input.promiseId}`,
  async run(writer, { promiseId, ...list }): Promise<Result<null, Refused>> {
    const open = await openList(writer, list);
    if (!open.ok) return open;
    const known = (await listLeftOut(writer, open.value)).find((it) => it.promiseId === promiseId && it.restoredOn === null);
    if (known === undefined) return refuse({ kind: 'line-not-left-out' });
    await saveRestored(writer, known.id);
    return accept(null);
  },
});

/** A draft on its way stays as it is; it is published or withdrawn first. */
async function openList(writer: Writer, list: ListKey): Promise<Result<string, EditionRefusal>> {
  const programme = await findProgrammeOf(writer, list);
  if (programme === undefined) throw new Problem(404, 'unknown-programme', { ...list });
  await holdEditions(writer);
  const draft = await findOpenDraft(writer, list);
  if (draft === null) return accept(programme.id);
  const { id, state, prepared } = draft.edition;
  return refuse({ kind: 'draft-open', editionId: id, state, preparedOn: prepared.on });
}
