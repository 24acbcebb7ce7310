import type { FastifyInstance } from 'fastify';
import type { WebDeps } from '../deps.ts';
import { PUBLIC_HEADERS } from '../headers.ts';
import { type Docs, docsIndex, docsOfStage, docsPath, offersSomething } from './page.ts';

/** The readable description of the interface: made once at start, one page for each stage and language, no script. */
export function mountApiDocs(app: FastifyInstance, { modules, permissions, version, docs }: WebDeps): void {
  for (const locale of ['zh-CN', 'en'] as const) {
    const it: Docs = { modules, permissions, version, locale, ...docs };
    const pages = new Map([[docsPath(locale), docsIndex(it).text]]);
    for (const module of modules.filter(offersSomething)) pages.set(docsPath(locale, module.name), docsOfStage(it, module).text);
    for (const [path, text] of pages)
      app.get(path, { config: { permission: 'public' } }, async (_request, reply) =>
        reply
          .headers(PUBLIC_HEADERS)
          .header('cache-control', 'public, max-age=0, must-revalidate')
          .type('text/html; charset=utf-8')
          .send(text),
      );
  }
}
