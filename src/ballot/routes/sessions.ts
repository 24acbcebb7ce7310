import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { faultsOfSheet } from '../rules/session-sheet.ts';
import { getSession, listSessions, listSheets } from '../store/sessions.ts';

export const OfSession = z.object({ sessionId: z.uuid() });
export const NoInput = z.object({});

export const sessionReads = [
  read({
    path: '/ballot/sessions',
    permission: 'ballot.read',
    query: NoInput,
    summary: '大会: the sessions of the district, newest first',
    run: (reader) => listSessions(reader),
  }),
  read({
    path: '/ballot/session',
    permission: 'ballot.read',
    query: OfSession,
    summary: '大会: one session, every version of its rule sheet, and what contradicts in it',
    async run(reader, { sessionId }) {
      const session = await getSession(reader, sessionId);
      return { session, sheets: await listSheets(reader, sessionId), faults: faultsOfSheet(session.sheet) };
    },
  }),
];
