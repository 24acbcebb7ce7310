import type { FastifyError, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { API_HEADERS } from './headers.ts';

/** Problems answer with their status, code and facts; anything else is a fault with a number to quote, and is logged whole. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Problem | z.ZodError, request, reply) => {
    reply.headers(API_HEADERS);
    if (error instanceof Problem) return reply.code(error.status).send({ code: error.code, facts: error.facts });
    if (error instanceof z.ZodError) {
      const fields = error.issues.slice(0, 20).map(({ path, code, message }) => ({ field: path.join('.'), code, message }));
      return reply.code(400).send({ code: 'malformed', facts: { fields } });
    }
    if ('code' in error && error.code === ZERO_CHARACTER) return reply.code(400).send({ code: 'malformed', facts: {} });
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status >= 400 && status < 500) return reply.code(status).send({ code: codeOf(error), facts: {} });
    const number = newId().slice(-12);
    request.log.error({ err: withoutRow(error), number }, 'fault');
    return reply.code(500).send({ code: 'fault', facts: { number } });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).headers(API_HEADERS).send({ code: 'no-such-address', facts: {} }));
}

/** SQLSTATE of a text that no database keeps; it comes from outside, for nobody types it. */
const ZERO_CHARACTER = '22021';

/** PostgreSQL quotes the whole row in the detail of a violated constraint: a person's name and number do not belong in the log. */
function withoutRow(error: Error): Error {
  return Object.assign(error, { detail: undefined, where: undefined });
}

function codeOf(error: Error & { code?: string }): string {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large';
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'media-type';
  return 'statusCode' in error && error.statusCode === 429 ? 'too-many' : 'malformed';
}
