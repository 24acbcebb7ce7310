import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { onTheList } from '../rules/candidate.ts';
import { NameOfficer, nameOfficer, type OfficerRefusal } from '../rules/officers.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { listCandidates } from '../store/candidates.ts';
import { listOfficers, removeOfficer, saveOfficer } from '../store/officers.ts';
import { getSessionForUpdate } from '../store/sessions.ts';

export const nameOfficerOfVote = command({
  name: 'ballot.name-officer',
  version: 1,
  input: NameOfficer,
  permission: 'ballot.manage-roll',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, ...officer }): Promise<Result<{ officerId: string }, OfficerRefusal | SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state === 'announced') return refuse({ kind: 'session-under-way' });
    const candidates = onTheList(await listCandidates(writer, sessionId));
    const decided = nameOfficer(officer, await listOfficers(writer, sessionId), candidates);
    if (!decided.ok) return decided;
    await saveOfficer(writer, sessionId, decided.value);
    return accept({ officerId: officer.id });
  },
});

export const removeOfficerOfVote = command({
  name: 'ballot.remove-officer',
  version: 1,
  input: z.object({ sessionId: z.uuid(), officerId: z.uuid() }),
  permission: 'ballot.manage-roll',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, { sessionId, officerId }): Promise<Result<null, SheetRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    if (session.state !== 'preparing') return refuse({ kind: 'session-under-way' });
    await removeOfficer(writer, sessionId, officerId);
    return accept(null);
  },
});
