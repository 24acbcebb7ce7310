import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { workspaceHeaders } from '../web/headers.ts';
import { readTiles, tileOrigins } from './settings.ts';

const TDT = 'https://t0.tianditu.gov.cn/vec_w/wmts?LAYER=vec&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=k';

test('tiles are configured by an address with z, x and y or by a folder, and never without saying whose map it is', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-tiles-'));
  for (const zoom of ['9', '12', 'fonts']) fs.mkdirSync(path.join(folder, zoom));
  const read = (LUOSHI_MAP_TILES: string, LUOSHI_MAP_CREDIT = '示例底图') => readTiles({ LUOSHI_MAP_TILES, LUOSHI_MAP_CREDIT });
  const variable = (it: ReturnType<typeof read>) => (it !== null && 'variable' in it ? it.variable : null);

  assert.equal(readTiles({}), null);
  assert.equal(variable(read(TDT, ' ')), 'LUOSHI_MAP_CREDIT');
  assert.equal(variable(read('https://tiles.example/{z}/{x}.png')), 'LUOSHI_MAP_TILES');
  assert.equal(variable(read(path.join(folder, 'fonts'))), 'LUOSHI_MAP_TILES');
  assert.deepEqual(read(folder), { templates: [], folder, credit: '示例底图', minZoom: 9, maxZoom: 12 });
  fs.rmSync(folder, { recursive: true });
});

test('the workspace may speak to the hosts of the tiles and to nobody else', () => {
  const tiles = readTiles({ LUOSHI_MAP_TILES: `${TDT} ${TDT.replace('vec_w', 'cva_w')}`, LUOSHI_MAP_CREDIT: '天地图' });
  assert.ok(tiles !== null && !('variable' in tiles));

  const policy = (origins: readonly string[]) => workspaceHeaders('n', origins)['content-security-policy']!.split('; ');

  assert.deepEqual(tileOrigins(tiles), ['https://t0.tianditu.gov.cn']);
  const changed = policy(tileOrigins(tiles)).filter((it) => !policy([]).includes(it));
  assert.deepEqual(changed, ["img-src 'self' data: blob: https://t0.tianditu.gov.cn", "connect-src 'self' https://t0.tianditu.gov.cn"]);
  assert.ok(!policy(tileOrigins(tiles)).some((it) => it.includes('unsafe')));
});
