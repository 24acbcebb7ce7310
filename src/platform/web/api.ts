import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#/kernel/problem.ts';
import { audit } from '../audit.ts';
import { type AnyCommand, type Envelope, execute } from '../command.ts';
import { type AnyRead, type Download, isDownload, isStreamed, type Streamed } from '../module.ts';
import { type Actor, isAllowed } from '../roles.ts';
import { CSRF_HEADER, isSameOrigin } from '../session/csrf.ts';
import { inTransaction } from '../transaction.ts';
import type { WebDeps } from './deps.ts';
import { API_HEADERS } from './headers.ts';

type Caller = { readonly district: string; readonly actor: Actor; readonly source: string };

/** The caller of an interface route: logged in, first password changed, and, when it writes, sent by our own page. */
export async function callerOf(deps: WebDeps, request: FastifyRequest, writes: boolean): Promise<Caller> {
  const { district } = request.params as { district: string };
  if (writes && !isSameOrigin(request.headers as Record<string, string>)) throw new Problem(403, 'other-origin');
  const session = await deps.session.findSession(request, district);
  if (session === null) throw new Problem(401, 'log-in');
  if (session.mustChangePassword) throw new Problem(403, 'change-password-first');
  if (writes && request.headers[CSRF_HEADER] !== session.csrfToken) throw new Problem(403, 'csrf');
  if (session.actor.roles.length === 0) throw new Problem(403, 'not-in-district', { district });
  return { district, actor: session.actor, source: request.ip };
}

/** Turns away whom the permission does not name, and notes it in the audit trail. */
export async function checkAllowed(deps: WebDeps, { district, actor, source }: Caller, asked: { command: string; permission: string }) {
  const { command, permission } = asked;
  if (isAllowed(deps.permissions, permission, actor)) return;
  await inTransaction(deps.world, district, 'read write', async ({ client }) => {
    await audit(client, district, { actor: actor.accountId, command, result: 'denied', code: permission, source });
    return { commit: true, value: null };
  });
  throw new Problem(403, 'not-allowed', { permission });
}

export function mountCommands(app: FastifyInstance, deps: WebDeps, commands: readonly AnyCommand[]): void {
  for (const it of commands) {
    const url = `/api/:district(\\d{6})/${it.name.replace('.', '/')}`;
    if ('anonymous' in it) {
      app.post(url, { config: { permission: 'public' } }, async (request, reply) => {
        const { district } = request.params as { district: string };
        const input = it.input.parse((request.body as Envelope).input);
        const outcome = await inTransaction(deps.world, district, 'read write', async (reader) => {
          const value = await it.run(reader, input);
          return { commit: value.ok, value };
        });
        return reply
          .headers(API_HEADERS)
          .code(outcome.ok ? 200 : 409)
          .send(outcome);
      });
      continue;
    }
    app.post(url, { config: { permission: it.permission } }, async (request, reply) => {
      const caller = await callerOf(deps, request, true);
      const outcome = await execute(deps.execute, it, caller, request.body as Envelope);
      return reply
        .headers(API_HEADERS)
        .code(outcome.ok ? 200 : 409)
        .send(outcome);
    });
  }
}

export function mountReads(app: FastifyInstance, deps: WebDeps, reads: readonly AnyRead[]): void {
  for (const it of reads) {
    app.get(`/api/:district(\\d{6})${it.path}`, { config: { permission: it.permission } }, async (request, reply) => {
      const { district, actor, source } = await callerOf(deps, request, false);
      await checkAllowed(deps, { district, actor, source }, { command: `read ${it.path}`, permission: it.permission });
      const { district: _, ...named } = request.params as Record<string, string>;
      const query = it.query.parse({ ...(request.query as object), ...named });
      const answer = await inTransaction(deps.world, district, 'read only', async (reader) => ({
        commit: true,
        value: await it.run({ ...reader, actor }, query),
      }));
      if (it.audited !== undefined) {
        await auditRead(deps, { district, actor, source }, `read ${it.path}`, it.audited(query));
      }
      reply.headers(API_HEADERS);
      if (isStreamed(answer)) return sendStream(reply, answer);
      return isDownload(answer) ? sendDownload(reply, answer) : reply.send(answer ?? null);
    });
  }
}

/** Before the answer leaves: what cannot be noted is not read. */
async function auditRead(deps: WebDeps, { district, actor, source }: Caller, command: string, facts: Readonly<Record<string, unknown>>) {
  await inTransaction(deps.world, district, 'read write', async ({ client }) => {
    await audit(client, district, { actor: actor.accountId, command, result: 'accepted', code: null, facts, source });
    return { commit: true, value: null };
  });
}

function sendStream(reply: FastifyReply, { stream, length, mediaType, fileName }: Streamed): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('content-length', length)
    .type(mediaType)
    .send(stream);
}

export function sendDownload(reply: FastifyReply, { bytes, mediaType, fileName, inline }: Download): FastifyReply {
  const how = inline ? 'inline' : 'attachment';
  return reply
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .type(mediaType)
    .send(bytes);
}
