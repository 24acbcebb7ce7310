import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { HeldPost } from '../rules/bearer.ts';

/** Every post of the district with who holds it on a day. */
export async function listHeldPosts({ client, district }: Reader, day: CivilDate): Promise<readonly HeldPost[]> {
  const found = await client.query<HeldPost>({
    name: 'notices-held-posts',
    text: `select p.id, p.unit_id as "unitId", p.roles, p.is_active as "isActive", p.stand_in_post_id as "standInPostId", h.person_id as "personId"
             from organisation.post p
             left join organisation.holding h
               on h.district = p.district and h.post_id = p.id and h.from_on <= $2 and (h.to_on is null or h.to_on >= $2)
            where p.district = $1 order by p.sort_order, p.id`,
    values: [district, day],
  });
  return found.rows;
}

/** The person an account belongs to in this district. */
export async function findPersonOfAccount({ client, district }: Reader, accountId: string): Promise<string | null> {
  const found = await client.query<{ id: string }>({
    name: 'notices-person-of-account',
    text: 'select id from organisation.person where district = $1 and account_id::text = $2',
    values: [district, accountId],
  });
  return found.rows[0]?.id ?? null;
}
