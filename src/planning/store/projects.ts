import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';

/** A project as sites hang on it: its number, and the units it belongs to. */
export type SiteProject = {
  readonly id: string;
  readonly programmeId: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly no: string;
  readonly name: string;
  readonly unitIds: readonly string[];
  readonly promises: readonly { readonly id: string; readonly label: string }[];
};

/** Projects of the frozen lists, newest year first. */
export async function listSiteProjects({ client, district }: Reader): Promise<readonly SiteProject[]> {
  const found = await client.query<SiteProject>({
    name: 'planning-projects',
    text: `select j.id, j.programme_id as "programmeId", l.year, l.kind, j.no, j.name,
             array_remove(array_prepend(j.lead_unit_id, j.supporting_unit_ids), null) as "unitIds",
             coalesce((select json_agg(json_build_object('id', p.id, 'label', p.verb || p.object) order by p.position)
                         from programme.promise p where p.district = j.district and p.project_id = j.id), '[]') as promises
             from programme.project j join programme.programme l on l.district = j.district and l.id = j.programme_id
            where j.district = $1 and l.state = 'frozen' order by l.year desc, l.kind, j.position`,
    values: [district],
  });
  return found.rows;
}

export function getSiteProject(projects: readonly SiteProject[], id: string): SiteProject {
  const project = projects.find((it) => it.id === id);
  if (project === undefined) throw new Problem(404, 'unknown-project', { id });
  return project;
}
