import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile } from '#/platform/files.ts';
import { AnswerLetter, answered, DraftLetter, type Letter, type LetterRefusal, SendLetter, send, WithdrawLetter } from '../rules/letter.ts';
import type { BlockerRefusal } from '../rules/move-blocker.ts';
import { mustBeOpen } from '../rules/move-blocker.ts';
import { getBlockerForUpdate } from '../store/blockers.ts';
import { addLetterAnswer, getLetter, saveLetter } from '../store/letters.ts';

type Kept = Result<{ readonly letterId: string }, LetterRefusal | BlockerRefusal>;
const permission = 'rhythm.letters';

/** 拟函. */
export const draftLetter = command({
  name: 'rhythm.draft-letter',
  version: 1,
  input: DraftLetter,
  permission,
  subject: (input) => `letter:${input.id}`,
  async run(writer, input): Promise<Kept> {
    const open = mustBeOpen(await getBlockerForUpdate(writer, input.blockerId));
    if (!open.ok) return open;
    if (input.answerBy < writer.today) return refuse({ kind: 'letter-answer-by-past', answerBy: input.answerBy });
    const { actor, today } = writer;
    await saveLetter(writer, {
      ...input,
      state: 'drafted',
      number: null,
      sentOn: null,
      draftedBy: actor.name,
      draftedOn: today,
      version: 1,
    });
    return accept({ letterId: input.id });
  },
});

/** 发函: noted once the signed paper has gone out. */
export const sendLetter = command({
  name: 'rhythm.send-letter',
  version: 1,
  input: SendLetter,
  permission,
  subject: (input) => `letter:${input.letterId}`,
  async run(writer, { letterId, sentOn, number }): Promise<Kept> {
    return kept(writer, send(await held(writer, letterId), sentOn, number, writer.today));
  },
});

/** 记答复: typed by the office, with where it is known from. */
export const answerLetter = command({
  name: 'rhythm.answer-letter',
  version: 1,
  input: AnswerLetter,
  permission,
  subject: (input) => `letter:${input.letterId}`,
  async run(writer, { scan, ...input }): Promise<Kept> {
    const after = answered(await held(writer, input.letterId), input, writer.today);
    if (!after.ok) return after;
    if (scan !== null) await openFile(writer, scan.digest);
    await addLetterAnswer(writer, { ...input, scanDigest: scan?.digest ?? null, scanName: scan?.name ?? null });
    return kept(writer, after);
  },
});

/** A draft that is not sent after all. */
export const withdrawLetter = command({
  name: 'rhythm.withdraw-letter',
  version: 1,
  input: WithdrawLetter,
  permission,
  subject: (input) => `letter:${input.letterId}`,
  async run(writer, { letterId }): Promise<Kept> {
    const letter = await held(writer, letterId);
    if (letter.state !== 'drafted') return refuse({ kind: 'letter-state', state: letter.state });
    return kept(writer, accept({ ...letter, state: 'withdrawn' }));
  },
});

async function held(writer: Writer, letterId: string): Promise<Letter> {
  const letter = await getLetter(writer, letterId, true);
  checkBase(writer, `letter:${letterId}`, letter.version);
  return letter;
}

async function kept(writer: Writer, after: Result<Letter, LetterRefusal>): Promise<Kept> {
  if (!after.ok) return after;
  await saveLetter(writer, after.value);
  return accept({ letterId: after.value.id });
}
