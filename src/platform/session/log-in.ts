import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Caller } from './caller.ts';
import type { SessionContext } from './context.ts';
import { auditSession, beginAttempt, type Subject } from './guard.ts';
import { hashPassword } from './hash.ts';
import type { LibraryAnswer } from './library.ts';
import { type LogInAnswer, type LogInRefusal, normaliseUsername, type TotpRefusal, USERNAME } from './rules.ts';
import { endSession, endSessionOfToken, findAccountByName, findLogInByToken, keepNewestSessions, type LogIn } from './store.ts';

/** The cookies go to the browser, the answer to the screen. */
export type Opened = { readonly cookies: readonly string[]; readonly answer: LogInAnswer };
export type LogInInput = { readonly username: string; readonly password: string };

export async function logIn(it: SessionContext, caller: Caller, input: LogInInput): Promise<Result<Opened, LogInRefusal>> {
  const name = normaliseUsername(input.username);
  const attempt = await beginAttempt(it, name, caller.source);
  const who = await findAccountByName(it.world.pool, name);
  const mayTry = USERNAME.test(name) && attempt.lockedMinutes === null;
  // A name that cannot exist, and a locked one, cost as long as any other.
  const answer = mayTry
    ? await it.library.signIn(caller, name, input.password)
    : await hashPassword(input.password).then(() => ({ code: 'NOT_TRIED' }));
  if (attempt.lockedMinutes !== null) return deny(it, caller, who, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  if ('code' in answer) return deny(it, caller, who, { kind: 'log-in-failed' });
  await attempt.succeeded();
  if (answer.needsTotp) return accept({ cookies: answer.cookies, answer: { needsTotp: true, mustChangePassword: false } });
  return open(it, caller, answer);
}

/** The second step: six digits of the authenticator, or one of the codes printed when it was set up. */
export async function logInByCode(it: SessionContext, caller: Caller, code: string): Promise<Result<Opened, TotpRefusal | LogInRefusal>> {
  const attempt = await beginAttempt(it, '', caller.source);
  if (attempt.lockedMinutes !== null) return deny(it, caller, null, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  const answer = await (/^\d{6}$/.test(code) ? it.library.verifyTotp(caller, code) : it.library.verifyBackupCode(caller, code));
  if ('code' in answer) return deny(it, caller, null, totpRefusalOf(answer.code, it.limits.lockMinutes));
  await attempt.succeeded();
  return open(it, caller, answer);
}

function totpRefusalOf(code: string, lockMinutes: number): TotpRefusal {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { kind: 'too-many-failures', minutes: lockMinutes };
  return code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' ? { kind: 'code-wrong' } : { kind: 'log-in-again' };
}

/** A session exists now; whether this account may have one is decided here and again at every request. */
export async function open(
  it: SessionContext,
  caller: Caller,
  { token, cookies }: Pick<LibraryAnswer, 'token' | 'cookies'>,
): Promise<Result<Opened, LogInRefusal>> {
  const found = await findLogInByToken(it.world.pool, token ?? '', it.limits);
  if (found === null) {
    const who = await endSessionOfToken(it.world.pool, token ?? '');
    return deny(it, caller, who, { kind: 'account-locked' });
  }
  await keepNewestSessions(it.world.pool, found.accountId, it.limits.logInsPerAccount);
  await auditSession(it, caller, found, { command: 'session.log-in', result: 'accepted', code: null });
  return accept({ cookies, answer: { needsTotp: false, mustChangePassword: found.mustChangePassword } });
}

export async function deny<Refusal extends { readonly kind: string }>(
  it: SessionContext,
  caller: Caller,
  who: Subject | null,
  refusal: Refusal,
) {
  await auditSession(it, caller, who, { command: 'session.log-in', result: 'refused', code: refusal.kind });
  return refuse(refusal);
}

export async function logOut(it: SessionContext, caller: Caller, found: LogIn): Promise<void> {
  await endSession(it.world.pool, found.accountId, found.sessionId);
  await auditSession(it, caller, found, { command: 'session.log-out', result: 'accepted', code: null });
}
