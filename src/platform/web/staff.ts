import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { escapeHtml } from '#/kernel/html.ts';
import { type TileSettings, tileOrigins } from '../tiles/settings.ts';
import { workspaceHeaders } from './headers.ts';
import { mountTiles, tilesForPage } from './tiles.ts';

/** The built scripts and styles: everybody may have them, for the log-in page needs them. */
export const BUILT_FILES = '/staff/assets/';
const SIGN_IN_WORKER = 'sign-in-worker-1.js';

/** Serves the built workspace under `/staff/`: hashed files for a year, and one page with a fresh nonce for every address below it. */
export async function mountStaff(app: FastifyInstance, folder: string, tiles: TileSettings | null): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: BUILT_FILES,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    // The worker of the sign-in page lies with the built files and answers for its own room only.
    setHeaders: (reply, file) => {
      if (path.basename(file) === SIGN_IN_WORKER) reply.header('service-worker-allowed', '/staff/');
    },
  });
  const written = await fs.readFile(path.join(folder, 'index.html'), 'utf8');
  const page = written.replace('__MAP_TILES__', tiles === null ? '' : escapeHtml(tilesForPage(tiles)));
  const origins = tiles === null ? [] : tileOrigins(tiles);
  if (tiles !== null && tiles.folder !== null) mountTiles(app, tiles.folder);
  for (const url of ['/staff', '/staff/*']) {
    app.get(url, { config: { permission: 'public' } }, async (_request, reply) => {
      const nonce = randomBytes(16).toString('base64');
      return reply.headers(workspaceHeaders(nonce, origins)).type('text/html; charset=utf-8').send(page.replaceAll('__CSP_NONCE__', nonce));
    });
  }
}
