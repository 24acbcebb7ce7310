import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { type ListRefusal, mayChangeList } from '../rules/candidate.ts';
import { addOpinion, listCandidates, saveSettlement } from '../store/candidates.ts';
import { getSessionForUpdate } from '../store/sessions.ts';
import { OfSession, ofSession, reason } from './shapes.ts';

export const recordOpinion = command({
  name: 'ballot.record-opinion',
  version: 1,
  input: OfSession.extend({
    candidateId: z.uuid().nullable(),
    delegation: z.string().trim().min(2).max(40),
    body: z.string().trim().min(2).max(1000),
  }),
  permission: 'ballot.prepare',
  subject: ofSession,
  async run(writer, { sessionId, candidateId, delegation, body }): Promise<Result<{ opinionId: string }, ListRefusal>> {
    const open = mayChangeList(await getSessionForUpdate(writer, sessionId));
    if (!open.ok) return open;
    if (candidateId !== null && !(await listCandidates(writer, sessionId)).some((it) => it.id === candidateId))
      throw new Problem(404, 'unknown-candidate', { id: candidateId });
    const id = newId();
    await addOpinion(writer, sessionId, { id, candidateId, delegation, body });
    return accept({ opinionId: id });
  },
});

export const settleOpinion = command({
  name: 'ballot.settle-opinion',
  version: 1,
  input: OfSession.extend({ opinionId: z.uuid(), settlement: reason }),
  permission: 'ballot.decide',
  subject: ofSession,
  async run(writer, { sessionId, opinionId, settlement }): Promise<Result<null, ListRefusal>> {
    const open = mayChangeList(await getSessionForUpdate(writer, sessionId));
    if (!open.ok) return open;
    await saveSettlement(writer, sessionId, opinionId, settlement);
    return accept(null);
  },
});
