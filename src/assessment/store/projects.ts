import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';

/** The list that a project stands on. */
export async function getProject({ client, district }: Reader, id: string): Promise<{ readonly programmeId: string }> {
  const found = await client.query<{ programmeId: string }>({
    name: 'assessment-project',
    text: 'select programme_id as "programmeId" from programme.project where district = $1 and id = $2',
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-project', { id });
  return found.rows[0];
}
