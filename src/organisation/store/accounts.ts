import type { Role } from '#/kernel/role.ts';
import type { ActingReader, Reader, Writer } from '#/platform/db.ts';
import { listAccounts as listLogIns, listAccountSlips as listSlips } from '#/platform/session/accounts.ts';
import { mayReset } from '../rules/account.ts';
import type { AccountSlipView, AccountView } from '../rules/views.ts';

type AccountOfPerson = { readonly accountId: string; readonly personId: string; readonly roles: readonly Role[]; readonly posts: string };

async function listAccountsHere({ client, district, today }: Reader): Promise<readonly AccountOfPerson[]> {
  const found = await client.query<AccountOfPerson>(
    `select r.account_id as "accountId", r.id as "personId", coalesce(a.roles, '{}') as roles,
        coalesce((select string_agg(coalesce(u.name, '') || ' ' || p.title, '、' order by u.sort_order, p.title) from organisation.holding h
           join organisation.post p on p.district = h.district and p.id = h.post_id left join organisation.unit u on u.district = p.district and u.id = p.unit_id
          where h.district = r.district and h.person_id = r.id and h.from_on <= $2 and (h.to_on is null or h.to_on >= $2)), '') as posts
       from organisation.person r left join organisation.account_district a on a.district = r.district and a.account_id = r.account_id
      where r.district = $1 and r.account_id is not null`,
    [district, today],
  );
  return found.rows;
}

export async function countAccounts({ client, district }: Reader): Promise<number> {
  const found = await client.query<{ count: number }>(
    'select count(*)::int as count from organisation.person where district = $1 and account_id is not null',
    [district],
  );
  return found.rows[0]!.count;
}

/** Roles that somebody with an account has in this district, apart from one account. */
export async function listHeldRoles({ client, district }: Reader, exceptAccountId: string): Promise<readonly Role[]> {
  const found = await client.query<{ role: Role }>(
    'select distinct unnest(roles) as role from organisation.account_district where district = $1 and account_id <> $2',
    [district, exceptAccountId],
  );
  return found.rows.map((row) => row.role);
}

export async function listAccounts(reader: Reader): Promise<readonly AccountView[]> {
  const here = await listAccountsHere(reader);
  const logIns = await listLogIns(
    reader.client,
    here.map((it) => it.accountId),
  );
  return logIns.map(({ mustChangePassword, ...account }) => {
    const { personId, roles } = here.find((it) => it.accountId === account.id)!;
    return { ...account, personId, roles, hasSlip: mustChangePassword && account.lockedAt === null && account.closedAt === null };
  });
}

/** Slips of accounts of this district only, and only while their first password stands; each for whom may reset that password. */
export async function listAccountSlips(reader: ActingReader, accountIds: readonly string[]): Promise<readonly AccountSlipView[]> {
  const { roles: actor } = reader.actor;
  const mayRead = (roles: readonly Role[]) =>
    actor.includes('setup') || (!roles.includes('setup') && mayReset({ actor, here: roles, elsewhere: [] }).ok);
  const here = (await listAccountsHere(reader)).filter(({ accountId, roles }) => accountIds.includes(accountId) && mayRead(roles));
  const slips = await listSlips(
    reader.client,
    reader.keys,
    here.map((it) => it.accountId),
  );
  return slips.map((slip) => ({ ...slip, posts: here.find((it) => it.accountId === slip.accountId)!.posts }));
}

export type RolesOfAccount = { readonly here: readonly Role[]; readonly elsewhere: readonly Role[] };

export async function findRolesOfAccount({ client, district }: Reader, accountId: string): Promise<RolesOfAccount> {
  const found = await client.query<{ isHere: boolean; role: Role }>(
    `select distinct district = $1 as "isHere", unnest(roles) as role from organisation.account_district where account_id = $2`,
    [district, accountId],
  );
  const rolesIn = (isHere: boolean) => found.rows.filter((row) => row.isHere === isHere).map((row) => row.role);
  return { here: rolesIn(true), elsewhere: rolesIn(false) };
}

/** Two who open accounts wait for each other, so that no log-in name is chosen twice; taken before any person is held. */
export async function holdUsernames({ client }: Writer): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('organisation.usernames', 0))`);
}

/** Which of these log-in names belong to somebody already, in the whole installation. */
export async function findUsernames({ client }: Reader, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ username: string; id: string }>('select username, id from auth."user" where username = any($1)', [
    usernames,
  ]);
  return new Map(found.rows.map((row) => [row.username, row.id]));
}
