import { Problem } from '#/kernel/problem.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import type { Decision, MeetingDecision } from '../rules/decision.ts';

const COLUMNS = `d.id, d.meeting_id as "meetingId", d.item_key as "itemKey", d.position, d.body as text, d.project_id as "projectId", d.unit_id as "unitId",
  d.post_id as "postId", d.due_on as "dueOn", d.is_urgent as "isUrgent", d.order_id as "orderId", d.written_by as "writtenBy",
  d.written_at as "writtenAt", d.struck_because as "struckBecause", d.version`;

/** In the order of writing, struck ones too. */
export async function listDecisions({ client, district }: Reader, meetingId: string): Promise<readonly Decision[]> {
  const found = await client.query<Decision>({
    name: 'rhythm-decisions',
    text: `select ${COLUMNS} from rhythm.decision d where d.district = $1 and d.meeting_id = $2 order by d.position`,
    values: [district, meetingId],
  });
  return found.rows;
}

export async function findDecisionForUpdate({ client, district }: Writer, id: string): Promise<Decision | null> {
  const found = await client.query<Decision>(`select ${COLUMNS} from rhythm.decision d where d.district = $1 and d.id = $2 for update`, [
    district,
    id,
  ]);
  return found.rows[0] ?? null;
}

export async function getDecisionForUpdate(writer: Writer, id: string): Promise<Decision> {
  const found = await findDecisionForUpdate(writer, id);
  if (found === null) throw new Problem(404, 'unknown-decision', { id });
  return found;
}

/** What closed meetings decided and gave to a unit, the oldest first. */
export async function listIssuedDecisions({ client, district }: Reader, programmeId: string | null): Promise<readonly MeetingDecision[]> {
  const found = await client.query<MeetingDecision>({
    name: 'rhythm-issued-decisions',
    text: `select ${COLUMNS}, m.no as "meetingNo", m.year as "meetingYear"
             from rhythm.decision d join rhythm.meeting m on m.district = d.district and m.id = d.meeting_id
            where d.district = $1 and m.state = 'closed' and d.struck_because is null and d.order_id is not null
              and ($2::uuid is null or m.programme_id = $2)
            order by m.year, m.no, d.position`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function saveDecision(writer: Writer, it: Decision): Promise<void> {
  await save(
    writer,
    'rhythm.decision',
    { id: it.id },
    {
      ...{ meeting_id: it.meetingId, item_key: it.itemKey, position: it.position, body: it.text, project_id: it.projectId },
      ...{ unit_id: it.unitId, post_id: it.postId, due_on: it.dueOn, is_urgent: it.isUrgent, order_id: it.orderId },
      ...{ written_by: it.writtenBy, written_at: it.writtenAt, struck_because: it.struckBecause },
    },
  );
}
