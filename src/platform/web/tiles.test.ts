import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fastify from 'fastify';
import { mountTiles, tilesForPage } from './tiles.ts';

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-tiles-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

test('a folder of tiles is served from this machine, whatever picture they are; what is not there, and what is no tile, is not', async (t) => {
  const folder = aFolder({
    'tiles/9/410/190.png': 'png',
    'tiles/9/410/191.webp': 'webp',
    'tiles/9/410/192.txt': 'text',
    'secret.png': 'no',
  });
  const app = fastify();
  mountTiles(app, path.join(folder, 'tiles'));
  t.after(async () => {
    await app.close();
    fs.rmSync(folder, { recursive: true });
  });
  const get = async (url: string) => {
    const { statusCode, headers, body } = await app.inject({ url: `/staff/tiles/${url}` });
    return statusCode === 200 ? [headers['content-type'], body] : statusCode;
  };

  assert.deepEqual(await get('9/410/190'), ['image/png', 'png']);
  assert.deepEqual(await get('9/410/191'), ['image/webp', 'webp']);
  for (const missing of ['9/410/192', '9/410/193', '9/410/-1', '9/410/190.png', '..%2F..%2Fsecret/0/0', '9/..%2F..%2F/secret'])
    assert.equal(await get(missing), 404, missing);
});

test('the page is told the addresses of the tiles; those of a folder are its own', () => {
  const common = { credit: '示例底图', minZoom: 7, maxZoom: 12 };
  const told = (settings: Parameters<typeof tilesForPage>[0]) => (JSON.parse(tilesForPage(settings)) as { templates: string[] }).templates;

  assert.deepEqual(told({ ...common, templates: [], folder: '/map' }), ['/staff/tiles/{z}/{x}/{y}']);
  assert.deepEqual(told({ ...common, templates: ['https://t0.example/{z}/{x}/{y}'], folder: null }), ['https://t0.example/{z}/{x}/{y}']);
});
