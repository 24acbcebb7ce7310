import type { Reader } from '#/platform/db.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';

/** 推进的项目: a project of a frozen list with whose it is. */
export type PushedProject = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly no: string;
  readonly name: string;
  readonly leadUnitId: string | null;
  readonly leadUnit: string | null;
  readonly unitIds: readonly string[];
};

/** Projects of the frozen lists, newest year first. */
export async function listPushedProjects({ client, district }: Reader, id: string | null = null): Promise<readonly PushedProject[]> {
  const found = await client.query<PushedProject>({
    name: 'rhythm-projects',
    text: `select j.id, j.programme_id as "programmeId", l.year, l.kind, j.no, j.name, j.lead_unit_id as "leadUnitId", u.name as "leadUnit",
             array_remove(array_prepend(j.lead_unit_id, j.supporting_unit_ids), null) as "unitIds"
             from programme.project j
             join programme.programme l on l.district = j.district and l.id = j.programme_id
             left join organisation.unit u on u.district = j.district and u.id = j.lead_unit_id
            where j.district = $1 and l.state = 'frozen' and ($2::uuid is null or j.id = $2) order by l.year desc, l.kind, j.position`,
    values: [district, id],
  });
  return found.rows;
}

export async function findProject(reader: Reader, id: string): Promise<PushedProject | undefined> {
  return (await listPushedProjects(reader, id))[0];
}
