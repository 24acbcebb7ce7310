import { addMany, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { Agenda, AgendaChange, AgendaItem } from '../rules/agenda.ts';
import type { Attendance } from '../rules/meeting.ts';

export async function listAgendaChanges({ client, district }: Reader, meetingId: string): Promise<readonly AgendaChange[]> {
  const found = await client.query<AgendaChange>({
    name: 'rhythm-agenda-changes',
    text: `select item_key as key, sort_order as "sortOrder", left_out_reason as "leftOutReason", title, note, project_id as "projectId"
             from rhythm.agenda_change where district = $1 and meeting_id = $2 order by item_key`,
    values: [district, meetingId],
  });
  return found.rows;
}

export async function saveAgendaChange(writer: Writer, meetingId: string, it: AgendaChange): Promise<void> {
  await save(
    writer,
    'rhythm.agenda_change',
    { meeting_id: meetingId, item_key: it.key },
    {
      ...{ sort_order: it.sortOrder, left_out_reason: it.leftOutReason, title: it.title, note: it.note, project_id: it.projectId },
      changed_by: writer.actor.name,
    },
  );
}

export async function removeAgendaChange(writer: Writer, meetingId: string, key: string): Promise<void> {
  await remove(writer, 'rhythm.agenda_change', { meeting_id: meetingId, item_key: key });
}

/** The agenda as it stood when the meeting began; null before. */
export async function findFrozenAgenda({ client, district }: Reader, meetingId: string): Promise<Agenda | null> {
  const found = await client.query<{ item: AgendaItem; reason: string | null }>({
    name: 'rhythm-agenda-items',
    text: `select item, left_out_reason as reason from rhythm.agenda_item where district = $1 and meeting_id = $2 order by position`,
    values: [district, meetingId],
  });
  if (found.rows.length === 0) return null;
  return {
    items: found.rows.filter(({ reason }) => reason === null).map(({ item }) => item),
    leftOut: found.rows.flatMap(({ item, reason }) => (reason === null ? [] : [{ item, reason }])),
  };
}

export async function freezeAgenda(writer: Writer, meetingId: string, { items, leftOut }: Agenda): Promise<void> {
  const rows = [...items.map((item) => ({ item, reason: null })), ...leftOut];
  const columns = rows.map(({ item, reason }, i) => ({
    ...{ meeting_id: meetingId, position: i + 1, item_key: item.key, item, left_out_reason: reason },
  }));
  await addMany(writer, 'rhythm.agenda_item', columns);
}

export async function listAttendance({ client, district }: Reader, meetingId: string): Promise<readonly Attendance[]> {
  const found = await client.query<Attendance>({
    name: 'rhythm-attendance',
    text: `select place, unit_id as "unitId", post_id as "postId", title, name, state, note
             from rhythm.attendance where district = $1 and meeting_id = $2 order by place`,
    values: [district, meetingId],
  });
  return found.rows;
}

export async function saveAttendance(writer: Writer, meetingId: string, it: Attendance): Promise<void> {
  await save(
    writer,
    'rhythm.attendance',
    { meeting_id: meetingId, place: it.place },
    { unit_id: it.unitId, post_id: it.postId, title: it.title, name: it.name, state: it.state, note: it.note },
  );
}
