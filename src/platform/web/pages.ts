import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Html } from '#/kernel/html.ts';
import { findPersonalData, isOverridable } from '#/kernel/privacy-gate.ts';
import type { GlobalPage, Page, PublicPage } from '../module.ts';
import { reading } from '../transaction.ts';
import type { WebDeps } from './deps.ts';
import { PUBLIC_HEADERS } from './headers.ts';

/** Mounts the public pages. Every text passes the privacy gate once more as it leaves: a page cannot skip it. */
export function mountPages(app: FastifyInstance, deps: WebDeps): void {
  for (const it of deps.modules.flatMap((module) => module.globalPages ?? [])) mountGlobal(app, deps, it);
  for (const it of deps.modules.flatMap((module) => module.pages ?? [])) mountPage(app, deps, it);
}

function mountGlobal(app: FastifyInstance, deps: WebDeps, it: GlobalPage): void {
  app.get(it.path, { config: { permission: 'public' } }, async (request, reply) => {
    const since = deps.cache.moment();
    const page = await it.run(deps.world, request.query as Record<string, string>);
    return answer(deps, request, reply, { page, district: null, since });
  });
}

function mountPage(app: FastifyInstance, deps: WebDeps, it: Page): void {
  app.get(it.path.replace(':district', ':district(\\d{6})'), { config: { permission: 'public' } }, async (request, reply) => {
    const params = request.params as Record<string, string>;
    const since = deps.cache.moment();
    const page = await reading(deps.world, params.district!, (reader) => it.run(reader, params, request.query as Record<string, string>));
    return answer(deps, request, reply, { page, district: params.district!, since });
  });
}

type Rendered = { readonly page: PublicPage; readonly district: string | null; readonly since: number };

function answer(deps: WebDeps, request: FastifyRequest, reply: FastifyReply, { page, district, since }: Rendered): FastifyReply {
  if (page.redirect !== undefined) return reply.headers(PUBLIC_HEADERS).redirect(page.redirect);
  const bytes = gated(page);
  const { status = 200, mediaType, fileName, immutable } = page;
  const entry = deps.cache.keep(request.raw.url!, { district, status, mediaType, bytes, fileName, immutable }, since);
  reply.hijack();
  deps.cache.send(entry, request.raw, reply.raw);
  return reply;
}

function gated({ body, mediaType, released = [] }: PublicPage): Buffer {
  if (Buffer.isBuffer(body)) return body;
  const text = body instanceof Html ? body.text : body;
  // Only where brackets are marks: in open data they are signs of the text.
  const shown = /html|xml/.test(mediaType) ? text.replace(/<[^>]*>/g, ' ') : text;
  const isReleased = (start: number, end: number) => released.includes(shown.slice(start, end));
  const first = findPersonalData(shown).find(({ kind, start, end }) => !isOverridable(kind) || !isReleased(start, end));
  if (first !== undefined) throw new Error(`the privacy gate stopped a public page: ${first.kind}`);
  return Buffer.from(text);
}
