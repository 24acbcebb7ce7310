import fs from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { BOOTH_HEADERS } from './headers.ts';

/** Scripts and styles of the pages for visitors that need script. */
export const BOOTH_FILES = '/booth/assets/';
/** Which of them each address opens. */
const PAGES = { '/vote/:district(\\d{6})/:election': 'vote.html', '/verify': 'verify.html' } as const;

/** Pages with script and without a log-in. Who opens them, from where and when is not written down. */
export async function mountBooth(app: FastifyInstance, folder: string, together: object): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: BOOTH_FILES,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  for (const [url, file] of Object.entries(PAGES)) {
    const page = await fs.readFile(path.join(folder, file), 'utf8');
    app.get(url, { config: { permission: 'public', isAnonymous: true, rateLimit: together } }, async (_request, reply) =>
      reply.headers(BOOTH_HEADERS).type('text/html; charset=utf-8').send(page),
    );
  }
}
