import { z } from 'zod';
import { FIRST_SHEET } from '#/ballot/rules/session.ts';
import { newId } from '#/kernel/id.ts';
import { accept } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { add, addMany } from '#/platform/db.ts';

export const CANDIDATES = 12;
export const SEATS = 10;

/** A made-up session of 样本区 in its first vote: all its deputies are here, and its adopted sheet has the electronic ballot. */
export const beginVote = command({
  name: 'ballot.begin-vote-for-bench',
  version: 1,
  input: z.object({ roundId: z.uuid(), deputies: z.number() }),
  permission: 'ballot.prepare',
  subject: () => 'bench',
  async run(writer, { roundId, deputies }) {
    const session_id = newId();
    const on = writer.today;
    const settled = { list_decision: '通过', list_settled_on: on, sheet_state: 'adopted', sheet_digest: 'a'.repeat(64), state: 'sitting' };
    await add(writer, 'ballot.session', {
      id: session_id,
      title: '样本区票决',
      for_year: 2027,
      opens_on: on,
      sheet_version: 1,
      ...settled,
    });
    const content = { ...FIRST_SHEET, electronic: true };
    const made = { note: '', made_by: '样本', made_on: on, state: 'adopted' };
    await add(writer, 'ballot.sheet', { session_id, sheet_version: 1, content, ...made });
    const roll = Array.from({ length: deputies }, (_, i) => ({ name: `样本代表${i}`, name_digest: `d${i}`, position: i }));
    for (const it of roll)
      await add(writer, 'ballot.roll', { id: newId(), session_id, delegation: '样本团', attendance: 'present', ...it });
    const candidates = Array.from({ length: CANDIDATES }, (_, position) => ({
      id: newId(),
      session_id,
      position,
      name: `样本项目${position}`,
    }));
    await addMany(writer, 'ballot.candidate', candidates);
    const numbers = { position: 1, seats: SEATS, max_marks: SEATS, roll_count: deputies, attending: deputies };
    const paper = { cause: 'first', decision: '第一次投票', colour: '白', paper_size: 'A5', state: 'voting' };
    await add(writer, 'ballot.round', { id: roundId, session_id, ...numbers, ...paper, candidate_ids: candidates.map(({ id }) => id) });
    return accept(null);
  },
});
