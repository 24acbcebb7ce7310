import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GlobalPage, Page, PageParams, PublicPage } from '../module.ts';
import { reading } from '../transaction.ts';
import type { WebDeps } from './deps.ts';
import { API_HEADERS, PUBLIC_HEADERS } from './headers.ts';
import { bytesOf } from './render.ts';

/** Mounts the public pages. */
export function mountPages(app: FastifyInstance, deps: WebDeps): void {
  for (const it of deps.modules.flatMap((module) => module.globalPages ?? [])) mountGlobal(app, deps, it);
  for (const it of deps.modules.flatMap((module) => module.pages ?? [])) mountPage(app, deps, it);
}

function mountGlobal(app: FastifyInstance, deps: WebDeps, it: GlobalPage): void {
  app.get(it.path, { config: { permission: 'public' } }, async (request, reply) => {
    const since = deps.cache.moment();
    const page = await it.run(deps.world, askedOf(request));
    return answer(deps, request, reply, { page, district: null, since });
  });
}

function mountPage(app: FastifyInstance, deps: WebDeps, it: Page): void {
  const config = { permission: 'public', isSecret: it.isSecret ?? false };
  app.get(it.path.replace(':district', ':district(\\d{6})'), { config }, async (request, reply) => {
    const params = request.params as Record<string, string>;
    const since = deps.cache.moment();
    const page = await reading(deps.world, params.district!, (reader) => it.run(reader, params, askedOf(request)));
    if (it.isSecret) return reply.headers(API_HEADERS).type(page.mediaType).send(bytesOf(page));
    return answer(deps, request, reply, { page, district: params.district!, since });
  });
}

/** One text for each name: of a name that is asked for twice the first counts. */
function askedOf(request: FastifyRequest): PageParams {
  const asked = Object.entries(request.query as Readonly<Record<string, string | readonly string[]>>);
  return Object.fromEntries(asked.map(([name, it]) => [name, typeof it === 'string' ? it : (it[0] ?? '')]));
}

type Rendered = { readonly page: PublicPage; readonly district: string | null; readonly since: number };

function answer(deps: WebDeps, request: FastifyRequest, reply: FastifyReply, { page, district, since }: Rendered): FastifyReply {
  if (page.redirect !== undefined) return reply.headers(PUBLIC_HEADERS).redirect(page.redirect);
  const bytes = bytesOf(page);
  const { status = 200, mediaType, fileName, immutable } = page;
  const entry = deps.cache.keep(request.raw.url!, { district, status, mediaType, bytes, fileName, immutable }, since);
  reply.hijack();
  deps.cache.send(entry, request.raw, reply.raw);
  return reply;
}
