import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import type { Caller } from '../caller.ts';
import type { SessionLimits } from '../rules.ts';
import type { AccountId } from '../store.ts';

type Queryable = Pick<pg.ClientBase, 'query'>;

/** One name for one person of one platform: after a change of platform the same number may be somebody else. */
const PROVIDER = 'oidc';
export const subjectKey = (issuer: string, subject: string) => `${issuer} ${subject}`;

export type Link = AccountId & { readonly username: string };

export async function findLinkOfSubject(db: Queryable, subject: string): Promise<Link | null> {
  const found = await db.query<Link>(
    `select u.id as "accountId", u.username from auth.account c join auth."user" u on u.id = c."userId"
      where c."providerId" = $1 and c."accountId" = $2`,
    [PROVIDER, subject],
  );
  return found.rows[0] ?? null;
}

export async function isLinked(db: Queryable, accountId: string): Promise<boolean> {
  const found = await db.query(`select 1 from auth.account where "providerId" = $1 and "userId" = $2`, [PROVIDER, accountId]);
  return found.rowCount === 1;
}

/** False where the account has a link already, or the person of the platform another account: two at once end here. */
export async function saveLink(db: Queryable, accountId: string, subject: string): Promise<boolean> {
  const made = await db.query(
    `insert into auth.account (id, "accountId", "providerId", "userId", "updatedAt") values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [newId(), subject, PROVIDER, accountId],
  );
  return made.rowCount === 1;
}

export async function removeLink(db: Queryable, accountId: string): Promise<boolean> {
  const gone = await db.query(`delete from auth.account where "providerId" = $1 and "userId" = $2`, [PROVIDER, accountId]);
  return gone.rowCount === 1;
}

export type Vouched = { readonly accountId: string; readonly hasMfa: boolean };

/** A log-in like any other, under the same limits; only how it came about is noted. */
export async function makeSession(db: Queryable, { accountId, hasMfa }: Vouched, caller: Caller, limits: SessionLimits): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db.query(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "ipAddress", "userAgent", "userId", "byProvider", "providerMfa")
      values ($1, now() + make_interval(hours => $2), $3, now(), $4, $5, $6, true, $7)`,
    [newId(), limits.absoluteHours, token, caller.source, caller.userAgent.replace(/[^\x20-\x7e]/g, ''), accountId, hasMfa],
  );
  return token;
}

export type KnownAccount = Link & { readonly hasTotp: boolean; readonly isOpen: boolean };

export async function findAccount(db: Queryable, accountId: string): Promise<KnownAccount | null> {
  const found = await db.query<KnownAccount>(
    `select u.id as "accountId", u.username, coalesce(u."twoFactorEnabled", false) as "hasTotp", a.locked_at is null and a.closed_at is null as "isOpen"
       from auth."user" u join auth.account_state a on a.account_id = u.id where u.id = $1`,
    [accountId],
  );
  return found.rows[0] ?? null;
}

export async function isSessionAlive(db: Queryable, sessionId: string): Promise<boolean> {
  const found = await db.query(`select 1 from auth.session where id = $1 and "expiresAt" > now()`, [sessionId]);
  return found.rowCount === 1;
}
