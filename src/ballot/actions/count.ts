import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { BoxRefusal } from '../rules/box.ts';
import { electronicPart } from '../rules/box-questions.ts';
import { mayTake, type StepRefusal } from '../rules/proceedings.ts';
import { countRound, type RoundRefusal } from '../rules/round.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { findBoxOfRound } from '../store/boxes.ts';
import { listBundles } from '../store/bundles.ts';
import { listCandidates } from '../store/candidates.ts';
import {
  addStep,
  addUndoing,
  getRoundForUpdate,
  listRounds,
  listSteps,
  saveDecided,
  saveStepUndone,
  saveUndecided,
} from '../store/rounds.ts';
import { countPapers } from '../store/sealed-papers.ts';
import { getSession, getSessionForUpdate } from '../store/sessions.ts';
import { stepsTaken } from './rounds.ts';
import { OfRound, ofRound, reason } from './shapes.ts';

/** 计票: adds the bundles up and decides by the session's rule; it stops where anything does not add up. */
export const countVotes = command({
  name: 'ballot.count',
  version: 1,
  input: OfRound,
  permission: 'ballot.settle',
  subject: ofRound,
  async run(
    writer,
    { roundId },
  ): Promise<Result<{ elected: number; tied: number; shortage: number }, RoundRefusal | StepRefusal | BoxRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    const allowed = mayTake(round, await stepsTaken(writer, round), 'counted');
    if (!allowed.ok) return allowed;
    const { sheet } = await getSession(writer, round.sessionId);
    const names = new Map((await listCandidates(writer, round.sessionId)).map((it) => [it.id, it.name]));
    const box = await findBoxOfRound(writer, roundId);
    if (box !== undefined && box.state !== 'counted') return refuse({ kind: 'box-not-counted', state: box.state });
    const electronic = box === undefined ? null : electronicPart(box, await countPapers(writer, box.id));
    const decided = countRound(round, sheet.rule, await listBundles(writer, roundId), { names, electronic });
    if (!decided.ok) return decided;
    await saveDecided(writer, roundId, decided.value);
    await addStep(writer, round, 'counted', {});
    const { elected, tiedAtCut, shortage } = decided.value.outcome;
    return accept({ elected: elected.length, tied: tiedAtCut.length, shortage });
  },
});

/** 撤销计票结果 before it is announced, with the reason: the bundles stay as they are settled. */
export const undoCount = command({
  name: 'ballot.undo-count',
  version: 1,
  input: OfRound.extend({ reason }),
  permission: 'ballot.settle',
  subject: ofRound,
  async run(writer, { roundId, reason: why }): Promise<Result<null, RoundRefusal | SheetRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    const session = await getSessionForUpdate(writer, round.sessionId);
    if (session.state !== 'sitting') return refuse({ kind: 'session-not-sitting' });
    if (round.state !== 'decided') return refuse({ kind: 'round-not-in-state', state: round.state, wants: 'decided' });
    if ((await listRounds(writer, session.id)).at(-1)!.id !== roundId) return refuse({ kind: 'round-followed' });
    if (round.outcome!.reasons.some((it) => it.code === 'box-given-up')) return refuse({ kind: 'vote-stays-void' });
    await addUndoing(writer, {
      sessionId: session.id,
      what: 'count',
      subjectId: roundId,
      before: { sheet: round.sheet, outcome: round.outcome },
      reason: why,
    });
    for (const it of await listSteps(writer, session.id))
      if (it.roundId === roundId && (it.step === 'counted' || it.step === 'reported')) await saveStepUndone(writer, it.id, why);
    await saveUndecided(writer, roundId);
    return accept(null);
  },
});
