import type { Reader } from '#/platform/db.ts';

/** 本单位: the unit itself and every unit that was merged into it, whose orders it goes on settling. */
export async function listOwnUnits({ client, district }: Reader, unitId: string | null): Promise<readonly string[]> {
  if (unitId === null) return [];
  const found = await client.query<{ id: string }>({
    name: 'orders-own-units',
    text: `with recursive own as (
             select id from organisation.unit where district = $1 and id = $2
             union select u.id from organisation.unit u join own on u.district = $1 and u.merged_into_id = own.id)
           select id from own`,
    values: [district, unitId],
  });
  return found.rows.map(({ id }) => id);
}
