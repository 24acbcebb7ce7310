import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MODULES } from '#/life.ts';
import { type Exported, exportSite } from '#/platform/site/export-site.ts';
import { aFrozenList, type TestPublication } from '#/publication/test-edition.ts';
import { aPhoto } from '#/publication/test-pictures.ts';
import type { TestApp } from '#/testing.ts';

function aFolder(t: TestContext): string {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-site-'));
  t.after(() => fs.rmSync(place, { recursive: true, force: true }));
  return path.join(place, 'site');
}

async function exported({ world }: TestApp, folder: string, districts = ['990001']): Promise<Exported> {
  const done = await exportSite({ world, modules: MODULES, districts }, folder);
  assert.ok('files' in done, JSON.stringify(done));
  return done;
}

/** Two lists of one district, each with an edition; the ten things with two. */
async function twoLists(t: TestContext): Promise<TestPublication> {
  const special = await aFrozenList(t, { kind: 'special-action' });
  await special.bringOut();
  const list = await aFrozenList(t, { app: special.app, isThere: true });
  await list.report('招聘会', 8);
  await list.bringOut();
  await list.report('招聘会', 9);
  await list.bringOut();
  return list;
}

const filesIn = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.relative(fs.realpathSync(folder), path.join(fs.realpathSync(it.parentPath), it.name)));

/** As `try_files $uri $uri.html $uri/index.html` finds it. */
function found(folder: string, address: string): Buffer | null {
  const places = [address.slice(1), `${address.slice(1)}.html`, path.join(address.slice(1), 'index.html')].map((it) =>
    path.join(folder, it),
  );
  const place = places.find((it) => fs.statSync(it, { throwIfNoEntry: false })?.isFile());
  return place === undefined ? null : fs.readFileSync(place);
}

function linksIn(name: string, bytes: Buffer): readonly string[] {
  if (!/\.(html|atom)$/.test(name)) return [];
  const links = [...bytes.toString().matchAll(/(?:href|src)="([^"]*)"/g)].map((it) => it[1]!.replaceAll('&amp;', '&'));
  return links.filter((it) => !/^(#|data:|tel:|mailto:)/.test(it)).map((it) => it.split('#')[0]!);
}

test('every exported file holds the bytes that the server sends, and every link in them leads to a file', async (t) => {
  const { app } = await twoLists(t);
  const folder = aFolder(t);
  const { files } = await exported(app, folder);
  const names = filesIn(folder);
  const wrong: string[] = [];

  for (const name of names) {
    const bytes = fs.readFileSync(path.join(folder, name));
    const served = await app.app.inject({ url: name === 'index.html' ? '/' : `/${name.replace(/\.html$/, '')}` });
    if (!served.rawPayload.equals(bytes)) wrong.push(`${name} differs`);
    for (const link of linksIn(name, bytes)) if (found(folder, link) === null) wrong.push(`${name} → ${link}`);
  }

  assert.deepEqual([wrong, names.length], [[], files]);
  for (const name of [
    'en/big/990001/special-action/2026/editions/1.html',
    'big/990001/2026/1.html',
    'en.html',
    '404.html',
    '990001/2026/board.csv',
    '990001/special-action/2026/feed.atom',
  ])
    assert.ok(names.includes(name), name);
});

test('every public address of the product that the crawl of the server finds is among the files', async (t) => {
  const { app } = await twoLists(t);
  const folder = aFolder(t);
  await exported(app, folder);
  const seen = new Set(['/']);
  const open = ['/'];

  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    const page = await app.page(address);
    if (!String(page.headers['content-type']).startsWith('text/html')) continue;
    for (const link of linksIn('page.html', Buffer.from(page.text))) {
      if (!seen.has(link)) open.push(link);
      seen.add(link);
    }
  }

  assert.ok(seen.size > 60, `${seen.size} addresses`);
  assert.deepEqual(
    [...seen].filter((it) => found(folder, it) === null),
    [],
  );
});

test('an export says what changed, touches nothing when nothing did, and takes the district away that is left out', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  const folder = aFolder(t);
  const first = await exported(list.app, folder);
  const [board, how] = ['990001/2026.html', '990001/how.html'].map((it) => path.join(folder, it)) as [string, string];
  const [oldBoard, written] = [fs.readFileSync(board), fs.statSync(how).mtimeMs];

  const again = await exported(list.app, folder);
  const place = fs.realpathSync(folder);
  await list.report('招聘会', 9);
  await list.bringOut();
  const next = await exported(list.app, folder);

  assert.equal(first.added.length, first.files);
  assert.deepEqual([again.added, again.changed, again.removed, again.digest], [[], [], [], first.digest]);
  assert.ok(next.changed.includes('990001/2026.html') && next.added.includes('990001/2026/editions/2.html'));
  assert.ok(!next.changed.includes('990001/how.html') && fs.statSync(how).mtimeMs === written);
  assert.ok(!fs.readFileSync(board).equals(oldBoard));
  assert.equal(fs.existsSync(place), false);

  const none = await exported(list.app, folder, []);
  assert.deepEqual([none.removed.includes('990001/2026.html'), fs.existsSync(board)], [true, false]);
});

test('one district alone is exported without a word of the others', async (t) => {
  const list = await aFrozenList(t);
  await list.bringOut();
  await (await aFrozenList(t, { app: list.app, district: '990002', name: '云桥区' })).bringOut();
  const folder = aFolder(t);

  await exported(list.app, folder, ['990002']);

  const names = filesIn(folder);
  assert.ok(names.includes('990002/2026.html') && !names.some((it) => it.includes('990001')));
  const texts = names.map((it) => fs.readFileSync(path.join(folder, it), 'utf8'));
  assert.ok(texts.every((it) => !it.includes('清泉区')));
});

test('a folder that holds something else is left alone', async (t) => {
  const list = await aFrozenList(t);
  const folder = aFolder(t);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'thesis.txt'), 'mine');

  const done = await exportSite({ world: list.app.world, modules: MODULES, districts: ['990001'] }, folder);

  assert.deepEqual([done, fs.readdirSync(folder)], [{ taken: folder }, ['thesis.txt']]);
});

test('a link to a folder that no export made is left alone, and so is what it leads to', async (t) => {
  const list = await aFrozenList(t);
  const folder = aFolder(t);
  const mine = path.join(path.dirname(folder), 'mine');
  fs.mkdirSync(mine);
  fs.writeFileSync(path.join(mine, 'thesis.txt'), 'mine');
  fs.symlinkSync('mine', folder);

  const done = await exportSite({ world: list.app.world, modules: MODULES, districts: ['990001'] }, folder);

  assert.deepEqual([done, fs.readdirSync(mine)], [{ taken: folder }, ['thesis.txt']]);
});

test('an address that named the kind of a list behind a question mark leads on to the one that names it now', async (t) => {
  const list = await aFrozenList(t, { kind: 'special-action' });
  await list.bringOut();

  const old = await list.app.page('/en/990001/2026/1?kind=special-action');
  const data = await list.app.page('/990001/2026/board.csv?kind=special-action');

  assert.deepEqual([old.status, old.headers.location], [302, '/en/990001/special-action/2026/1']);
  assert.deepEqual([data.status, data.headers.location], [302, '/990001/special-action/2026/board.csv']);
  assert.equal((await list.app.page('/en/990001/special-action/2026/1')).status, 200);
});

const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
const skip = spawnSync('nginx', ['-v'], { env: ENV }).error !== undefined && 'nginx is not installed';

test('nginx with the settings of the operators’ guide answers every address like the server: bytes, type and status', {
  skip,
}, async (t) => {
  const { app } = await twoLists(t);
  const folder = aFolder(t);
  await exported(app, folder);
  const address = await startNginx(t, folder);
  const wrong: string[] = [];

  for (const name of filesIn(folder)) {
    const url = name === 'index.html' ? '/' : `/${name.replace(/\.html$/, '')}`;
    const [ours, theirs] = [await app.app.inject({ url }), await fetch(address + url)];
    const bytes = Buffer.from(await theirs.arrayBuffer());
    if (!bytes.equals(ours.rawPayload)) wrong.push(`${url}: bytes`);
    for (const header of ['content-type', 'content-security-policy', 'x-content-type-options', 'cache-control'])
      if (theirs.headers.get(header) !== ours.headers[header]) wrong.push(`${url}: ${header} ${theirs.headers.get(header)}`);
    if (url !== '/404' && theirs.status !== ours.statusCode) wrong.push(`${url}: ${theirs.status}`);
  }
  const missing = await fetch(`${address}/990001/2026/99`);

  assert.deepEqual(wrong, []);
  assert.deepEqual([missing.status, (await missing.text()).includes('没有这一页')], [404, true]);
});

/** The block of the guide, with the folder, the port and the names of this test put in. */
async function startNginx(t: TestContext, folder: string): Promise<string> {
  const guide = fs.readFileSync(path.join(import.meta.dirname, '../../../../docs/operators/public-site.md'), 'utf8');
  const [, server] = /```nginx\n([\s\S]*?)```/.exec(guide)!;
  const home = path.join(path.dirname(folder), 'nginx');
  fs.mkdirSync(home);
  fs.chmodSync(path.dirname(folder), 0o755);
  const port = await freePort();
  const own = server!.replace(/listen 80;/, `listen 127.0.0.1:${port};`).replace(/root [^;]+;/, `root ${folder};`);
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${home};`).join(' ');
  fs.writeFileSync(
    path.join(home, 'nginx.conf'),
    `daemon off; pid ${home}/pid; events {} http { access_log off; include /etc/nginx/mime.types; ${scratch} ${own} }`,
  );
  const child = spawn('nginx', ['-p', home, '-e', 'error.log', '-c', path.join(home, 'nginx.conf')], { env: ENV, stdio: 'ignore' });
  t.after(() => child.kill('SIGTERM'));
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) !== null) return `http://127.0.0.1:${port}`;
    await wait(50);
  }
  throw new Error(`nginx does not answer: ${fs.readFileSync(path.join(home, 'error.log'), 'utf8')}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const door = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = door.address() as net.AddressInfo;
      door.close(() => resolve(port));
    });
  });
}

const digestOf = async (list: TestPublication, name: string, bytes: Buffer) =>
  ((await list.office.upload(name, bytes)).body as { readonly digest: string }).digest;

test('of all that proves a figure only covered pictures go out: no other kind of file reaches a page or the exported site', async (t) => {
  const list = await aFrozenList(t);
  const papers: readonly (readonly [string, Buffer])[] = [
    ['签到表.pdf', Buffer.from('%PDF-1.4\n1 0 obj<</Author(SECRETAUTHOR)>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')],
    ['说明.txt', Buffer.from('SECRETAUTHOR 的说明')],
    ['现场.jpg', await aPhoto()],
  ];
  const evidence: string[] = [];
  for (const [name, bytes] of papers) evidence.push(await digestOf(list, name, bytes));
  assert.ok(evidence.every((it) => /^[0-9a-f]{64}$/.test(it)));
  await list.report('招聘会', 8, { evidence });
  const { editionId } = await list.bringOut();
  const scan = await digestOf(list, '签批件.jpg', await aPhoto(33));
  const attach = { editionId, digest: scan, name: '签批件.jpg' };
  assert.equal((await list.office.run('publication.attach-scan', attach)).status, 200);
  const folder = aFolder(t);

  await exported(list.app, folder);

  const kinds = new Set(filesIn(folder).map((it) => path.extname(it)));
  assert.deepEqual(
    [...kinds].filter((it) => !['.html', '.css', '.csv', '.json', '.atom', '.ics', '.geojson', '.jpg', '.docx'].includes(it)),
    [],
  );
  for (const name of filesIn(folder)) {
    const bytes = fs.readFileSync(path.join(folder, name));
    assert.ok(!bytes.includes('SECRETAUTHOR') && !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')), name);
    for (const digest of [...evidence, scan]) assert.ok(!bytes.includes(digest) && !name.includes(digest), name);
  }
  for (const digest of [...evidence, scan])
    for (const address of [`/990001/pictures/${digest}.jpg`, `/990001/files/${digest}`, `/api/990001/files/${digest}`])
      assert.ok([401, 404].includes((await list.app.page(address)).status), address);
});
