import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Responsible, ResponsibleChange } from '../rules/responsible.ts';

const LINE = `c.project_id as "projectId", c.position, c.lead_unit_id as "leadUnitId", c.supporting_unit_ids as "supportingUnitIds",
  json_build_object('leadUnitId', c.before_lead_unit_id, 'supportingUnitIds', c.before_supporting_unit_ids) as before,
  c.reason, c.set_by as "setBy", c.set_on as "setOn"`;

/** Who was responsible for the projects of a list, in the order of changing. */
export async function listResponsibleChanges({ client, district }: Reader, programmeId: string): Promise<readonly ResponsibleChange[]> {
  const found = await client.query<ResponsibleChange>(
    `select ${LINE} from programme.responsible_change c join programme.project j on j.district = c.district and j.id = c.project_id
      where c.district = $1 and j.programme_id = $2 order by j.position, c.position`,
    [district, programmeId],
  );
  return found.rows;
}

export type Held = { readonly present: Responsible; readonly history: readonly ResponsibleChange[] };

/** The project is held until the transaction ends, so that two changes stand one after the other. */
export async function getResponsibleForUpdate({ client, district }: Writer, projectId: string): Promise<Held> {
  const held = await client.query<Responsible>(
    `select lead_unit_id as "leadUnitId", supporting_unit_ids as "supportingUnitIds" from programme.project
      where district = $1 and id = $2 for update`,
    [district, projectId],
  );
  const present = held.rows[0];
  if (present === undefined) throw new Problem(404, 'unknown-project', { id: projectId });
  const found = await client.query<ResponsibleChange>(
    `select ${LINE} from programme.responsible_change c where c.district = $1 and c.project_id = $2 order by c.position`,
    [district, projectId],
  );
  return { present, history: found.rows };
}

export async function saveResponsible(writer: Writer, it: ResponsibleChange): Promise<void> {
  const { projectId, position, before, leadUnitId, supportingUnitIds, reason, setBy, setOn } = it;
  await add(writer, 'programme.responsible_change', {
    id: newId(),
    project_id: projectId,
    position,
    before_lead_unit_id: before.leadUnitId,
    before_supporting_unit_ids: before.supportingUnitIds,
    lead_unit_id: leadUnitId,
    supporting_unit_ids: supportingUnitIds,
    reason,
    set_by: setBy,
    set_on: setOn,
  });
  await save(writer, 'programme.project', { id: projectId }, { lead_unit_id: leadUnitId, supporting_unit_ids: supportingUnitIds });
}
