import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Session } from '../rules/session.ts';
import type { SessionSheet, SheetState } from '../rules/session-sheet.ts';

const SELECT = `select s.id, s.district, s.title, s.for_year as "forYear", s.opens_on as "opensOn", s.state, h.content as sheet,
    s.sheet_version as "sheetVersion", s.sheet_state as "sheetState", s.sheet_digest as "sheetDigest", s.list_decision as "listDecision",
    s.list_settled_on as "listSettledOn", s.version
  from ballot.session s
  join ballot.sheet h on h.district = s.district and h.session_id = s.id and h.sheet_version = s.sheet_version
 where s.district = $1`;

export async function listSessions({ client, district }: Reader): Promise<readonly Session[]> {
  return (await client.query<Session>(`${SELECT} order by s.opens_on desc, s.id`, [district])).rows;
}

export async function getSession({ client, district }: Reader, id: string): Promise<Session> {
  const found = await client.query<Session>(`${SELECT} and s.id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-session', { id });
  return found.rows[0];
}

/** Holds the session until the transaction ends: what is decided about it is decided one after another. */
export async function getSessionForUpdate(writer: Writer, id: string): Promise<Session> {
  await writer.client.query('select 1 from ballot.session where district = $1 and id = $2 for update', [writer.district, id]);
  return getSession(writer, id);
}

export async function isKnownSession({ client, district }: Reader, id: string): Promise<boolean> {
  return (await client.query('select 1 from ballot.session where district = $1 and id = $2', [district, id])).rowCount !== 0;
}

type SheetStep = { readonly sheet: SessionSheet; readonly state: SheetState; readonly note: string };

async function addSheet(writer: Writer, sessionId: string, sheetVersion: number, { sheet, state, note }: SheetStep): Promise<void> {
  const made = { made_by: writer.actor.name, made_on: writer.today };
  await add(writer, 'ballot.sheet', { session_id: sessionId, sheet_version: sheetVersion, content: sheet, state, note, ...made });
}

export async function addSession(
  writer: Writer,
  { id, title, forYear, opensOn }: Pick<Session, 'id' | 'title' | 'forYear' | 'opensOn'>,
  sheet: SessionSheet,
): Promise<void> {
  await add(writer, 'ballot.session', { id, title, for_year: forYear, opens_on: opensOn, sheet_version: 1, sheet_state: 'draft' });
  await addSheet(writer, id, 1, { sheet, state: 'draft', note: '' });
}

export async function changeSession(
  writer: Writer,
  { id, title, forYear, opensOn }: Pick<Session, 'id' | 'title' | 'forYear' | 'opensOn'>,
) {
  await save(writer, 'ballot.session', { id }, { title, for_year: forYear, opens_on: opensOn });
}

/** Every change of a sheet, and every step of it, is a new version. */
export async function saveSheet(writer: Writer, session: Session, step: SheetStep, digest: string | null): Promise<number> {
  const next = session.sheetVersion + 1;
  await addSheet(writer, session.id, next, step);
  await save(writer, 'ballot.session', { id: session.id }, { sheet_version: next, sheet_state: step.state, sheet_digest: digest });
  return next;
}

export type SheetVersion = SheetStep & { readonly sheetVersion: number; readonly madeBy: string; readonly madeOn: string };

export async function listSheets({ client, district }: Reader, sessionId: string): Promise<readonly SheetVersion[]> {
  const found = await client.query<SheetVersion>(
    `select sheet_version as "sheetVersion", content as sheet, state, note, made_by as "madeBy", made_on as "madeOn"
       from ballot.sheet where district = $1 and session_id = $2 order by sheet_version`,
    [district, sessionId],
  );
  return found.rows;
}

export async function saveListSettled(writer: Writer, id: string, decision: string | null): Promise<void> {
  await save(writer, 'ballot.session', { id }, { list_decision: decision, list_settled_on: decision === null ? null : writer.today });
}

export async function saveSessionState(writer: Writer, id: string, state: Session['state']): Promise<void> {
  await save(writer, 'ballot.session', { id }, { state, ...(state === 'sitting' && { opened_at: writer.now.toISOString() }) });
}
