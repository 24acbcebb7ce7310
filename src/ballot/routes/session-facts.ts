import type { Reader } from '#/platform/transaction.ts';
import { attendanceOf } from '../rules/roll.ts';
import { listCandidates } from '../store/candidates.ts';
import { listNotices } from '../store/notices.ts';
import { listPresence } from '../store/roll.ts';
import { listRounds, listSteps, listUndoings } from '../store/rounds.ts';
import { getSession } from '../store/sessions.ts';

/** Everything of a session that is no person's: what the count room shows and the minutes print. */
export async function sessionFacts(reader: Reader, sessionId: string) {
  const session = await getSession(reader, sessionId);
  const rounds = await listRounds(reader, sessionId);
  const position = rounds.findLast((it) => it.state !== 'decided')?.position ?? null;
  return {
    session,
    rounds,
    attendance: attendanceOf(await listPresence(reader, sessionId), session.sheet.rule.quorum, position),
    candidates: await listCandidates(reader, sessionId),
    steps: await listSteps(reader, sessionId),
    undoings: await listUndoings(reader, sessionId),
    notices: await listNotices(reader, sessionId),
  };
}
