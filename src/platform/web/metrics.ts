import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#/kernel/problem.ts';
import { addGauges } from '../metrics/gauges.ts';
import { digestOf } from '../secrets.ts';
import type { WebDeps } from './deps.ts';
import { API_HEADERS } from './headers.ts';

/** Counts every request, and answers `/metrics` in the form that Prometheus reads. */
export function mountMetrics(app: FastifyInstance, { metrics, metricsToken, world, version }: WebDeps): void {
  addGauges(metrics, world, version);
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.isAnonymous) return;
    const { method } = request;
    metrics.request({ method, route: patternOf(request), status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
  });
  app.get('/metrics', { config: { permission: 'metrics', rateLimit: false } }, async (request, reply) => {
    if (!mayAsk(request, metricsToken)) throw new Problem(403, 'not-allowed', { permission: 'metrics' });
    return reply
      .headers(API_HEADERS)
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });
}

/** The pattern, never the address: in it there is no district, no name and no number. */
function patternOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url?.replace(/\([^)]*\)/g, '') ?? 'unknown';
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** A proxy on this machine asks from here too, for whomever. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/** Whoever shows the token; where none is set, only this machine itself. */
function mayAsk({ raw, headers }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return timingSafeEqual(Buffer.from(digestOf(headers.authorization ?? '')), Buffer.from(digestOf(`Bearer ${token}`)));
  return LOOPBACK.test(raw.socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}
