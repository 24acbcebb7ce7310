import { z } from 'zod';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import { digestOf } from '#/platform/secrets.ts';
import { FIRST_SHEET, SetUpSession } from '../rules/session.ts';
import { changeSheet, moveSheet, SessionSheet, SHEET_STATES, type SheetRefusal } from '../rules/session-sheet.ts';
import { addSession, changeSession, getSessionForUpdate, isKnownSession, saveSheet } from '../store/sessions.ts';

/** 登记大会: a session begins with the usual rule sheet, as a draft. */
export const setUpSession = command({
  name: 'ballot.set-up-session',
  version: 1,
  input: SetUpSession,
  permission: 'ballot.prepare',
  subject: (input) => `session:${input.id}`,
  async run(writer, input): Promise<Result<{ sessionId: string }, SheetRefusal>> {
    if (!(await isKnownSession(writer, input.id))) {
      await addSession(writer, input, FIRST_SHEET);
      return accept({ sessionId: input.id });
    }
    const session = await getSessionForUpdate(writer, input.id);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    await changeSession(writer, input);
    return accept({ sessionId: input.id });
  },
});

export const changeRuleSheet = command({
  name: 'ballot.change-sheet',
  version: 1,
  input: z.object({ sessionId: z.uuid(), sheet: SessionSheet, note: z.string().trim().max(300).default('') }),
  permission: 'ballot.prepare',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, sheet, note }): Promise<Result<{ sheetVersion: number }, SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    checkBase(writer, sessionId, session.version);
    const decided = changeSheet(session, sheet);
    if (!decided.ok) return decided;
    return accept({ sheetVersion: await saveSheet(writer, session, { sheet, state: 'draft', note }, null) });
  },
});

/** 草案交主席团、大会通过: at the last step the sheet is frozen with its digest. */
export const moveRuleSheet = command({
  name: 'ballot.move-sheet',
  version: 1,
  input: z.object({ sessionId: z.uuid(), to: z.enum(SHEET_STATES), note: z.string().trim().min(2).max(300) }),
  permission: 'ballot.decide',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, to, note }): Promise<Result<{ sheetVersion: number; digest: string | null }, SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    checkBase(writer, sessionId, session.version);
    const decided = moveSheet(session, session.sheet, to);
    if (!decided.ok) return decided;
    const digest = to === 'adopted' ? digestOf(canonicalText(SessionSheet.parse(session.sheet))) : null;
    const sheetVersion = await saveSheet(writer, session, { sheet: session.sheet, state: to, note }, digest);
    return accept({ sheetVersion, digest });
  },
});
