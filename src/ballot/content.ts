import type { Reader } from '#/platform/transaction.ts';
import { standing } from './rules/result.ts';
import type { VotedProjects } from './rules/voted.ts';
import { listCandidates } from './store/candidates.ts';
import { listNotices } from './store/notices.ts';
import { listSessions } from './store/sessions.ts';

/** Every session whose result was announced, newest first. */
export async function listVotedProjects(reader: Reader): Promise<readonly VotedProjects[]> {
  const found: VotedProjects[] = [];
  for (const { id, title, forYear, state } of await listSessions(reader)) {
    const notice = state === 'announced' ? standing(await listNotices(reader, id)) : null;
    if (notice === null) continue;
    const candidates = await listCandidates(reader, id);
    const projects = notice.content.elected.map(({ candidateId, name }) => ({
      id: candidateId,
      name,
      leadUnit: candidates.find((it) => it.id === candidateId)?.leadUnit ?? '',
    }));
    found.push({ sessionId: id, title, forYear, serial: notice.serial, noticeDigest: notice.digest, projects });
  }
  return found;
}
