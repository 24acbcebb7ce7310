import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import type { Meeting } from '../rules/meeting.ts';

const COLUMNS = `id, programme_id as "programmeId", year, no, planned_on as "plannedOn", from_time as "fromTime", to_time as "toTime", place,
  chair_post_id as "chairPostId", chair_name as "chairName", state, begun_at as "begunAt", closed_at as "closedAt", closed_on as "closedOn",
  closed_by as "closedBy", created_by as "createdBy", cancelled_because as "cancelledBecause", version`;

/** The newest first. */
export async function listMeetings({ client, district }: Reader, programmeId: string | null = null): Promise<readonly Meeting[]> {
  const found = await client.query<Meeting>({
    name: 'rhythm-meetings',
    text: `select ${COLUMNS} from rhythm.meeting where district = $1 and ($2::uuid is null or programme_id = $2) order by year desc, no desc`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function getMeeting({ client, district }: Reader, id: string): Promise<Meeting> {
  const found = await client.query<Meeting>({
    name: 'rhythm-meeting',
    text: `select ${COLUMNS} from rhythm.meeting where district = $1 and id = $2`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-meeting', { id });
  return found.rows[0];
}

/** Held until the transaction ends: what two people write in one meeting comes one after the other. */
export async function getMeetingForUpdate({ client, district }: Writer, id: string): Promise<Meeting> {
  const found = await client.query<Meeting>(`select ${COLUMNS} from rhythm.meeting where district = $1 and id = $2 for update`, [
    district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-meeting', { id });
  return found.rows[0];
}

export async function nextMeetingNo({ client, district }: Writer, year: number): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rhythm.meeting ${district} ${year}`]);
  const found = await client.query<{ no: number }>(
    'select coalesce(max(no), 0) + 1 as no from rhythm.meeting where district = $1 and year = $2',
    [district, year],
  );
  return found.rows[0]!.no;
}

export async function saveMeeting(writer: Writer, it: Meeting): Promise<void> {
  await save(
    writer,
    'rhythm.meeting',
    { id: it.id },
    {
      ...{ programme_id: it.programmeId, year: it.year, no: it.no, planned_on: it.plannedOn, from_time: it.fromTime, to_time: it.toTime },
      ...{ place: it.place, chair_post_id: it.chairPostId, chair_name: it.chairName, state: it.state, begun_at: it.begunAt },
      ...{ closed_at: it.closedAt, closed_on: it.closedOn, closed_by: it.closedBy, created_by: it.createdBy },
      cancelled_because: it.cancelledBecause,
    },
  );
}

export async function keepMinutes(writer: Writer, id: string, digest: string): Promise<void> {
  await save(writer, 'rhythm.meeting', { id }, { minutes_digest: digest });
}

export async function findMinutes({ client, district }: Reader, id: string): Promise<string | null> {
  const found = await client.query<{ digest: string | null }>(
    'select minutes_digest as digest from rhythm.meeting where district = $1 and id = $2',
    [district, id],
  );
  return found.rows[0]?.digest ?? null;
}

/** The day of the last closed meeting of a list before another; null where there was none. */
export async function lastClosedOn({ client, district }: Reader, { id, programmeId }: Pick<Meeting, 'id' | 'programmeId'>) {
  const found = await client.query<{ on: CivilDate | null }>({
    name: 'rhythm-last-meeting',
    text: `select max(closed_on) as "on" from rhythm.meeting where district = $1 and programme_id = $2 and state = 'closed' and id <> $3`,
    values: [district, programmeId, id],
  });
  return found.rows[0]?.on ?? null;
}
