import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MOST_LENGTH } from '#/kernel/password.ts';
import { Problem } from '#/kernel/problem.ts';
import { reading } from '../transaction.ts';
import { getLogIn, standOf } from './actor.ts';
import type { SessionContext } from './context.ts';
import { expiredCookie } from './cookie.ts';
import { CSRF_HEADER, csrfTokenOf, isCsrfToken } from './csrf.ts';
import { logIn, logInByCode, logOut } from './log-in.ts';
import { caller, denied, type From, header, type Outcome, post } from './mount.ts';
import { enterByCode, isVouchedFor } from './oidc/enter.ts';
import { providerRoutes } from './oidc/routes.ts';
import { isLinked } from './oidc/store.ts';
import { changePassword, confirmTotp, enrolTotp } from './password.ts';
import { deviceOf, type LogInEntry, type Me } from './rules.ts';
import { endSession, type LogIn, listSessions } from './store.ts';

const Secret = z.string().min(1).max(MOST_LENGTH);
export const LogInBody = z.object({ username: z.string().min(1).max(64), password: Secret });
export const CodeBody = z.object({ code: z.string().trim().min(6).max(32) });
export const ChangePasswordBody = z.object({ current: Secret, fresh: z.string().max(4 * MOST_LENGTH) });
export const EnrolBody = z.object({ password: Secret });
export const EndLogInBody = z.object({ id: z.uuid() });

/** Mounts the log-in under /api/session. These are the only routes that need no permission: each is about the caller's own log-in. */
export function sessionRoutes(app: FastifyInstance, it: SessionContext): void {
  const anonymous = post(app, it, 'public', async (request, reply) => caller(request, reply));
  const own = post(app, it, 'session', async (request, reply) => {
    const from = caller(request, reply);
    const found = await getLogIn(it, from.cookie);
    if (!isCsrfToken(it.world.keys, found.sessionId, header(request, CSRF_HEADER))) throw await denied(it, request, from, 'csrf');
    return { ...from, found };
  });

  anonymous('/api/session/log-in', LogInBody, async (from, body) => keepCookies(from, await logIn(it, from, body)));
  anonymous('/api/session/totp', CodeBody, async (from, { code }) =>
    keepCookies(from, await (isVouchedFor(it, from) ? enterByCode(it, from, code) : logInByCode(it, from, code))),
  );
  own('/api/session/log-out', z.object({}), async (from) => {
    await logOut(it, from, from.found);
    from.reply.header('set-cookie', expiredCookie());
    return { ok: true, value: { goTo: from.found.byProvider ? ((await it.provider?.endUrl()) ?? null) : null } };
  });
  providerRoutes(app, it, { anonymous, own, caller });
  own('/api/session/change-password', ChangePasswordBody, (from, body) => changePassword(it, from, from.found, body));
  own('/api/session/totp/enrol', EnrolBody, (from, { password }) => enrolTotp(it, from, from.found, password));
  own('/api/session/totp/confirm', CodeBody, async (from, { code }) => {
    const confirmed = await confirmTotp(it, from, from.found, code);
    if (confirmed.ok) from.reply.header('set-cookie', [...confirmed.value]);
    return confirmed.ok ? { ok: true } : confirmed;
  });
  own('/api/session/end-log-in', EndLogInBody, async ({ found }, { id }) => {
    if (!(await endSession(it.world.pool, found.accountId, id))) throw new Problem(404, 'unknown-log-in', { id });
    return { ok: true };
  });

  app.get('/api/session/me', { config: { permission: 'session' } }, async (request, reply) => {
    const { cookie } = caller(request, reply);
    return meOf(it, await getLogIn(it, cookie), header(request, 'cookie') ?? '');
  });
  app.get('/api/session/log-ins', { config: { permission: 'session' } }, async (request, reply) => {
    const { cookie } = caller(request, reply);
    return listLogIns(it, await getLogIn(it, cookie));
  });
}

function keepCookies(from: From, opened: Awaited<ReturnType<typeof logInByCode>>): Outcome {
  if (!opened.ok) return opened;
  from.reply.header('set-cookie', [...opened.value.cookies]);
  return { ok: true, value: opened.value.answer };
}

async function meOf(it: SessionContext, found: LogIn, cookies: string): Promise<Me> {
  const districts = [];
  for (const one of await it.posts.districtsOf(it.world.pool, found.accountId)) {
    const posts = await reading(it.world, one.district, (reader) => it.posts.postsOf(reader, found.accountId));
    districts.push({
      ...one,
      today: await it.world.today(one.district),
      posts: posts.map((held) => ({ ...held, permissions: it.permissionsOf(held.roles) })),
    });
  }
  return {
    account: { id: found.accountId, name: found.name, username: found.username, isSetup: found.isSetup, hasTotp: found.hasTotp },
    provider: it.provider && { name: it.provider.settings.name, isLinked: await isLinked(it.world.pool, found.accountId) },
    stand: standOf(
      it,
      found,
      districts.flatMap((one) => one.posts),
    ),
    districts,
    csrf: csrfTokenOf(it.world.keys, found.sessionId),
    locale: /(?:^|;\s*)luoshi-locale=en(?:;|$)/.test(cookies) ? 'en' : 'zh-CN',
  };
}

async function listLogIns(it: SessionContext, found: LogIn): Promise<readonly LogInEntry[]> {
  const sessions = await listSessions(it.world.pool, found.accountId, it.limits);
  return sessions.map((one) => ({
    id: one.id,
    at: one.createdAt,
    lastSeenAt: one.updatedAt,
    source: one.ipAddress ?? '',
    device: deviceOf(one.userAgent ?? ''),
    current: one.id === found.sessionId,
  }));
}
