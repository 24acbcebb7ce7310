import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import type { DayNode, RecordDay } from '../rules/day-node.ts';

/** The days of a project's activities between two days, newest first. */
export async function listDayNodes(
  { client, district }: Reader,
  { projectId, from, to }: { readonly projectId: string; readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly DayNode[]> {
  const found = await client.query<DayNode>({
    name: 'planning-day-nodes',
    text: `select d.activity_id as "activityId", d.on_day as "on", d.planned, d.state, d.done, d.note, d.photos, d.by_name as "byName",
             d.by_post as "byPost", d.version
             from planning.day_node d join planning.activity a on a.district = d.district and a.id = d.activity_id
            where d.district = $1 and a.project_id = $2 and d.on_day between $3 and $4 order by d.on_day desc, a.position`,
    values: [district, projectId, from, to],
  });
  return found.rows;
}

export async function saveDayNode(writer: Writer, { activityId, on, ...day }: RecordDay): Promise<void> {
  const by = { by_name: writer.actor.name, by_post: writer.actor.postTitle };
  await save(writer, 'planning.day_node', { activity_id: activityId, on_day: on }, { ...day, ...by });
}
