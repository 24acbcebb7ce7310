import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import { type Keys, keyedDigest } from '../secrets.ts';
import { hashPassword } from './hash.ts';
import { readablePassword } from './rules.ts';

/**
 * 账号: what a person logs in with. Accounts are made by commands, inside their transaction; nobody signs up. The first password is never
 * stored or sent: it is derived from the installation's key, so the slip can be printed again until the person has chosen another.
 */
export type Account = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly isSetup: boolean;
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  readonly lockedAt: string | null;
  readonly closedAt: string | null;
  readonly lastSeenAt: string | null;
};

type Db = Pick<pg.ClientBase, 'query'>;
export type NewAccount = { readonly username: string; readonly name: string; readonly isSetup?: boolean };

function firstPassword(keys: Keys, accountId: string, number: number): string {
  const digest = keyedDigest(keys, 'first-password', `${accountId}:${number}`, 'k1');
  return readablePassword(Buffer.from(digest, 'hex'));
}

export async function isUsernameTaken(db: Db, username: string): Promise<boolean> {
  const found = await db.query('select 1 from auth."user" where username = $1', [username]);
  return found.rowCount !== 0;
}

export async function createAccount(db: Db, keys: Keys, { username, name, isSetup = false }: NewAccount): Promise<string> {
  const id = newId();
  const hash = await hashPassword(firstPassword(keys, id, 1));
  await db.query(
    `insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername", "twoFactorEnabled") values ($1, $2, $3, true, $4, $4, false)`,
    [id, name, `${username}@accounts.invalid`, username],
  );
  await db.query(
    `insert into auth.account (id, "accountId", "providerId", "userId", "password", "updatedAt") values ($1, $2, 'credential', $3, $4, now())`,
    [newId(), id, id, hash],
  );
  await db.query('insert into auth.account_state (account_id, is_setup) values ($1, $2)', [id, isSetup]);
  return id;
}

/** For demo accounts only, whose password is printed on the log-in page. */
export async function setKnownPassword(db: Db, accountId: string, password: string): Promise<void> {
  await db.query(`update auth.account set "password" = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [
    accountId,
    await hashPassword(password),
  ]);
  await db.query('update auth.account_state set must_change_password = false where account_id = $1', [accountId]);
}

/** A new first password; the second factor goes too, for whoever lost the phone, and all log-ins end. */
export async function resetPassword(db: Db, keys: Keys, accountId: string): Promise<void> {
  const state = await db.query<{ number: number }>(
    `update auth.account_state set must_change_password = true, first_password_number = first_password_number + 1
      where account_id = $1 returning first_password_number as number`,
    [accountId],
  );
  const hash = await hashPassword(firstPassword(keys, accountId, state.rows[0]!.number));
  await db.query(`update auth.account set "password" = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [
    accountId,
    hash,
  ]);
  await db.query('update auth."user" set "twoFactorEnabled" = false where id = $1', [accountId]);
  await db.query('delete from auth."twoFactor" where "userId" = $1', [accountId]);
  await db.query('delete from auth.session where "userId" = $1', [accountId]);
}

export async function lockAccount(db: Db, accountId: string): Promise<void> {
  await db.query('update auth.account_state set locked_at = now() where account_id = $1 and locked_at is null', [accountId]);
  await db.query('delete from auth.session where "userId" = $1', [accountId]);
}

export async function unlockAccount(db: Db, accountId: string): Promise<void> {
  await db.query('update auth.account_state set locked_at = null where account_id = $1', [accountId]);
}

/** 关闭初始设置账号: for good; the row stays, for the journal names it. */
export async function closeAccount(db: Db, accountId: string): Promise<void> {
  await db.query('update auth.account_state set closed_at = now() where account_id = $1', [accountId]);
  await db.query('delete from auth.session where "userId" = $1', [accountId]);
}

export async function listAccounts(db: Db, accountIds: readonly string[]): Promise<readonly Account[]> {
  const found = await db.query<Account>(
    `select u.id, u.username, u.name, a.is_setup as "isSetup", a.must_change_password as "mustChangePassword",
        coalesce(u."twoFactorEnabled", false) as "hasTotp", a.locked_at as "lockedAt", a.closed_at as "closedAt",
        (select max(s."updatedAt") from auth.session s where s."userId" = u.id) as "lastSeenAt"
       from auth."user" u join auth.account_state a on a.account_id = u.id where u.id = any($1::uuid[]) order by u.username`,
    [accountIds],
  );
  return found.rows;
}

/** 账号条: what is handed over on paper, only as long as the first password still stands. */
export type AccountSlip = { readonly accountId: string; readonly username: string; readonly name: string; readonly password: string };

export async function listAccountSlips(db: Db, keys: Keys, accountIds: readonly string[]): Promise<readonly AccountSlip[]> {
  const found = await db.query<{ accountId: string; username: string; name: string; number: number }>(
    `select u.id as "accountId", u.username, u.name, a.first_password_number as number
       from auth."user" u join auth.account_state a on a.account_id = u.id
      where u.id = any($1::uuid[]) and a.must_change_password and a.locked_at is null and a.closed_at is null order by u.username`,
    [accountIds],
  );
  return found.rows.map(({ number, ...rest }) => ({ ...rest, password: firstPassword(keys, rest.accountId, number) }));
}
