import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Notice } from '../rules/result.ts';

const SELECT = `select id, session_id as "sessionId", serial, supersedes_id as "supersedesId", reason, content, signed_by as "signedBy",
    signed_on as "signedOn", recorded_by as "recordedBy", digest from ballot.notice where district = $1`;

export async function listNotices({ client, district }: Reader, sessionId: string): Promise<readonly Notice[]> {
  return (await client.query<Notice>(`${SELECT} and session_id = $2 order by signed_on, id`, [district, sessionId])).rows;
}

export async function addNotice(writer: Writer, it: Omit<Notice, 'recordedBy'>): Promise<void> {
  const { id, serial, reason, content, digest } = it;
  const signed = { signed_by: it.signedBy, signed_on: it.signedOn, recorded_by: writer.actor.name };
  await add(writer, 'ballot.notice', {
    id,
    session_id: it.sessionId,
    serial,
    supersedes_id: it.supersedesId,
    reason,
    content,
    ...signed,
    digest,
  });
}
