import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { BoxRefusal } from '../rules/box.ts';
import { onTheList } from '../rules/candidate.ts';
import { haveOfficers } from '../rules/officers.ts';
import { attendanceOf } from '../rules/roll.ts';
import type { RoundRefusal } from '../rules/round.ts';
import type { Session } from '../rules/session.ts';
import { listCandidates } from '../store/candidates.ts';
import { listOfficers } from '../store/officers.ts';
import { listPresence } from '../store/roll.ts';
import { addRound, listRounds, type NewRound, saveRound } from '../store/rounds.ts';
import { getSessionForUpdate, saveSessionState } from '../store/sessions.ts';
import { type ActRefusal, Paper } from './rounds.ts';
import { OfSession, ofSession } from './shapes.ts';

const Opened = OfSession.extend(Paper.shape);

/** What must stand before deputies are asked to vote, whoever is there. */
function standsStill(session: Session, roll: number): Result<null, RoundRefusal> {
  if (session.sheetState !== 'adopted') return refuse({ kind: 'session-not-ready', wants: 'sheet' });
  if (session.listSettledOn === null) return refuse({ kind: 'session-not-ready', wants: 'list' });
  return roll === 0 ? refuse({ kind: 'session-not-ready', wants: 'roll' }) : accept(null);
}

/** The first vote as the list and the sheet have it now; one that was prepared is brought up to date. */
async function placeFirstRound(
  writer: Writer,
  session: Session,
  it: Pick<NewRound, 'colour' | 'paperSize' | 'rollCount' | 'attending'>,
): Promise<string> {
  const { seats, maxMarks = seats } = session.sheet.rule;
  const candidateIds = onTheList(await listCandidates(writer, session.id)).map(({ id }) => id);
  const prepared = (await listRounds(writer, session.id))[0];
  const first = { position: 1, cause: 'first', afterId: null, decision: session.listDecision!, source: 'paper' } as const;
  const round = { ...first, ...it, id: prepared?.id ?? newId(), sessionId: session.id, candidateIds, seats, maxMarks };
  await (prepared === undefined ? addRound(writer, round) : saveRound(writer, round));
  return round.id;
}

/** 准备电子表决: the box, its keys and its slips are made before the deputies come, so that a slip can be handed out at check-in. */
export const prepareVote = command({
  name: 'ballot.prepare-vote',
  version: 1,
  input: Opened,
  permission: 'ballot.decide',
  subject: ofSession,
  async run(writer, { sessionId, ...paper }): Promise<Result<{ roundId: string }, RoundRefusal | BoxRefusal | ActRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    if (!session.sheet.electronic) return refuse({ kind: 'session-not-electronic' });
    const { length: rollCount } = await listPresence(writer, sessionId);
    const ready = standsStill(session, rollCount);
    if (!ready.ok) return ready;
    return accept({ roundId: await placeFirstRound(writer, session, { ...paper, rollCount, attending: 0 }) });
  },
});

/** 开始票决: the sheet adopted, the list settled, the officers named, and two thirds (or what the sheet says) there. */
export const openSession = command({
  name: 'ballot.open-session',
  version: 1,
  input: Opened,
  permission: 'ballot.decide',
  subject: ofSession,
  async run(writer, { sessionId, ...paper }): Promise<Result<{ roundId: string }, ActRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    const attendance = attendanceOf(await listPresence(writer, sessionId), session.sheet.rule.quorum);
    const { present: attending, needed, roll } = attendance;
    const ready = standsStill(session, roll);
    if (!ready.ok) return ready;
    const officers = haveOfficers(await listOfficers(writer, sessionId));
    if (!officers.ok) return officers;
    if (!attendance.holds) return refuse({ kind: 'no-quorum', attending, needed, roll });
    const roundId = await placeFirstRound(writer, session, { ...paper, rollCount: roll, attending });
    await saveSessionState(writer, sessionId, 'sitting');
    return accept({ roundId });
  },
});
