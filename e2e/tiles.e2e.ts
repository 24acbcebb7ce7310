import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type OwnServer, startOwnServer } from './support/own-server.ts';
import { enter } from './support/staff.ts';

/** Sites on tiles that another host serves; the host is one on the loopback, and the district does not exist. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PICTURES = process.env.LUOSHI_E2E_PICTURES;
/** One grey pixel, stretched over a square of the map. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4AQAA2gDZEE0EmAAAAABJRU5ErkJggg==', 'base64');
const asked: string[] = [];
const faults: string[] = [];
let tiles: http.Server;
let server: OwnServer;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  tiles = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(PIXEL);
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  const { port } = tiles.address() as AddressInfo;
  server = await startOwnServer('e2e/support/ten-plans.ts', {
    LUOSHI_MAP_TILES: `http://127.0.0.1:${port}/vec/{z}/{x}/{y} http://127.0.0.1:${port}/words/{z}/{x}/{y}`,
    LUOSHI_MAP_CREDIT: '示例底图 GS（2026）0000号',
  });
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  page = await context.newPage();
  await enter(page, 'wall-leader');
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
test.afterAll(async () => {
  await page?.context().close();
  await server?.stop();
  tiles?.close();
});

const site = (name: string) => page.getByRole('button', { name: new RegExp(`^\\d+ ${name} · `) });
const loaded = (name: string) =>
  page.evaluate((part) => performance.getEntriesByType('resource').some((it) => it.name.includes(part)), name);

test('other screens do not fetch the map', async () => {
  await page.goto('/staff/990001/board');
  await expect(page.getByRole('heading', { name: /2026年民生实事/ })).toBeVisible();
  expect(await loaded('tile-map')).toBe(false);
});

test('the wall lays the sites on the tiles, with stage, light and whose map it is; nothing else is asked of the host', async () => {
  await page.goto('/staff/990001/wall');

  await expect(site('东湖路管网')).toBeVisible();
  await expect(page.getByText('示例底图 GS（2026）0000号')).toBeVisible();
  await expect.poll(() => new Set(asked.map((it) => it.split('/')[1])).size).toBe(2);
  expect(asked.filter((it) => !/^\/(vec|words)\/\d+\/\d+\/\d+$/.test(it))).toEqual([]);
  await expect(site('清荷小区')).toHaveAttribute('aria-label', /清荷小区 · 已完成 · /);
  expect(await loaded('tile-map')).toBe(true);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/wall-tiles-1920.png`, animations: 'disabled' });
});

test('by key: from site to site, and into its project; arrow keys move the map and not the agenda', async () => {
  await site('东湖路管网').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.wall-drawing')).toHaveAttribute('data-project', 'all');
  await page.keyboard.press('Enter');
  await expect(page.locator('.wall-drawing')).not.toHaveAttribute('data-project', 'all');
  await expect(page.getByRole('button', { name: '第2件 雨污分流改造' })).toHaveAttribute('aria-current', 'true');
  await expect(site('清荷小区')).toHaveCount(0);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/wall-tiles-project-1920.png`, animations: 'disabled' });
});

test('on paper the district’s own outline stays, and nothing was refused by the content policy', async () => {
  await expect(page.locator('.wall-paper svg.site-map')).toHaveCount(1);
  expect(faults).toEqual([]);
});

test('a folder of this machine is a map too: no other host is asked for anything', async ({ browser }) => {
  test.setTimeout(300_000);
  await server.stop();
  const folder = tilesOfDistrict([8, 9, 10, 11, 12]);
  server = await startOwnServer('e2e/support/ten-plans.ts', { LUOSHI_MAP_TILES: folder, LUOSHI_MAP_CREDIT: '本机示例底图' });
  const own = await browser.newPage({ baseURL: server.url, viewport: { width: 1920, height: 1080 } });
  const served: string[] = [];
  const foreign: string[] = [];
  own.on('response', (it) => it.url().includes('/staff/tiles/') && it.ok() && served.push(it.url()));
  own.on('request', (it) => /^https?:/.test(it.url()) && !it.url().startsWith(server.url) && foreign.push(it.url()));
  await enter(own, 'wall-leader');
  await own.goto('/staff/990001/wall');

  await expect(own.getByRole('button', { name: /^\d+ 东湖路管网 · / })).toBeVisible();
  await expect(own.getByText('本机示例底图')).toBeVisible();
  await expect.poll(() => served.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
  if (PICTURES) await own.screenshot({ path: `${PICTURES}/wall-tiles-folder-1920.png`, animations: 'disabled' });
  await own.close();
  fs.rmSync(folder, { recursive: true });
});

/** The squares of Web Mercator around the fictional district, as QGIS would write them. */
function tilesOfDistrict(zooms: readonly number[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-map-'));
  for (const zoom of zooms) {
    const count = 2 ** zoom;
    const column = (lon: number) => Math.floor(((lon + 180) / 360) * count);
    const row = (lat: number) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * count);
    for (let x = column(112.5); x <= column(113.7); x++) {
      fs.mkdirSync(path.join(folder, String(zoom), String(x)), { recursive: true });
      for (let y = row(40.5); y <= row(39.7); y++) fs.writeFileSync(path.join(folder, String(zoom), String(x), `${y}.png`), PIXEL);
    }
  }
  return folder;
}
