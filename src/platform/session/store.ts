import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import type { SessionLimits } from './rules.ts';

/** A living log-in with what decides how far it reaches. */
export type LogIn = {
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly username: string;
  readonly hasTotp: boolean;
  readonly mustChangePassword: boolean;
  readonly isSetup: boolean;
  /** Vouched for by the identity platform, which may have asked for a second factor itself. */
  readonly byProvider: boolean;
  readonly providerMfa: boolean;
};

export type AccountId = { readonly accountId: string };
type Queryable = Pick<pg.ClientBase, 'query'>;
/** `stale` when it was last noted as seen a minute ago or more. */
export type SeenLogIn = LogIn & { readonly stale: boolean };

const FIND = `select s.token, s.id as "sessionId", u.id as "accountId", u.name, u.username, coalesce(u."twoFactorEnabled", false) as "hasTotp",
    a.must_change_password and not s."byProvider" as "mustChangePassword", s."byProvider", s."providerMfa", a.is_setup as "isSetup", s."updatedAt" < now() - interval '1 minute' as stale
  from auth.session s join auth."user" u on u.id = s."userId" join auth.account_state a on a.account_id = u.id
  where s.token = any($1) and s."expiresAt" > now() and s."updatedAt" > now() - make_interval(mins => $2)
    and a.locked_at is null and a.closed_at is null`;

/** The hottest statement of the house: one prepared look-up per request, and one write per log-in and minute. */
export async function findLogInsByToken(
  db: Queryable,
  tokens: readonly string[],
  limits: SessionLimits,
): Promise<readonly (SeenLogIn | null)[]> {
  const found = await db.query<SeenLogIn & { readonly token: string }>({
    name: 'session-find',
    text: FIND,
    values: [tokens, limits.idleMinutes],
  });
  const byToken = new Map(found.rows.map(({ token, ...it }) => [token, it]));
  return tokens.map((token) => byToken.get(token) ?? null);
}

export async function findLogInByToken(db: Queryable, token: string, limits: SessionLimits): Promise<SeenLogIn | null> {
  return (await findLogInsByToken(db, [token], limits))[0] ?? null;
}

export async function noteSeen(db: Queryable, { sessionId }: LogIn): Promise<void> {
  await db.query({
    name: 'session-seen',
    text: `update auth.session set "updatedAt" = now() where id = $1 and "updatedAt" < now() - interval '1 minute'`,
    values: [sessionId],
  });
}

export type Credential = { readonly hash: string; readonly previous: string | null; readonly username: string };

export async function findCredential(db: Queryable, accountId: string): Promise<Credential | null> {
  const found = await db.query<Credential>(
    `select c."password" as hash, a.previous_password as previous, u.username
       from auth.account c join auth."user" u on u.id = c."userId" join auth.account_state a on a.account_id = u.id
      where c."userId" = $1 and c."providerId" = 'credential' for update of a`,
    [accountId],
  );
  return found.rows[0] ?? null;
}

export type SessionRow = {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
};

export async function listSessions(db: Queryable, accountId: string, limits: SessionLimits): Promise<readonly SessionRow[]> {
  const found = await db.query<SessionRow>(
    `select id, "createdAt", "updatedAt", "ipAddress", "userAgent" from auth.session
      where "userId" = $1 and "expiresAt" > now() and "updatedAt" > now() - make_interval(mins => $2) order by "createdAt" desc, id desc`,
    [accountId, limits.idleMinutes],
  );
  return found.rows;
}

export async function endSession(db: Queryable, accountId: string, sessionId: string): Promise<boolean> {
  const gone = await db.query('delete from auth.session where "userId" = $1 and id = $2', [accountId, sessionId]);
  return gone.rowCount === 1;
}

export async function endSessionOfToken(db: Queryable, token: string): Promise<AccountId | null> {
  const gone = await db.query<AccountId>(
    `delete from auth.session s using auth.account_state a where a.account_id = s."userId" and s.token = $1
      returning a.account_id as "accountId"`,
    [token],
  );
  return gone.rows[0] ?? null;
}

export async function findAccountByName(db: Queryable, username: string): Promise<AccountId | null> {
  const found = await db.query<AccountId>(
    'select a.account_id as "accountId" from auth."user" u join auth.account_state a on a.account_id = u.id where u.username = $1',
    [username],
  );
  return found.rows[0] ?? null;
}

export async function endOtherSessions(db: Queryable, accountId: string, keptId: string | null): Promise<void> {
  await db.query('delete from auth.session where "userId" = $1 and ($2::uuid is null or id <> $2)', [accountId, keptId]);
}

/** Beyond the allowed number the oldest log-in ends. */
export async function keepNewestSessions(db: Queryable, accountId: string, count: number): Promise<void> {
  await db.query(
    `delete from auth.session where "userId" = $1
      and id not in (select id from auth.session where "userId" = $1 order by "createdAt" desc, id desc limit $2)`,
    [accountId, count],
  );
}

export type AttemptTimes = { readonly account: readonly number[]; readonly source: readonly number[] };

/** Counts the attempt before it is judged, so that a hundred at once are not a hundred free tries; old ones go. */
export async function recordAttempt(db: Queryable, accountKey: string, sourceKey: string): Promise<string> {
  const id = newId();
  await db.query(`delete from auth.log_in_attempt where at < now() - interval '1 day'`);
  await db.query('insert into auth.log_in_attempt (id, account_key, source_key) values ($1, $2, $3)', [id, accountKey, sourceKey]);
  return id;
}

export type AttemptKeys = { readonly except: string; readonly accountKey: string; readonly sourceKey: string };

export async function listAttempts(
  db: Queryable,
  { except, accountKey, sourceKey }: AttemptKeys,
  limits: SessionLimits,
): Promise<AttemptTimes> {
  const latest = (column: string, place: number) =>
    `(select '${column}' as side, (extract(epoch from at) * 1000)::float8 as ms from auth.log_in_attempt
       where ${column}_key = $${place} and id <> $1 order by at desc limit $${place + 2})`;
  const found = await db.query<{ side: 'account' | 'source'; ms: number }>(
    `${latest('account', 2)} union all ${latest('source', 3)} order by side, ms desc`,
    [except, accountKey, sourceKey, limits.failuresPerAccount, limits.failuresPerSource],
  );
  const times = (side: string) => found.rows.filter((row) => row.side === side).map((row) => row.ms);
  return { account: accountKey === '' ? [] : times('account'), source: times('source') };
}

export async function forgetAttempt(db: Queryable, id: string): Promise<void> {
  await db.query('delete from auth.log_in_attempt where id = $1', [id]);
}

/** A success clears what was counted against the account, not what was counted against the address. */
export async function forgetAttempts(db: Queryable, id: string, accountKey: string): Promise<void> {
  await db.query(`update auth.log_in_attempt set account_key = '' where account_key = $1 and $1 <> ''`, [accountKey]);
  await forgetAttempt(db, id);
}
