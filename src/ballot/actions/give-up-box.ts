import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { AbandonBox, type BoxRefusal } from '../rules/box.ts';
import { type Round, withoutItsBox } from '../rules/round.ts';
import { getRoundPlace } from '../store/box-place.ts';
import { getBox, holdBox, saveAbandoned } from '../store/boxes.ts';
import { listCandidates } from '../store/candidates.ts';
import { takeBackSlips } from '../store/roll.ts';
import { getRoundForUpdate, listSteps, saveDecided, saveStepUndone, saveUnissued } from '../store/rounds.ts';
import { layAnew, listPapers, lockBox } from '../store/sealed-papers.ts';
import { getSessionForUpdate } from '../store/sessions.ts';

/**
 * 作废票箱: keys lost, a trustee who lies, a fault found: said with its reason. Its ballots are lost, so whoever took a slip votes again: on paper or
 * in another box; once the papers came back that is too late, and the vote is void.
 */
export const abandonBox = command({
  name: 'ballot.abandon-box',
  version: 1,
  input: AbandonBox,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.boxId}`,
  async run(writer, { boxId, reason }): Promise<Result<null, BoxRefusal>> {
    const round = await getRoundForUpdate(writer, (await getBox(writer, boxId)).roundId);
    const { sheet } = await getSessionForUpdate(writer, round.sessionId);
    await lockBox(writer, boxId);
    const { state, admitted } = await holdBox(writer, boxId);
    if (state === 'abandoned') return refuse({ kind: 'box-elsewhere', state, wanted: 'keys' });
    if (round.state === 'decided') return refuse({ kind: 'result-standing' });
    const slips = Math.max(admitted ?? 0, (await getRoundPlace(writer, round.id)).handed);
    await saveAbandoned(writer, boxId, reason);
    await layAnew(writer, boxId, await listPapers(writer, boxId));
    await takeBackSlips(writer, round.sessionId, round.position);
    if (slips > 0 && round.state === 'voting') await issueAnew(writer, round, reason);
    if (slips > 0 && round.state === 'counting') {
      const names = new Map((await listCandidates(writer, round.sessionId)).map((it) => [it.id, it.name]));
      await saveDecided(writer, round.id, withoutItsBox(round, sheet.rule, slips, names));
    }
    return accept(null);
  },
});

async function issueAnew(writer: Writer, round: Round, reason: string): Promise<void> {
  for (const it of await listSteps(writer, round.sessionId))
    if (it.roundId === round.id && (it.step === 'papers-issued' || it.step === 'papers-cast')) await saveStepUndone(writer, it.id, reason);
  await saveUnissued(writer, round.id);
}
