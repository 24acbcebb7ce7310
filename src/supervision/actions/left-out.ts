import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findPromiseRow } from '#/programme/door.ts';
import { type UnlikeRefusal, unlikeIn } from '../rules/claimed-comparison.ts';
import { type DocumentKey, WhichDocument } from '../rules/document.ts';
import { LeaveOutDecision, type LeaveOutRefusal, leaveOut } from '../rules/left-out.ts';
import { addDecision, findStanding, holdDocument } from '../store/documents.ts';
import { addLeftOut, listLeftOut, listLeftOutNow, saveRestored } from '../store/left-out.ts';
import { placeOf } from './documents.ts';

type Frozen = { readonly kind: 'document-frozen'; readonly edition: number };

/** 略去一行: a document does not print a line, by a recorded decision. It is counted all the same. */
export const leaveLineOut = command({
  name: 'supervision.leave-line-out',
  version: 1,
  input: WhichDocument.safeExtend({ decision: LeaveOutDecision }),
  permission: 'supervision.bulletin',
  subject: (input) => `${input.kind}:${input.decision.promiseId}`,
  async run(writer, { decision, ...which }): Promise<Result<null, LeaveOutRefusal | Frozen>> {
    const { list, key } = await placeOf(writer, which);
    const row = await findPromiseRow(writer, decision.promiseId);
    if (row?.programmeId !== list.id) throw new Problem(404, 'unknown-promise', { id: decision.promiseId });
    const open = await mustBeOpen(writer, key);
    if (!open.ok) return open;
    const decided = leaveOut(await listLeftOutNow(writer, key), decision, { by: writer.actor.name, on: writer.today });
    if (!decided.ok) return decided;
    await addLeftOut(writer, key, decided.value);
    return accept(null);
  },
});

/** Puts a line back; that it was left out stays recorded. */
export const restoreLine = command({
  name: 'supervision.restore-line',
  version: 1,
  input: WhichDocument.safeExtend({ promiseId: z.uuid() }),
  permission: 'supervision.bulletin',
  subject: (input) => `${input.kind}:${input.promiseId}`,
  async run(writer, { promiseId, ...which }): Promise<Result<null, LeaveOutRefusal | Frozen>> {
    const { key } = await placeOf(writer, which);
    const open = await mustBeOpen(writer, key);
    if (!open.ok) return open;
    const known = (await listLeftOut(writer, key)).find((it) => it.promiseId === promiseId && it.restoredOn === null);
    if (known === undefined) return refuse({ kind: 'line-not-left-out' });
    await saveRestored(writer, known.id);
    return accept(null);
  },
});

/** 请定事项: words the one sentence of a leader's page, or (with null) goes back to what the figures ask for. */
export const wordDecision = command({
  name: 'supervision.word-decision',
  version: 1,
  input: WhichDocument.safeExtend({ text: z.string().trim().min(2).max(300).nullable() }),
  permission: 'supervision.bulletin',
  subject: (input) => `${input.kind}:${input.postId ?? ''}:${input.year}-${input.month}`,
  async run(writer, { text, ...which }): Promise<Result<null, Frozen | UnlikeRefusal>> {
    const { key } = await placeOf(writer, which);
    const open = await mustBeOpen(writer, key);
    if (!open.ok) return open;
    const comparison = text === null ? null : unlikeIn(text, which.year);
    if (comparison !== null) return refuse({ kind: 'sentence-compares-unlike', comparison });
    await addDecision(writer, key, text);
    return accept(null);
  },
});

/** A frozen document stays as it is; it is sent back first. */
async function mustBeOpen(writer: Writer, key: DocumentKey): Promise<Result<null, Frozen>> {
  await holdDocument(writer, key);
  const standing = await findStanding(writer, key);
  return standing === null ? accept(null) : refuse({ kind: 'document-frozen', edition: standing.edition });
}
