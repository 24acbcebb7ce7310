import { type PasswordFault, passwordFaults } from '#/kernel/password.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Caller } from './caller.ts';
import type { SessionContext } from './context.ts';
import { auditSession, beginAttempt } from './guard.ts';
import { hashPassword, isPassword } from './hash.ts';
import type { Enrolment } from './library.ts';
import type { ChangePasswordRefusal, EnrolRefusal, PasswordAgainRefusal, TotpRefusal } from './rules.ts';
import { type Credential, endOtherSessions, findCredential, type LogIn } from './store.ts';

export type PasswordChange = { readonly current: string; readonly fresh: string };

/** Changes one's own password and ends every other log-in of the account. */
export async function changePassword(
  it: SessionContext,
  caller: Caller,
  logIn: LogIn,
  change: PasswordChange,
): Promise<Result<null, ChangePasswordRefusal>> {
  const known = await passwordAgain(it, caller, logIn, change.current);
  if (!known.ok) return known;
  const credential = known.value;
  const faults = await faultsOf(change.fresh, credential);
  if (faults.length > 0) return denied(it, caller, logIn, { kind: 'password-not-accepted', faults });
  await storePassword(it, logIn, credential.hash, await hashPassword(change.fresh));
  await auditSession(it, caller, logIn, { command: 'session.change-password', result: 'accepted', code: null });
  return accept(null);
}

/** The password once more, from whoever sits before a log-in that is open already; wrong ones count as failed log-ins. */
export async function passwordAgain(
  it: SessionContext,
  caller: Caller,
  logIn: LogIn,
  password: string,
): Promise<Result<Credential, PasswordAgainRefusal>> {
  const attempt = await beginAttempt(it, logIn.username, caller.source);
  if (attempt.lockedMinutes !== null) return denied(it, caller, logIn, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  const credential = await findCredential(it.world.pool, logIn.accountId);
  if (credential === null || !(await isPassword(credential.hash, password))) return denied(it, caller, logIn, { kind: 'password-wrong' });
  await attempt.succeeded();
  return accept(credential);
}

async function faultsOf(fresh: string, { hash, previous, username }: Credential): Promise<readonly PasswordFault[]> {
  const faults = passwordFaults(fresh, username);
  if (faults.length > 0) return faults;
  const isOld = (await isPassword(hash, fresh)) || (previous !== null && (await isPassword(previous, fresh)));
  return isOld ? [{ kind: 'password-unchanged' }] : [];
}

async function storePassword({ world }: SessionContext, { accountId, sessionId }: LogIn, old: string, fresh: string): Promise<void> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query(`update auth.account set "password" = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`, [
      accountId,
      fresh,
    ]);
    await client.query(
      'update auth.account_state set previous_password = $2, must_change_password = false, password_changed_at = now() where account_id = $1',
      [accountId, old],
    );
    await endOtherSessions(client, accountId, sessionId);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  } finally {
    client.release();
  }
}

/** Begins to set up the second factor: the secret as an address for the authenticator, and codes to print. */
export async function enrolTotp(
  it: SessionContext,
  caller: Caller,
  logIn: LogIn,
  password: string,
): Promise<Result<Enrolment, EnrolRefusal>> {
  const attempt = await beginAttempt(it, logIn.username, caller.source);
  if (attempt.lockedMinutes !== null) return denied(it, caller, logIn, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  const answer = await it.library.enrolTotp(caller, password, logIn.username);
  if ('code' in answer)
    return denied(it, caller, logIn, { kind: answer.code === 'INVALID_PASSWORD' ? 'password-wrong' : 'totp-already-enrolled' });
  await attempt.succeeded();
  return accept(answer);
}

/** The first right code switches the second factor on; the log-in goes on under a new cookie. */
export async function confirmTotp(
  it: SessionContext,
  caller: Caller,
  logIn: LogIn,
  code: string,
): Promise<Result<readonly string[], TotpRefusal>> {
  const attempt = await beginAttempt(it, logIn.username, caller.source);
  if (attempt.lockedMinutes !== null) return denied(it, caller, logIn, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  const answer = await it.library.verifyTotp(caller, code);
  if ('code' in answer) return denied(it, caller, logIn, { kind: answer.code === 'INVALID_CODE' ? 'code-wrong' : 'log-in-again' });
  await attempt.succeeded();
  await auditSession(it, caller, logIn, { command: 'session.enrol-totp', result: 'accepted', code: null });
  return accept(answer.cookies);
}

async function denied<Refusal extends { readonly kind: string }>(it: SessionContext, caller: Caller, logIn: LogIn, refusal: Refusal) {
  await auditSession(it, caller, logIn, { command: 'session.change-secret', result: 'refused', code: refusal.kind });
  return refuse(refusal);
}
