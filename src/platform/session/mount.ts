import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { findLogIn } from './actor.ts';
import type { Caller } from './caller.ts';
import type { SessionContext } from './context.ts';
import { isSameOrigin } from './csrf.ts';
import { auditSession } from './guard.ts';

export type Outcome = { readonly ok: true; readonly value?: unknown } | { readonly ok: false; readonly refusal: unknown };
export type From = Caller & { readonly reply: FastifyReply };

/** A log-in that is used from elsewhere stands in the audit trail; a sender whom nobody knows leaves nothing there. */
export async function denied(it: SessionContext, request: FastifyRequest, from: Caller, code: 'csrf' | 'other-origin'): Promise<Problem> {
  const found = await findLogIn(it, from.cookie);
  const command = `session.${request.routeOptions.url!.slice('/api/session/'.length)}` as const;
  if (found !== null) await auditSession(it, from, found, { command, result: 'denied', code });
  return new Problem(403, code);
}

export function post<Who>(
  app: FastifyInstance,
  it: SessionContext,
  permission: 'public' | 'session',
  who: (request: FastifyRequest, reply: FastifyReply) => Promise<Who>,
) {
  return <Body>(path: string, schema: z.ZodType<Body>, run: (from: Who, body: Body) => Promise<Outcome>): void => {
    app.post(
      path,
      { bodyLimit: 16_384, config: { permission, rateLimit: { max: 60, timeWindow: '1 minute' } } },
      async (request, reply) => {
        if (!isSameOrigin(request.headers)) throw await denied(it, request, caller(request, reply), 'other-origin');
        const outcome = await run(await who(request, reply), schema.parse(request.body ?? {}));
        reply.header('cache-control', 'no-store');
        return reply.code(outcome.ok ? 200 : 409).send(outcome);
      },
    );
  };
}

export function caller(request: FastifyRequest, reply: FastifyReply): From {
  reply.header('cache-control', 'no-store');
  return {
    cookie: header(request, 'cookie') ?? '',
    source: request.ip,
    userAgent: header(request, 'user-agent') ?? '',
    secure: request.protocol === 'https',
    reply,
  };
}

export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
