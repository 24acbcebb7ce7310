import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Candidate, CandidateFields, Opinion } from '../rules/candidate.ts';

const SELECT = `select id, position, name, basis, content, investment, fund_source as "fundSource", place, finish_time as "finishTime",
    lead_unit as "leadUnit", withdrawn_reason as "withdrawnReason" from ballot.candidate where district = $1`;

export async function listCandidates({ client, district }: Reader, sessionId: string): Promise<readonly Candidate[]> {
  return (await client.query<Candidate>(`${SELECT} and session_id = $2 order by position, id`, [district, sessionId])).rows;
}

export async function getCandidate({ client, district }: Reader, id: string): Promise<Candidate & { readonly sessionId: string }> {
  const found = await client.query<Candidate & { sessionId: string }>(
    `${SELECT.replace('select id', 'select session_id as "sessionId", id')} and id = $2`,
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-candidate', { id });
  return found.rows[0];
}

const columnsOf = ({ fundSource, finishTime, leadUnit, ...rest }: CandidateFields) => ({
  ...rest,
  fund_source: fundSource,
  finish_time: finishTime,
  lead_unit: leadUnit,
});

export async function addCandidates(writer: Writer, sessionId: string, after: number, rows: readonly CandidateFields[]): Promise<void> {
  await addMany(
    writer,
    'ballot.candidate',
    rows.map((it, i) => ({ id: newId(), session_id: sessionId, position: after + i + 1, ...columnsOf(it), version: 1 })),
  );
}

export async function saveCandidate(
  writer: Writer,
  id: string,
  sessionId: string,
  position: number,
  fields: CandidateFields,
): Promise<void> {
  await save(writer, 'ballot.candidate', { id }, { session_id: sessionId, position, ...columnsOf(fields) });
}

export async function saveWithdrawn(writer: Writer, id: string, reason: string | null): Promise<void> {
  await save(writer, 'ballot.candidate', { id }, { withdrawn_reason: reason });
}

const OPINION = `select id, candidate_id as "candidateId", delegation, body, recorded_by as "recordedBy", recorded_on as "recordedOn", settlement
    from ballot.opinion where district = $1`;

export async function listOpinions({ client, district }: Reader, sessionId: string): Promise<readonly Opinion[]> {
  return (await client.query<Opinion>(`${OPINION} and session_id = $2 order by recorded_on, id`, [district, sessionId])).rows;
}

export async function addOpinion(
  writer: Writer,
  sessionId: string,
  { id, candidateId, delegation, body }: Pick<Opinion, 'id' | 'candidateId' | 'delegation' | 'body'>,
): Promise<void> {
  const who = { recorded_by: writer.actor.name, recorded_on: writer.today };
  await add(writer, 'ballot.opinion', { id, session_id: sessionId, candidate_id: candidateId, delegation, body, ...who });
}

export async function saveSettlement(writer: Writer, sessionId: string, id: string, settlement: string): Promise<void> {
  const known = await listOpinions(writer, sessionId);
  if (!known.some((it) => it.id === id)) throw new Problem(404, 'unknown-opinion', { id });
  await save(writer, 'ballot.opinion', { id }, { settlement, settled_on: writer.today });
}
