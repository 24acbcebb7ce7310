import type pg from 'pg';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Role } from '#/kernel/role.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import type { AccountDistrict } from '#/platform/session/context.ts';
import type { District } from '../rules/district.ts';

type Queryable = Pick<pg.ClientBase, 'query'>;

const COLUMNS = `district, name, short_name as "shortName", province, city, government_name as "governmentName", office_name as "officeName", demo_today as "demoToday"`;

export async function listDistricts(db: Queryable): Promise<readonly District[]> {
  const found = await db.query<District>(`select ${COLUMNS} from organisation.district order by district`);
  return found.rows;
}

export async function findDistrict({ client, district }: Reader): Promise<District | null> {
  const found = await client.query<District>({
    name: 'district-find',
    text: `select ${COLUMNS} from organisation.district where district = $1`,
    values: [district],
  });
  return found.rows[0] ?? null;
}

export async function getDistrict(reader: Reader): Promise<District> {
  const found = await findDistrict(reader);
  if (found === null) throw new Problem(404, 'unknown-district', { district: reader.district });
  return found;
}

export async function saveDistrict(writer: Writer, it: District): Promise<void> {
  await save(
    writer,
    'organisation.district',
    {},
    {
      name: it.name,
      short_name: it.shortName,
      province: it.province,
      city: it.city,
      government_name: it.governmentName,
      office_name: it.officeName,
      demo_today: it.demoToday,
    },
  );
}

/** Across districts on purpose: a person's own districts, to choose from after the log-in. */
export async function listDistrictsOfAccount(db: Queryable, accountId: string): Promise<readonly AccountDistrict[]> {
  const found = await db.query<AccountDistrict>({
    name: 'account-districts',
    text: `select d.district, d.name, d.demo_today as "demoToday" from organisation.account_district a
             join organisation.district d on d.district = a.district where a.account_id = $1 and a.roles <> '{}' order by d.district`,
    values: [accountId],
  });
  return found.rows;
}

/** Roles that an account has in other districts; three administrators exclude each other across them too. */
export async function listRolesElsewhere({ client, district }: Reader, accountId: string): Promise<readonly Role[]> {
  const found = await client.query<{ role: Role }>(
    'select distinct unnest(roles) as role from organisation.account_district where account_id = $1 and district <> $2',
    [accountId, district],
  );
  return found.rows.map((row) => row.role);
}

/** Notes anew what an account may do here, from the posts its person holds now or later. */
export async function renewAccountDistrict(writer: Writer, personId: string): Promise<void> {
  const found = await writer.client.query<{ accountId: string | null; roles: Role[] | null; known: Role[] | null }>(
    `select r.account_id as "accountId",
        (select array_agg(distinct role order by role) from organisation.holding h
           join organisation.post p on p.district = h.district and p.id = h.post_id and p.is_active, unnest(p.roles) role
          where h.district = r.district and h.person_id = r.id and (h.to_on is null or h.to_on >= $3)) as roles,
        (select a.roles from organisation.account_district a where a.district = r.district and a.account_id = r.account_id) as known
       from organisation.person r where r.district = $1 and r.id = $2`,
    [writer.district, personId, writer.today],
  );
  const row = found.rows[0];
  if (row === undefined || row.accountId === null) return;
  const roles = row.roles ?? [];
  if (row.known !== null && row.known.join() === roles.join()) return;
  await save(writer, 'organisation.account_district', { account_id: row.accountId }, { roles });
}

export type Clock = { readonly district: string; readonly demoToday: CivilDate | null };
