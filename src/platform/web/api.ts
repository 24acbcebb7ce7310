import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#/kernel/problem.ts';
import type { Caller, Identified } from '../act.ts';
import { runAnonymous } from '../anonymous.ts';
import { type Asked, audit, auditDenial } from '../audit.ts';
import type { AnyCommand, Envelope } from '../command.ts';
import { execute } from '../execute.ts';
import { type AnyRead, type Download, isDownload, isStreamed, type Streamed } from '../module.ts';
import { isAllowed } from '../roles.ts';
import { CSRF_HEADER, isSameOrigin, isSameToken } from '../session/csrf.ts';
import { type ActingReader, inTransaction, type Reader, reading } from '../transaction.ts';
import type { WebDeps } from './deps.ts';
import { API_HEADERS } from './headers.ts';

/** Who sends a request to an interface route: logged in, first password changed, and, when it writes, from our own page. */
async function identify(deps: WebDeps, request: FastifyRequest, reader: Reader, writes: boolean): Promise<Identified> {
  const foreign = writes && !isSameOrigin(request.headers as Record<string, string>);
  const session = await deps.session.findSession(request, reader);
  if (session === null) throw foreign ? new Problem(403, 'other-origin') : new Problem(401, 'log-in');
  const { actor, csrfToken, mustChangePassword } = session;
  const denied = (code: string, facts = {}): Identified => ({ actor, denied: new Problem(403, code, facts) });
  if (foreign) return denied('other-origin');
  if (mustChangePassword) throw new Problem(403, 'change-password-first');
  if (writes && !isSameToken(csrfToken, request.headers[CSRF_HEADER])) return denied('csrf');
  return actor.roles.length === 0 ? denied('not-in-district', { district: reader.district }) : { actor, denied: null };
}

export type Asking = Asked & { readonly writes: boolean };

/** Reads as the sender of a request: log-in, permission and answer in one transaction. Who may not ask gets nothing, and it is noted. */
async function asSender<T>(deps: WebDeps, request: FastifyRequest, asking: Asking, work: (reader: ActingReader) => Promise<T>): Promise<T> {
  const district = districtOf(request);
  const read = await reading(deps.world, district, async (reader) => {
    const { actor, denied } = await identify(deps, request, reader, asking.writes);
    const allowed = denied === null && isAllowed(deps.permissions, asking.permission, actor);
    if (allowed) return { ok: true, answer: await work({ ...reader, actor }) } as const;
    return { ok: false, actor, denial: denied ?? new Problem(403, 'not-allowed', { permission: asking.permission }) } as const;
  });
  if (read.ok) return read.answer;
  await auditDenial(deps.world, { district, actor: read.actor, source: request.ip }, asking, read.denial);
  throw read.denial;
}

/** For routes that do more than one thing: who may do it. */
export function callerOf(deps: WebDeps, request: FastifyRequest, asking: Asking): Promise<Caller> {
  return asSender(deps, request, asking, async ({ district, actor }) => ({ district, actor, source: request.ip }));
}

function districtOf(request: FastifyRequest): string {
  return (request.params as { district: string }).district;
}

/** A whole session sits behind one address, and who asks is not to be kept: one count for everybody. */
export const ALL_TOGETHER = { max: 12_000, timeWindow: '1 minute', keyGenerator: () => 'anonymous' } as const;

export function mountCommands(app: FastifyInstance, deps: WebDeps, commands: readonly AnyCommand[]): void {
  for (const it of commands) {
    const url = `/api/:district(\\d{6})/${it.name.replace('.', '/')}`;
    if ('anonymous' in it) {
      app.post(url, { config: { permission: 'public', isAnonymous: true, rateLimit: ALL_TOGETHER } }, async (request, reply) => {
        const outcome = await runAnonymous(deps.world, it, districtOf(request), (request.body as Envelope | null)?.input);
        return reply
          .headers(API_HEADERS)
          .code(outcome.ok ? 200 : 409)
          .send(outcome);
      });
      continue;
    }
    app.post(url, { config: { permission: it.permission } }, async (request, reply) => {
      const arrival = {
        district: districtOf(request),
        source: request.ip,
        identify: (reader: Reader) => identify(deps, request, reader, true),
      };
      const outcome = await deps.metrics.command(it.name, execute(deps.execute, it, arrival, request.body as Envelope));
      return reply
        .headers(API_HEADERS)
        .code(outcome.ok ? 200 : 409)
        .send(outcome);
    });
  }
}

export function mountReads(app: FastifyInstance, deps: WebDeps, reads: readonly AnyRead[]): void {
  for (const it of reads) {
    const asking = { command: `read ${it.path}`, permission: it.permission, writes: false };
    app.get(`/api/:district(\\d{6})${it.path}`, { config: { permission: it.permission } }, async (request, reply) => {
      const { answer, facts, caller } = await asSender(deps, request, asking, async (reader) => {
        const { district, ...named } = request.params as Record<string, string>;
        const query: unknown = it.query.parse({ ...(request.query as object), ...named });
        const caller = { district: district!, actor: reader.actor, source: request.ip };
        return { answer: await it.run(reader, query), facts: it.audited?.(query), caller };
      });
      if (facts !== undefined) await auditRead(deps, caller, asking.command, facts);
      reply.headers(API_HEADERS);
      if (isStreamed(answer)) return sendStream(reply, answer);
      return isDownload(answer) ? sendDownload(reply, answer) : reply.send(answer ?? null);
    });
  }
}

/** Before the answer leaves: what cannot be noted is not read. */
async function auditRead(
  deps: WebDeps,
  { district, actor, source }: Required<Caller>,
  command: string,
  facts: Readonly<Record<string, unknown>>,
) {
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
