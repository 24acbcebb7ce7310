import fs from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { TileSettings } from '../tiles/settings.ts';

/** Below the workspace, so that its content policy needs no other origin. */
const TILES = '/staff/tiles';
const TYPES = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
] as const;
const number = z.coerce.number().int().min(0).max(4_194_304);
const Tile = z.object({ z: number, x: number, y: number });

/** What the page has to know of the tiles; it stands in a meta element. */
export function tilesForPage({ templates, folder, credit, minZoom, maxZoom }: TileSettings): string {
  const addresses = folder === null ? templates : [`${TILES}/{z}/{x}/{y}`];
  return JSON.stringify({ templates: addresses, credit, minZoom, maxZoom });
}

/** A folder of tiles, as QGIS or gdal2tiles write them (XYZ): a map without any network. */
export function mountTiles(app: FastifyInstance, folder: string): void {
  app.get(`${TILES}/:z/:x/:y`, { config: { permission: 'public', rateLimit: false } }, async (request, reply) => {
    const at = Tile.safeParse(request.params);
    const found = at.success ? await tileAt(folder, at.data) : null;
    if (found === null) return reply.code(404).send();
    return reply
      .header('cache-control', 'private, max-age=86400')
      .header('x-content-type-options', 'nosniff')
      .type(found.type)
      .send(found.bytes);
  });
}

async function tileAt(folder: string, { z: zoom, x, y }: z.output<typeof Tile>) {
  for (const [ending, type] of TYPES) {
    const file = path.join(folder, String(zoom), String(x), `${y}.${ending}`);
    const bytes = await fs.readFile(file).catch(() => null);
    if (bytes !== null) return { bytes, type };
  }
  return null;
}
