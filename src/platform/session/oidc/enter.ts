import { accept, type Result, refuse } from '#/kernel/result.ts';
import { administratorRoles } from '#/kernel/role.ts';
import { reading } from '../../transaction.ts';
import type { Caller } from '../caller.ts';
import type { SessionContext } from '../context.ts';
import { cookieOf } from '../cookie.ts';
import { auditSession, beginAttempt } from '../guard.ts';
import { deny, type Opened, open } from '../log-in.ts';
import { type LogInRefusal, normaliseUsername, type ProviderRefusal, type TotpRefusal } from '../rules.ts';
import { endSessionOfToken, findAccountByName } from '../store.ts';
import { attributesOf, CODE_COOKIE, forget, type Kept, keep, readKept, type Waiting } from './kept.ts';
import type { Identity, Provider } from './provider.ts';
import { findAccount, findLinkOfSubject, isSessionAlive, makeSession, saveLink, subjectKey, type Vouched } from './store.ts';

/** How the way over the platform ended, when the person is back. */
export type Arrival = { readonly kind: 'entered' | 'linked' | 'code'; readonly cookies: readonly string[] };
type Arrived = Result<Arrival, ProviderRefusal>;
type Kind = ProviderRefusal['kind'];

/** The person is back from the platform: logs in, or links the account that set out. Nobody gets an account this way. */
export async function arrive(it: SessionContext, provider: Provider, caller: Caller, search: string): Promise<Arrived> {
  const kept = readKept(it.world.keys, caller.cookie);
  const no = (kind: Kind, accountId: string | null = null) => deny(it, caller, accountId === null ? null : { accountId }, { kind });
  if (kept === null) return no('provider-took-too-long');
  const answered = new URLSearchParams(search);
  if (answered.has('error') && answered.get('state') === kept.secrets.state) return no('provider-refused', kept.linking?.accountId);
  const identity = await provider.finish(search, kept.secrets);
  if (identity === null) return no('provider-not-trusted', kept.linking?.accountId);
  if (kept.linking !== null) return link(it, caller, kept.linking, subjectKey(provider.settings.issuer, identity.subject));
  const found = await accountOf(it, provider, identity);
  if ('kind' in found) return no(found.kind);
  const { accountId, unlinked } = found;
  const account = await findAccount(it.world.pool, accountId);
  if (account === null || !account.isOpen) return no('account-locked', accountId);
  if (provider.settings.refusesAdministrators && (await isAdministrator(it, accountId))) return no('provider-no-administrators', accountId);
  if (account.hasTotp && !identity.hasMfa) {
    const waiting: Waiting = { accountId, username: account.username, subject: unlinked, at: Date.now() };
    return accept({ kind: 'code', cookies: [keep(it.world.keys, CODE_COOKIE, waiting, caller)] });
  }
  if (!(await isLinkedNow(it, accountId, unlinked))) return no('provider-other-person', accountId);
  const entered = await enter(it, caller, { accountId, hasMfa: identity.hasMfa });
  return entered.ok ? accept({ kind: 'entered', cookies: entered.value.cookies }) : no('account-locked', accountId);
}

/** Whose identity it is; `unlinked` is what is still to be linked, once every check of the log-in has passed. */
type Owner = { readonly accountId: string; readonly unlinked: string | null };

async function accountOf(it: SessionContext, { settings }: Provider, identity: Identity): Promise<Owner | { readonly kind: Kind }> {
  const { pool } = it.world;
  const subject = subjectKey(settings.issuer, identity.subject);
  const linked = await findLinkOfSubject(pool, subject);
  if (linked !== null) return { accountId: linked.accountId, unlinked: null };
  const named = identity.accountName === null ? null : await findAccountByName(pool, normaliseUsername(identity.accountName));
  return named === null ? { kind: 'provider-unknown-person' } : { accountId: named.accountId, unlinked: subject };
}

/** A log-in name that has passed to another person there must not bring the account with it. */
async function isLinkedNow({ world }: SessionContext, accountId: string, subject: string | null): Promise<boolean> {
  return subject === null || saveLink(world.pool, accountId, subject);
}

async function link(it: SessionContext, caller: Caller, linking: NonNullable<Kept['linking']>, subject: string): Promise<Arrived> {
  const { pool } = it.world;
  if (!(await isSessionAlive(pool, linking.sessionId))) return deny(it, caller, linking, { kind: 'provider-took-too-long' });
  const known = await findLinkOfSubject(pool, subject);
  const isMine = known?.accountId === linking.accountId;
  if (!isMine && !(await saveLink(pool, linking.accountId, subject))) return deny(it, caller, linking, { kind: 'provider-other-person' });
  await auditSession(it, caller, linking, { command: 'session.link-provider', result: 'accepted', code: null });
  return accept({ kind: 'linked', cookies: [] });
}

async function isAdministrator(it: SessionContext, accountId: string): Promise<boolean> {
  for (const { district } of await it.posts.districtsOf(it.world.pool, accountId)) {
    const posts = await reading(it.world, district, (reader) => it.posts.postsOf(reader, accountId));
    const roles = posts.flatMap((post) => post.roles);
    if (administratorRoles(roles).length > 0 || roles.includes('setup')) return true;
  }
  return false;
}

async function enter(it: SessionContext, caller: Caller, vouched: Vouched): Promise<Result<Opened, LogInRefusal>> {
  const token = await makeSession(it.world.pool, vouched, caller, it.limits);
  const cookie = `${cookieOf(it.world.keys, token)}; Path=/; Max-Age=${it.limits.absoluteHours * 3600}; ${attributesOf(caller, 'Strict')}`;
  return open(it, caller, { token, cookies: [cookie] });
}

export function isVouchedFor(it: SessionContext, { cookie }: Caller): boolean {
  return it.provider !== null && readKept<Waiting>(it.world.keys, cookie, CODE_COOKIE) !== null;
}

/** Our own second factor after a platform that asked for none. The log-in is handed out only when the code is right. */
export async function enterByCode(it: SessionContext, caller: Caller, code: string): Promise<Result<Opened, TotpRefusal | LogInRefusal>> {
  const { pool, keys } = it.world;
  const { accountId, username, subject } = readKept<Waiting>(keys, caller.cookie, CODE_COOKIE)!;
  const attempt = await beginAttempt(it, username, caller.source);
  if (attempt.lockedMinutes !== null) return deny(it, caller, { accountId }, { kind: 'too-many-failures', minutes: attempt.lockedMinutes });
  const token = await makeSession(pool, { accountId, hasMfa: false }, caller, it.limits);
  const asMe = { ...caller, cookie: cookieOf(keys, token) };
  const answer = await (/^\d{6}$/.test(code) ? it.library.verifyTotp(asMe, code) : it.library.verifyBackupCode(asMe, code));
  await endSessionOfToken(pool, token);
  if ('code' in answer) return deny(it, caller, { accountId }, { kind: 'code-wrong' });
  await attempt.succeeded();
  if (!(await isLinkedNow(it, accountId, subject))) return deny(it, caller, { accountId }, { kind: 'code-wrong' });
  const entered = await enter(it, caller, { accountId, hasMfa: false });
  return entered.ok
    ? accept({ ...entered.value, cookies: [...entered.value.cookies, forget(CODE_COOKIE, caller)] })
    : refuse(entered.refusal);
}
