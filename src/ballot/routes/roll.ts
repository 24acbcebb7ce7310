import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { readCandidates } from '../actions/candidates.ts';
import { readRoll } from '../actions/roll.ts';
import { attendanceOf } from '../rules/roll.ts';
import { listCandidates, listOpinions } from '../store/candidates.ts';
import { listOfficers } from '../store/officers.ts';
import { listPresence, listRoll } from '../store/roll.ts';
import { getSession } from '../store/sessions.ts';
import { OfSession } from './sessions.ts';

const OfFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(300) });

export const rollReads = [
  read({
    path: '/ballot/roll',
    permission: 'ballot.manage-roll',
    query: OfSession,
    summary: '名册: the deputies of a session with their names, and who is there',
    audited: ({ sessionId }) => ({ sessionId }),
    async run(reader, { sessionId }) {
      const session = await getSession(reader, sessionId);
      const deputies = await listRoll(reader, sessionId);
      return { session, deputies, attendance: attendanceOf(deputies, session.sheet.rule.quorum) };
    },
  }),
  read({
    path: '/ballot/attendance',
    permission: 'ballot.read',
    query: OfSession,
    summary: '到会情况: counts only, by delegation, with the quorum',
    async run(reader, { sessionId }) {
      const { sheet } = await getSession(reader, sessionId);
      return attendanceOf(await listPresence(reader, sessionId), sheet.rule.quorum);
    },
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
