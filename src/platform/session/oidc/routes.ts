import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MOST_LENGTH } from '#/kernel/password.ts';
import { Problem } from '#/kernel/problem.ts';
import type { SessionContext } from '../context.ts';
import { auditSession } from '../guard.ts';
import type { From, Outcome } from '../mount.ts';
import { passwordAgain } from '../password.ts';
import type { LogIn } from '../store.ts';
import { arrive } from './enter.ts';
import { forget, type Kept, keep, WAY_COOKIE } from './kept.ts';
import type { Provider } from './provider.ts';
import { removeLink } from './store.ts';

type Mount<Who> = <Body>(path: string, schema: z.ZodType<Body>, run: (from: Who, body: Body) => Promise<Outcome>) => void;
type Mounts = {
  readonly anonymous: Mount<From>;
  readonly own: Mount<From & { readonly found: LogIn }>;
  readonly caller: (request: FastifyRequest, reply: FastifyReply) => From;
};

const Nothing = z.object({});
const PasswordAgain = z.object({ password: z.string().min(1).max(MOST_LENGTH) });

/** 统一身份认证 under /api/session/provider. Without a platform only the question for it is answered. */
export function providerRoutes(app: FastifyInstance, it: SessionContext, { anonymous, own, caller }: Mounts): void {
  app.get('/api/session/ways', { config: { permission: 'public' } }, async (request, reply) => {
    caller(request, reply);
    return { provider: it.provider && { name: it.provider.settings.name } };
  });
  const { provider } = it;
  if (provider === null) return;

  anonymous('/api/session/provider/log-in', Nothing, (from) => begin(it, provider, from, null));
  own('/api/session/provider/link', PasswordAgain, async (from, { password }) => {
    const known = await passwordAgain(it, from, from.found, password);
    return known.ok ? begin(it, provider, from, { accountId: from.found.accountId, sessionId: from.found.sessionId }) : known;
  });
  own('/api/session/provider/unlink', Nothing, async (from) => {
    if (!(await removeLink(it.world.pool, from.found.accountId))) throw new Problem(404, 'no-link');
    await auditSession(it, from, from.found, { command: 'session.unlink-provider', result: 'accepted', code: null });
    return { ok: true };
  });

  app.get(
    '/api/session/provider/callback',
    { config: { permission: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const from = caller(request, reply);
      const arrived = await arrive(it, provider, from, new URL(request.url, provider.redirectUri).search);
      const cookies = arrived.ok ? arrived.value.cookies : [];
      return reply
        .header('set-cookie', [...cookies, forget(WAY_COOKIE, from)])
        .header('referrer-policy', 'no-referrer')
        .redirect(arrived.ok ? PLACES[arrived.value.kind] : `/staff/?log-in=${arrived.refusal.kind}`, 303);
    },
  );
}

const PLACES = { entered: '/staff/', linked: '/staff/?log-in=linked', code: '/staff/?log-in=code' } as const;

async function begin(it: SessionContext, provider: Provider, from: From, linking: Kept['linking']): Promise<Outcome> {
  const begun = await provider.begin();
  if (begun === null) return { ok: false, refusal: { kind: 'provider-unreachable' } };
  from.reply.header('set-cookie', keep(it.world.keys, WAY_COOKIE, { secrets: begun.secrets, linking, at: Date.now() }, from));
  return { ok: true, value: { url: begun.url } };
}
