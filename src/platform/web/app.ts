import http from 'node:http';
import path from 'node:path';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { tokenOf } from '../session/cookie.ts';
import { ALL_TOGETHER, mountCommands, mountReads } from './api.ts';
import { mountApiDocs } from './api-docs/mount.ts';
import { BOOTH_FILES, mountBooth } from './booth.ts';
import type { WebDeps } from './deps.ts';
import { answerErrors } from './errors.ts';
import { API_HEADERS } from './headers.ts';
import { mountMetrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { mountPages } from './pages.ts';
import { BUILT_FILES, mountStaff } from './staff.ts';
import { type FileCheck, mountIntakes, mountUploads } from './uploads.ts';

/** A whole office can sit behind one address; guessing passwords has far lower limits of its own. Cached public pages are not counted. */
const STAFF_PER_MINUTE = 60_000;
const VISITORS_PER_MINUTE = 1_200;

/** A connection is kept longer than a proxy keeps it (nginx: 60 s): else it sends on one that is being closed here, and answers 502. */
const IDLE_MS = 72_000;

/** The whole server: interface, uploads, public pages and the workspace. A route that names no permission does not start. */
export async function buildApp(deps: WebDeps, check: FileCheck): Promise<FastifyInstance> {
  const app = Fastify({
    // One proxy, our own: what stood in X-Forwarded-For before it is the sender's word.
    trustProxy: deps.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    logger: { level: deps.logger === 'all' ? 'info' : 'error' },
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: (handler) =>
      http.createServer({ keepAliveTimeout: IDLE_MS }, (request, response) => {
        if (deps.cache.serve(request, response)) deps.metrics.keptPage();
        else handler(request, response);
      }),
  });
  denyByDefault(app);
  logRequests(app);
  answerErrors(app);
  mountMetrics(app, deps);
  await app.register(rateLimit, {
    global: true,
    timeWindow: '1 minute',
    keyGenerator: (request) => `${tokenOf(deps.world.keys, request.headers.cookie) === null ? 'visitor' : 'session'} ${request.ip}`,
    max: (_request, key) => (key.startsWith('session') ? STAFF_PER_MINUTE : VISITORS_PER_MINUTE),
  });
  await deps.session.register(app);
  mountCommands(
    app,
    deps,
    deps.modules.flatMap((it) => it.commands),
  );
  mountReads(
    app,
    deps,
    deps.modules.flatMap((it) => it.reads ?? []),
  );
  await mountUploads(app, deps, check);
  mountIntakes(
    app,
    deps,
    deps.modules.flatMap((it) => it.intakes ?? []),
  );
  app.get('/healthz', { config: { permission: 'public', rateLimit: false } }, async (_request, reply) => {
    await deps.world.pool.query('select 1');
    return reply.headers(API_HEADERS).send({ ok: true, version: deps.version });
  });
  const description = openApi(deps.modules, deps.version);
  app.get('/api/openapi.json', { config: { permission: 'public' } }, async (_request, reply) =>
    reply.headers(API_HEADERS).send(description),
  );
  mountApiDocs(app, deps);
  mountPages(app, deps);
  if (deps.staffFolder !== null) {
    await mountBooth(app, path.join(deps.staffFolder, 'booth'), ALL_TOGETHER);
    await mountStaff(app, deps.staffFolder, deps.tiles);
  }
  return app;
}

/** No route without a permission: forgetting one is a fault at start, not a hole. */
export function denyByDefault(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(BUILT_FILES)) route.config = { ...route.config, permission: 'public' };
    if (route.url.startsWith(BOOTH_FILES))
      route.config = { ...route.config, permission: 'public', isAnonymous: true, rateLimit: ALL_TOGETHER };
    if (route.config?.permission === undefined) throw new Error(`the route ${String(route.method)} ${route.url} names no permission`);
  });
}

/** One line a request: address without its query, so that no search term or name reaches the log. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { config, url } = request.routeOptions;
    if (config.isAnonymous) return;
    const path = config.isSecret ? url : request.raw.url?.split('?')[0];
    request.log.info({ method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}
