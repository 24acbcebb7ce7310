import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import type { Reader } from '#/platform/transaction.ts';
import {
  CANDIDATE_HEADS,
  CandidateFields,
  type CandidateRemark,
  checkCandidates,
  type ListRefusal,
  mayChangeList,
  settleList,
} from '../rules/candidate.ts';
import type { ImportRefusal } from '../rules/refusals.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { readTable } from '../rules/table.ts';
import { addCandidates, getCandidate, listCandidates, listOpinions, saveCandidate, saveWithdrawn } from '../store/candidates.ts';
import { roundAtTheDesk } from '../store/desk.ts';
import { addUndoing } from '../store/rounds.ts';
import { getSessionForUpdate, saveListSettled } from '../store/sessions.ts';
import { OfSession, ofSession, reason } from './shapes.ts';
import { contentOf, Source } from './source.ts';

export type CandidatesRead = { readonly rows: readonly CandidateFields[]; readonly remarks: readonly CandidateRemark[] };

export async function readCandidates(reader: Reader, from: Source): Promise<Result<CandidatesRead, ImportRefusal | ReadRefusal>> {
  const content = await contentOf(reader, from);
  if (!content.ok) return content;
  const table = readTable(content.value, CANDIDATE_HEADS, 'name');
  if (!table.ok) return table;
  const read = checkCandidates(table.value);
  return read.rows.length === 0 ? refuse({ kind: 'nothing-read' }) : accept(read);
}

/** 导入候选项目: all rows or none, behind those that are there; one whose name is there already is left alone. */
export const importCandidates = command({
  name: 'ballot.import-candidates',
  version: 1,
  input: OfSession.extend({ from: Source }),
  permission: 'ballot.prepare',
  subject: ofSession,
  async run(writer, { sessionId, from }): Promise<Result<{ added: number; known: number }, ImportRefusal | ReadRefusal | ListRefusal>> {
    const open = mayChangeList(await getSessionForUpdate(writer, sessionId));
    if (!open.ok) return open;
    const read = await readCandidates(writer, from);
    if (!read.ok) return read;
    const count = read.value.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    const known = await listCandidates(writer, sessionId);
    const fresh = read.value.rows.filter((row) => !known.some((it) => it.name === row.name));
    await addCandidates(writer, sessionId, known.length, fresh);
    return accept({ added: fresh.length, known: read.value.rows.length - fresh.length });
  },
});

export const setCandidate = command({
  name: 'ballot.set-candidate',
  version: 1,
  input: OfSession.extend({ id: z.uuid(), fields: CandidateFields }),
  permission: 'ballot.prepare',
  subject: (input) => `candidate:${input.id}`,
  async run(writer, { sessionId, id, fields }): Promise<Result<{ candidateId: string }, ListRefusal>> {
    const open = mayChangeList(await getSessionForUpdate(writer, sessionId));
    if (!open.ok) return open;
    const known = await listCandidates(writer, sessionId);
    const position = known.find((it) => it.id === id)?.position ?? known.length + 1;
    await saveCandidate(writer, id, sessionId, position, fields);
    return accept({ candidateId: id });
  },
});

/** 撤下: it stays in the papers, with the reason, and is not put to the vote. null puts it back. */
export const withdrawCandidate = command({
  name: 'ballot.withdraw-candidate',
  version: 1,
  input: z.object({ candidateId: z.uuid(), reason: reason.nullable() }),
  permission: 'ballot.decide',
  subject: (input) => `candidate:${input.candidateId}`,
  async run(writer, { candidateId, reason: why }): Promise<Result<null, ListRefusal>> {
    const { sessionId } = await getCandidate(writer, candidateId);
    const open = mayChangeList(await getSessionForUpdate(writer, sessionId));
    if (!open.ok) return open;
    await saveWithdrawn(writer, candidateId, why);
    return accept(null);
  },
});

/** 主席团确定付表决的候选项目名单. */
export const settleCandidateList = command({
  name: 'ballot.settle-list',
  version: 1,
  input: OfSession.extend({ decision: reason }),
  permission: 'ballot.decide',
  subject: ofSession,
  async run(writer, { sessionId, decision }): Promise<Result<{ candidates: number }, ListRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    const decided = settleList(session, await listCandidates(writer, sessionId), await listOpinions(writer, sessionId));
    if (!decided.ok) return decided;
    await saveListSettled(writer, sessionId, decision);
    return accept({ candidates: decided.value.length });
  },
});

/** Opens a settled list again, before the vote, with the reason. */
export const reopenCandidateList = command({
  name: 'ballot.reopen-list',
  version: 1,
  input: OfSession.extend({ reason }),
  permission: 'ballot.decide',
  subject: ofSession,
  async run(writer, { sessionId, reason: why }): Promise<Result<null, ListRefusal | SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    if (session.listSettledOn === null) return refuse({ kind: 'list-not-settled' });
    if ((await roundAtTheDesk(writer, sessionId)).box !== null) return refuse({ kind: 'box-prepared' });
    const before = { decision: session.listDecision, settledOn: session.listSettledOn };
    await addUndoing(writer, { sessionId, what: 'list', subjectId: sessionId, before, reason: why });
    await saveListSettled(writer, sessionId, null);
    return accept(null);
  },
});
