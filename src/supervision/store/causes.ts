import type { Reader } from '#/platform/db.ts';
import type { Cause } from '../rules/bulletin-item.ts';

/** 滞后原因与补救措施 of the adopted reports of a list, by report. */
export async function listCauses({ client, district }: Reader, programmeId: string): Promise<Readonly<Record<string, Cause>>> {
  const found = await client.query<Cause & { readonly id: string }>({
    name: 'supervision-causes',
    text: `select id, behind_reason as text, behind_until as until from delivery.report
            where district = $1 and programme_id = $2 and state = 'adopted' and behind_reason is not null`,
    values: [district, programmeId],
  });
  return Object.fromEntries(found.rows.map(({ id, ...cause }) => [id, cause]));
}
