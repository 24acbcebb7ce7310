import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { readCandidates } from '../actions/candidates.ts';
import { readRoll } from '../actions/roll.ts';
import { listCandidates, listOpinions } from '../store/candidates.ts';
import { isAttendanceClosed, roundAtTheDesk } from '../store/desk.ts';
import { listOfficers } from '../store/officers.ts';
import { listMaskedRoll, listRoll } from '../store/roll.ts';
import { getSession } from '../store/sessions.ts';
import { sessionFacts } from './session-facts.ts';
import { OfSession } from './sessions.ts';

const OfFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(300) });

export const rollReads = [
  read({
    path: '/ballot/roll',
    permission: 'ballot.manage-roll',
    query: OfSession,
    summary: '名册: the deputies of a session by family name and delegation, and who is there',
    async run(reader, { sessionId }) {
      const { session, attendance } = await sessionFacts(reader, sessionId);
      return { session, deputies: await listMaskedRoll(reader, sessionId), attendance };
    },
  }),
  read({
    path: '/ballot/roll/names',
    permission: 'ballot.manage-roll',
    query: OfSession,
    summary: '显示姓名: names, units and notes of the roll; each look at them is noted',
    audited: ({ sessionId }) => ({ sessionId }),
    async run(reader, { sessionId }) {
      await getSession(reader, sessionId);
      return (await listRoll(reader, sessionId)).map(({ id, name, unit, leaveNote }) => ({ id, name, unit, leaveNote }));
    },
  }),
  read({
    path: '/ballot/desk',
    permission: 'ballot.manage-roll',
    query: OfSession,
    summary: '签到台: who is there and who took a slip, without names; attendance with its quorum',
    async run(reader, { sessionId }) {
      const { session, attendance } = await sessionFacts(reader, sessionId);
      const { round, box } = await roundAtTheDesk(reader, sessionId);
      const places = (await listMaskedRoll(reader, sessionId)).map(({ id, position, delegation, attendance: here, slipRound }) => ({
        ...{ id, position, delegation, attendance: here, hasSlip: round !== null && slipRound === round.position },
      }));
      const { sheet, title } = session;
      const handsSlips = box?.state === 'ready' || box?.state === 'open';
      return { title, attendance, places, isElectronic: sheet.electronic, handsSlips, isClosed: isAttendanceClosed(round) };
    },
  }),
  read({
    path: '/ballot/attendance',
    permission: 'ballot.read',
    query: OfSession,
    summary: '到会情况: counts only, by delegation, with the quorum',
    run: async (reader, { sessionId }) => (await sessionFacts(reader, sessionId)).attendance,
  }),
  read({
    path: '/ballot/roll/check',
    permission: 'ballot.manage-roll',
    query: OfFile,
    summary: '名册逐行报告: what a file says, row by row; nothing is written',
    run: (reader, { digest, name }) => readRoll(reader, { digest, name }),
  }),
  read({
    path: '/ballot/candidates',
    permission: 'ballot.read',
    query: OfSession,
    summary: '候选项目: the candidates with their papers, and the delegations’ opinions',
    async run(reader, { sessionId }) {
      const session = await getSession(reader, sessionId);
      return { session, candidates: await listCandidates(reader, sessionId), opinions: await listOpinions(reader, sessionId) };
    },
  }),
  read({
    path: '/ballot/candidates/check',
    permission: 'ballot.prepare',
    query: OfFile,
    summary: '候选项目逐行报告: what a file says, row by row; nothing is written',
    run: (reader, { digest, name }) => readCandidates(reader, { digest, name }),
  }),
  read({
    path: '/ballot/officers',
    permission: 'ballot.count-room',
    query: OfSession,
    summary: '总监票人、监票人、计票人 of a session',
    async run(reader, { sessionId }) {
      await getSession(reader, sessionId);
      return listOfficers(reader, sessionId);
    },
  }),
];
