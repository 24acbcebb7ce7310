import { audit } from '../audit.ts';
import { keyedDigest } from '../secrets.ts';
import { GLOBAL_DISTRICT, inTransaction } from '../transaction.ts';
import type { Caller } from './caller.ts';
import type { SessionContext } from './context.ts';
import { lockedUntil } from './rules.ts';
import { forgetAttempt, forgetAttempts, listAttempts, recordAttempt } from './store.ts';

/** One guess at a secret: it counts until it turns out right. */
export type Attempt = { readonly lockedMinutes: number | null; readonly succeeded: () => Promise<void> };

/**
 * Begins a guess by `name` (of an account, known or not; empty where it is not known) from an address. While locked no guess is counted,
 * so that a lock ends when it says it ends.
 */
export async function beginAttempt(it: SessionContext, name: string, source: string): Promise<Attempt> {
  const { pool, keys } = it.world;
  const accountKey = name === '' ? '' : keyedDigest(keys, 'log-in', `account:${name}`);
  const sourceKey = keyedDigest(keys, 'log-in', `source:${source}`);
  const id = await recordAttempt(pool, accountKey, sourceKey);
  const { account, source: fromSource } = await listAttempts(pool, { except: id, accountKey, sourceKey }, it.limits);
  const accountUntil = lockedUntil(account, it.limits.failuresPerAccount, it.limits) ?? 0;
  const sourceUntil = lockedUntil(fromSource, it.limits.failuresPerSource, it.limits) ?? 0;
  const left = Math.max(accountUntil, sourceUntil) - Date.now();
  if (left > 0) {
    await forgetAttempt(pool, id);
    return { lockedMinutes: Math.ceil(left / 60_000), succeeded: async () => {} };
  }
  return { lockedMinutes: null, succeeded: () => forgetAttempts(pool, id, accountKey) };
}

export type SessionEvent = {
  readonly command: `session.${string}`;
  readonly result: 'accepted' | 'refused' | 'denied';
  readonly code: string | null;
};
export type Subject = { readonly accountId: string };

/** Who, when, from where and how it ended; never what was typed. It stands in every district of the account, or in none's where nobody is known. */
export async function auditSession(it: SessionContext, caller: Caller, who: Subject | null, event: SessionEvent): Promise<void> {
  const found = who === null ? [] : await it.posts.districtsOf(it.world.pool, who.accountId);
  const districts = found.length === 0 ? [GLOBAL_DISTRICT] : found.map((one) => one.district);
  for (const district of districts) {
    await inTransaction(it.world, district, 'read write', async ({ client }) => {
      await audit(client, district, { ...event, actor: who?.accountId ?? '', source: caller.source });
      return { commit: true, value: null };
    });
  }
}
