import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, addMany, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { Step, TakenStep, Undoing } from '../rules/proceedings.ts';
import type { Issue, Round } from '../rules/round.ts';

const SELECT = `select id, session_id as "sessionId", position, cause, after_id as "afterId", decision, candidate_ids as "candidateIds", seats,
    max_marks as "maxMarks", colour, paper_size as "paperSize", state, roll_count as "rollCount", attending, issued, collected, source,
    sheet, outcome, decided_by as "decidedBy", decided_on as "decidedOn", version from ballot.round where district = $1`;

export async function listRounds({ client, district }: Reader, sessionId: string): Promise<readonly Round[]> {
  return (await client.query<Round>(`${SELECT} and session_id = $2 order by position`, [district, sessionId])).rows;
}

export async function getRound({ client, district }: Reader, id: string): Promise<Round> {
  const found = await client.query<Round>(`${SELECT} and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-round', { id });
  return found.rows[0];
}

/** Holds the vote until the transaction ends. */
export async function getRoundForUpdate(writer: Writer, id: string): Promise<Round> {
  await writer.client.query('select 1 from ballot.round where district = $1 and id = $2 for update', [writer.district, id]);
  return getRound(writer, id);
}

export type NewRound = Pick<
  Round,
  | 'id'
  | 'sessionId'
  | 'position'
  | 'cause'
  | 'afterId'
  | 'decision'
  | 'candidateIds'
  | 'seats'
  | 'maxMarks'
  | 'colour'
  | 'paperSize'
  | 'source'
> & { readonly rollCount: number; readonly attending: number };

const columnsOf = ({ cause, decision, seats, colour, source, attending, ...it }: NewRound) => ({
  ...{ cause, decision, seats, colour, source, attending },
  session_id: it.sessionId,
  position: it.position,
  after_id: it.afterId,
  candidate_ids: it.candidateIds,
  max_marks: it.maxMarks,
  paper_size: it.paperSize,
  roll_count: it.rollCount,
});

export async function addRound(writer: Writer, it: NewRound): Promise<void> {
  await add(writer, 'ballot.round', { id: it.id, state: 'issuing', ...columnsOf(it) });
}

/** A vote that was prepared, as it stands when it begins. */
export async function saveRound(writer: Writer, it: NewRound): Promise<void> {
  await save(writer, 'ballot.round', { id: it.id }, columnsOf(it));
}

export async function saveIssued(
  writer: Writer,
  id: string,
  issues: readonly Issue[],
  counts: { readonly rollCount: number; readonly attending: number; readonly issued: number },
) {
  const { rollCount, attending, issued } = counts;
  await addMany(
    writer,
    'ballot.paper_issue',
    issues.map(({ delegation, papers }) => ({ round_id: id, delegation, papers, recorded_by: writer.actor.name })),
  );
  await save(writer, 'ballot.round', { id }, { state: 'voting', roll_count: rollCount, attending, issued });
}

/** The papers of a vote are to be issued anew: what was noted of them no longer holds. */
export async function saveUnissued(writer: Writer, id: string): Promise<void> {
  await remove(writer, 'ballot.paper_issue', { round_id: id });
  await save(writer, 'ballot.round', { id }, { state: 'issuing', issued: null });
}

export async function listIssues({ client, district }: Reader, roundId: string): Promise<readonly Issue[]> {
  const found = await client.query<Issue>(
    'select delegation, papers from ballot.paper_issue where district = $1 and round_id = $2 order by delegation',
    [district, roundId],
  );
  return found.rows;
}

export async function saveCollected(
  writer: Writer,
  id: string,
  collected: number,
  bundles: number,
  source: Round['source'],
): Promise<void> {
  await save(writer, 'ballot.round', { id }, { state: 'counting', collected, source });
  const serials = Array.from({ length: bundles }, (_, i) => i + 1);
  await addMany(
    writer,
    'ballot.bundle',
    serials.map((serial) => ({ id: newId(), round_id: id, serial, version: 1 })),
  );
}

type Decided = { readonly sheet: Round['sheet']; readonly outcome: Round['outcome'] };

export async function saveDecided(writer: Writer, id: string, { sheet, outcome }: Decided, collected?: number): Promise<void> {
  const who = { decided_by: writer.actor.name, decided_on: writer.today };
  await save(writer, 'ballot.round', { id }, { state: 'decided', sheet, outcome, ...who, ...(collected !== undefined && { collected }) });
}

export async function saveUndecided(writer: Writer, id: string): Promise<void> {
  await save(writer, 'ballot.round', { id }, { state: 'counting', sheet: null, outcome: null, decided_by: null, decided_on: null });
}

export async function addUndoing(
  writer: Writer,
  it: { readonly sessionId: string; readonly what: string; readonly subjectId: string; readonly before: unknown; readonly reason: string },
): Promise<void> {
  const { sessionId, subjectId, ...rest } = it;
  const who = { recorded_by: writer.actor.name, recorded_at: writer.now.toISOString() };
  await add(writer, 'ballot.undoing', { id: newId(), session_id: sessionId, subject_id: subjectId, ...rest, ...who });
}

export async function listUndoings({ client, district }: Reader, sessionId: string): Promise<readonly Undoing[]> {
  const found = await client.query<Undoing>(
    `select what, reason, recorded_by as "recordedBy", recorded_at as "recordedAt" from ballot.undoing
      where district = $1 and session_id = $2 order by recorded_at, id`,
    [district, sessionId],
  );
  return found.rows;
}

export async function listSteps({ client, district }: Reader, sessionId: string): Promise<readonly TakenStep[]> {
  const found = await client.query<TakenStep>(
    `select id, round_id as "roundId", step, note, skipped_reason as "skippedReason", recorded_by as "recordedBy", recorded_at as "recordedAt"
       from ballot.proceeding where district = $1 and session_id = $2 and undone_reason is null order by recorded_at, id`,
    [district, sessionId],
  );
  return found.rows;
}

export async function addStep(
  writer: Writer,
  round: Pick<Round, 'id' | 'sessionId'>,
  step: Step,
  said: { readonly note?: string; readonly skippedReason?: string },
): Promise<void> {
  const which = { id: newId(), session_id: round.sessionId, round_id: round.id, step };
  const who = { recorded_by: writer.actor.name, recorded_at: writer.now.toISOString() };
  await add(writer, 'ballot.proceeding', { ...which, note: said.note ?? '', skipped_reason: said.skippedReason ?? null, ...who });
}

export async function saveStepUndone(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'ballot.proceeding', { id }, { undone_reason: reason });
}
