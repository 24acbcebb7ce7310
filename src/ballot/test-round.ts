import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { add } from '#/platform/db.ts';

/** A made-up session that has begun to vote: its roll, its candidates, its first round. */
export const placeRound = command({
  name: 'ballot.place-round-for-tests',
  version: 1,
  input: z.object({
    roundId: z.uuid(),
    sheet: z.any(),
    deputies: z.number(),
    present: z.number(),
    papers: z.number(),
    names: z.array(z.string()),
    maxMarks: z.number(),
    state: z.enum(['issuing', 'voting']).default('voting'),
  }),
  permission: 'ballot.prepare',
  subject: () => 'test',
  async run(writer, { roundId, sheet, deputies, present, papers, names, maxMarks, state }) {
    const sessionId = newId();
    const settled = { list_decision: '通过', list_settled_on: writer.today, sheet_state: 'adopted', sheet_digest: 'a'.repeat(64) };
    const session = { id: sessionId, title: '清泉区第三届人大第五次会议票决', for_year: 2027, opens_on: writer.today, sheet_version: 1 };
    await add(writer, 'ballot.session', { ...session, ...settled, state: 'sitting' });
    const made = { note: '', made_by: '测试', made_on: writer.today, state: 'adopted' };
    await add(writer, 'ballot.sheet', { session_id: sessionId, sheet_version: 1, content: sheet, ...made });
    for (let i = 0; i < deputies; i++) {
      const who = { name: `代表${i}`, name_digest: `d${i}`, attendance: i < present ? 'present' : 'absent' };
      await add(writer, 'ballot.roll', { id: newId(), session_id: sessionId, position: i, delegation: '第一代表团', ...who });
    }
    const candidates = names.map((name, position) => ({ id: newId(), session_id: sessionId, position, name }));
    for (const it of candidates) await add(writer, 'ballot.candidate', it);
    const numbers = { position: 1, seats: maxMarks, max_marks: maxMarks, roll_count: deputies, attending: present };
    const round = {
      id: roundId,
      session_id: sessionId,
      cause: 'first',
      decision: '第一次投票',
      colour: '白',
      paper_size: 'A5',
      state,
    };
    await add(writer, 'ballot.round', { ...round, ...numbers, candidate_ids: candidates.map((it) => it.id) });
    if (papers > 0) await add(writer, 'ballot.paper_issue', { round_id: roundId, delegation: '第一代表团', papers, recorded_by: '测试' });
    return accept(null);
  },
});
