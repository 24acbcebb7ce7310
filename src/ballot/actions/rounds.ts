import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { BoxRefusal } from '../rules/box.ts';
import type { OfficerRefusal } from '../rules/officers.ts';
import { mayTake, SPOKEN_STEPS, type Step, type StepRefusal } from '../rules/proceedings.ts';
import type { KeyRefusal } from '../rules/refusals.ts';
import { resultOf } from '../rules/result.ts';
import { attendanceOf } from '../rules/roll.ts';
import { anotherRound, issuePapers, PAPER_COLOURS, type Round, voidRound } from '../rules/round.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { getRoundPlace } from '../store/box-place.ts';
import { listCandidates } from '../store/candidates.ts';
import { listPresence } from '../store/roll.ts';
import { addRound, addStep, getRoundForUpdate, listRounds, listSteps, saveCollected, saveDecided, saveIssued } from '../store/rounds.ts';
import { getSession, getSessionForUpdate } from '../store/sessions.ts';
import { OfRound, ofRound, reason } from './shapes.ts';

export const Paper = z.object({ colour: z.enum(PAPER_COLOURS), paperSize: z.enum(['A4', 'A5']) });
export type ActRefusal = KeyRefusal | StepRefusal | OfficerRefusal | SheetRefusal | BoxRefusal;

/** 再次投票, by decision of the presidium, on papers of another colour. */
export const openAnotherRound = command({
  name: 'ballot.open-another-round',
  version: 1,
  input: z.object({ afterId: z.uuid(), cause: z.enum(['tie', 'shortage', 'void']), decision: reason }).extend(Paper.shape),
  permission: 'ballot.decide',
  subject: (input) => `round:${input.afterId}`,
  async run(writer, { afterId, cause, decision, colour, paperSize }): Promise<Result<{ roundId: string }, ActRefusal>> {
    const after = await getRoundForUpdate(writer, afterId);
    const session = await getSessionForUpdate(writer, after.sessionId);
    if (session.state !== 'sitting') return refuse({ kind: 'session-not-sitting' });
    const rounds = await listRounds(writer, session.id);
    if (rounds.at(-1)!.id !== afterId) return refuse({ kind: 'round-followed' });
    if (rounds.some((it) => it.colour === colour)) return refuse({ kind: 'colour-used', colour });
    const { elected } = resultOf(rounds, session.sheet.rule.seats);
    const all = { candidateIds: rounds[0]!.candidateIds, chosen: elected.map((it) => it.candidateId) };
    const decided = anotherRound(after, cause, session.sheet.rule, all);
    if (!decided.ok) return decided;
    const attendance = attendanceOf(await listPresence(writer, session.id), session.sheet.rule.quorum);
    const { present: attending, needed, roll } = attendance;
    if (!attendance.holds) return refuse({ kind: 'no-quorum', attending, needed, roll });
    const id = newId();
    const link = { position: after.position + 1, cause, afterId, decision, source: 'paper' } as const;
    await addRound(writer, { ...link, ...decided.value, id, sessionId: session.id, colour, paperSize, rollCount: roll, attending });
    return accept({ roundId: id });
  },
});

export async function stepsTaken(writer: Writer, round: Round): Promise<readonly Step[]> {
  return (await listSteps(writer, round.sessionId)).filter((it) => it.roundId === round.id).map((it) => it.step);
}

/** A step that a person says was taken, or that is skipped with a reason; never silently. */
export const takeStep = command({
  name: 'ballot.take-step',
  version: 1,
  input: OfRound.extend({
    step: z.enum(SPOKEN_STEPS),
    note: z.string().trim().max(300).default(''),
    skippedReason: reason.nullable().default(null),
  }),
  permission: 'ballot.proceed',
  subject: ofRound,
  async run(writer, { roundId, step, note, skippedReason }): Promise<Result<null, ActRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    if ((await getSession(writer, round.sessionId)).state !== 'sitting') return refuse({ kind: 'session-not-sitting' });
    const allowed = mayTake(round, await stepsTaken(writer, round), step);
    if (!allowed.ok) return allowed;
    await addStep(writer, round, step, skippedReason === null ? { note } : { note, skippedReason });
    return accept(null);
  },
});

/** 发票, delegation by delegation, to those who are there now. */
export const issue = command({
  name: 'ballot.issue-papers',
  version: 1,
  input: OfRound.extend({
    issues: z
      .array(z.object({ delegation: z.string().trim().min(1).max(40), papers: z.number().int().min(0).max(1_000) }))
      .min(1)
      .max(100),
  }),
  permission: 'ballot.proceed',
  subject: ofRound,
  async run(writer, { roundId, issues }): Promise<Result<{ issued: number }, ActRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    if (round.state !== 'issuing') return refuse({ kind: 'round-not-in-state', state: round.state, wants: 'issuing' });
    const allowed = mayTake(round, await stepsTaken(writer, round), 'papers-issued');
    if (!allowed.ok) return allowed;
    const { sheet } = await getSession(writer, round.sessionId);
    const attendance = attendanceOf(await listPresence(writer, round.sessionId), sheet.rule.quorum, round.position);
    const { hasBox, admitted } = await getRoundPlace(writer, roundId);
    const decided = issuePapers(issues, attendance);
    // Where there is an electronic box, nobody may have wanted paper.
    if (!decided.ok && !(hasBox && decided.refusal.kind === 'nothing-issued')) return decided;
    const issued = decided.ok ? decided.value : 0;
    if (issued + admitted > attendance.present)
      return refuse({ kind: 'slips-exceed-present', slips: admitted, present: attendance.present, papers: issued });
    await saveIssued(writer, roundId, issues, { rollCount: attendance.roll, attending: attendance.present, issued });
    await addStep(writer, round, 'papers-issued', {});
    return accept({ issued });
  },
});

const USUAL_BUNDLE = 50;

/** 开箱清点: how many papers came back, and into how many bundles they were tied. More than were issued: the vote is void, as the sheet says. */
export const recordCollected = command({
  name: 'ballot.record-collected',
  version: 1,
  input: OfRound.extend({
    collected: z.number().int().min(0).max(10_000),
    bundles: z.number().int().min(1).max(500).optional(),
    source: z.enum(['paper', 'keypad']).default('paper'),
    /** 主席团的决定 to hold the vote void, where more came back than went out. */
    voidDecision: reason.nullable().default(null),
  }),
  permission: 'ballot.proceed',
  subject: ofRound,
  async run(
    writer,
    { roundId, collected, bundles, source, voidDecision },
  ): Promise<Result<{ bundles: number; isVoid: boolean }, ActRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    if (round.state !== 'voting') return refuse({ kind: 'round-not-in-state', state: round.state, wants: 'voting' });
    const allowed = mayTake(round, await stepsTaken(writer, round), 'papers-collected');
    if (!allowed.ok) return allowed;
    if (collected === 0 && !(await getRoundPlace(writer, roundId)).hasBox) return refuse({ kind: 'nothing-collected' });
    const issued = round.issued!;
    const { sheet } = await getSession(writer, round.sessionId);
    if (source === 'keypad' && !sheet.keypad) return refuse({ kind: 'keypad-not-in-sheet' });
    if (collected > issued && voidDecision === null) return refuse({ kind: 'collected-exceeds-issued', collected, issued });
    await addStep(writer, round, 'papers-collected', { note: voidDecision ?? '' });
    if (collected > issued) {
      const names = new Map((await listCandidates(writer, round.sessionId)).map((it) => [it.id, it.name]));
      await saveDecided(writer, roundId, voidRound(round, sheet.rule, collected, names), collected);
      return accept({ bundles: 0, isVoid: true });
    }
    const count = bundles ?? (source === 'keypad' ? 1 : Math.ceil(collected / USUAL_BUNDLE));
    await saveCollected(writer, roundId, collected, count, source);
    return accept({ bundles: count, isVoid: false });
  },
});
