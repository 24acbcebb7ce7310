import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { listBulletins } from '#/supervision/door.ts';
import { aFrozenList, type Published, valueIn } from './test-edition.ts';

const PATHS = ['', '/1', '/editions', '/editions/1'].map((it) => `/990001/2026${it}`);

test('a published list has all its pages in four looks, with no script and a policy that forbids it', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  const { figures } = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };
  const paths = [...PATHS, '/990001', '/990001/how', `/990001/figures/${Object.values(figures)[0]}`];

  for (const prefix of ['', '/big', '/en', '/en/big']) {
    for (const path of [...paths.map((it) => prefix + it), prefix || '/']) {
      const page = await list.app.page(path);
      assert.equal(page.status, 200, path);
      assert.equal(page.headers['content-type'], 'text/html; charset=utf-8', path);
      assert.match(String(page.headers['content-security-policy']), /default-src 'none'.*style-src 'self'/, path);
      assert.ok(!page.text.includes('<script'), path);
      assert.ok(Buffer.byteLength(page.text) < 60_000, path);
    }
  }
  assert.match((await list.app.page('/en/990001/2026')).text, /<html lang="en">/);
  assert.match((await list.app.page('/big/990001/2026')).text, /<html lang="zh-CN" class="big">/);
});

test('every link of every page leads somewhere', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  const seen = new Set<string>(['/']);
  const open = ['/'];

  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const page = await list.app.page(path);
    assert.ok(page.status === 200, `${path}: ${page.status}`);
    if (!String(page.headers['content-type']).startsWith('text/html')) continue;
    const links = [...page.text.matchAll(/href="(\/[^"#]*)/g)].map((it) => it[1]!.replaceAll('&amp;', '&'));
    for (const link of links.filter((it) => !seen.has(it))) {
      seen.add(link);
      open.push(link);
    }
  }
  assert.ok(seen.size > 30, `${seen.size} pages`);
});

test('what is not published, unknown or malformed is a plain page with status 404', async (t) => {
  const list = await aFrozenList(t);

  const none = await list.app.page('/990001/2026');
  assert.deepEqual([none.status, none.text.includes('还没有公开版')], [404, true]);
  await list.bringOut();
  for (const path of [
    '/990009',
    '/990009/2026',
    '/990001/1800',
    '/990001/2026/99',
    '/990001/2026/editions/9',
    '/990001/2026/editions/x',
    '/990001/figures/x',
    '/990001/2026?kind=other',
    '/990001/2026?kind=special',
    '/990001/2026?kind=action%7Csuperior',
  ]) {
    const page = await list.app.page(path);
    assert.deepEqual([page.status, page.text.includes('<h1>没有这一页</h1>')], [404, true], path);
  }
  assert.equal((await list.app.page('/990001/2025')).status, 404);
  assert.equal((await list.app.page('/990001/special-action/2026')).status, 404);
  assert.equal((await list.app.page('/990001/2025/board.csv')).status, 404);
});

test('a target that is met but not accepted reads 达标待核验 on the board, its project and its figure', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 15);
  await list.bringOut();

  const board = await list.app.page('/990001/2026');
  const project = await list.app.page('/990001/2026/1');
  const figure = /href="(\/990001\/figures\/[^"]+)"/.exec(project.text)![1]!;
  const texts = [board.text, project.text, (await list.app.page(figure)).text];

  for (const text of texts) assert.match(text, /light-green[\s\S]*正常[\s\S]*达标待核验/);
});

test('a draft, a signed edition and a withdrawn one have no public address', async (t) => {
  const list = await aFrozenList(t);
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  const figure = await list.app.ownerPool.query<{ id: string }>('select id from publication.figure limit 1');

  const seen = [];
  seen.push((await list.app.page(`/990001/figures/${figure.rows[0]!.id}`)).status);
  await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });
  assert.equal((await list.leader.run('publication.sign-edition', { editionId, digest })).status, 200);
  seen.push((await list.app.page(`/990001/figures/${figure.rows[0]!.id}`)).status, (await list.app.page('/990001/2026/board.json')).status);

  assert.deepEqual(seen, [404, 404, 404]);
});

test('an edition of one district is not there under another, and the index lists both', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  const other = await aFrozenList(t, { app: list.app, district: '990002', name: '云桥区' });
  await other.bringOut();
  const { figures } = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };

  const strange = await list.app.page(`/990002/figures/${Object.values(figures)[0]}`);
  const board = await list.app.page('/990002/2026');
  const index = await list.app.page('/');

  assert.equal(strange.status, 404);
  assert.ok(!board.text.includes('清泉区') && !board.text.includes('990001'));
  assert.ok(index.text.includes('清泉区') && index.text.includes('云桥区'));
});

test('every page of a demo district says that it is one, and on which day', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  await list.bringOut();

  for (const path of [...PATHS, '/990001', '/990001/how', '/990001/2025']) {
    const page = await list.app.page(path);
    assert.ok(page.text.includes('演示：虚构区县，地名、人名、数字都是编的') && page.text.includes('演示日期 2026年6月18日'), path);
  }
});

test('an unchanged page answers 304, and a new edition changes its mark', async (t) => {
  const list = await aFrozenList(t);
  await list.bringOut();
  const first = await list.app.page('/990001/2026');

  const same = await list.app.page('/990001/2026', { 'if-none-match': String(first.headers.etag) });
  await list.report('招聘会', 8);
  await list.bringOut();
  const next = await list.app.page('/990001/2026', { 'if-none-match': String(first.headers.etag) });

  assert.deepEqual([same.status, next.status], [304, 200]);
});

test('the style sheet has an address that changes with it, and is kept by browsers', async (t) => {
  const list = await aFrozenList(t);
  const [, path] = /<link rel="stylesheet" href="([^"]+)"/.exec((await list.app.page('/')).text)!;

  const sheet = await list.app.page(path!);

  assert.deepEqual([sheet.status, sheet.headers['content-type']], [200, 'text/css; charset=utf-8']);
  assert.match(String(sheet.headers['cache-control']), /immutable/);
});

test('a bulletin that was issued goes out with the next edition as the copy for the public that was signed with it; one issued later waits', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  await list.bringOut();
  const { bulletinId } = valueIn<{ bulletinId: string }>(await list.office.run('supervision.prepare-bulletin', { year: 2026, month: 6 }));
  const frozen = valueIn<{ documentId: string; digest: string }>(
    await list.office.run('supervision.submit-document', { year: 2026, month: 6, kind: 'bulletin' }),
  );
  await list.office.run('supervision.take-step', { ...frozen, step: 'checked' });
  await list.app.as('leader').run('supervision.take-step', { ...frozen, step: 'signed' });
  const issued = valueIn<{ fileDigest: string }>(await list.office.run('supervision.issue-bulletin', { bulletinId }));
  const [kept] = await list.app.read('990001', (reader) => listBulletins(reader, list.programmeId));

  const before = [await list.app.page('/990001/2026'), await list.app.page('/990001/2026/bulletins/2026-06.docx')];
  await list.bringOut();
  const board = await list.app.page('/990001/2026');
  const file = await list.app.app.inject({ url: '/990001/2026/bulletins/2026-06.docx' });

  assert.deepEqual([before[0]!.text.includes('bulletins'), before[1]!.status], [false, 404]);
  assert.match(board.text, /href="\/990001\/2026\/bulletins\/2026-06\.docx"/);
  assert.equal(createHash('sha256').update(file.rawPayload).digest('hex'), kept!.publicDigest);
  assert.notEqual(kept!.publicDigest, issued.fileDigest);
});

test('codes stand at the foot of a page, each with what it is for, and not among what is said of a figure', async (t) => {
  const list = await aFrozenList(t);
  await list.bringOut();
  const { figures, edition } = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as {
    figures: Record<string, string>;
    edition: { digest: string };
  };
  const id = Object.values(figures)[0]!;
  const [{ text }, board] = [await list.app.page(`/990001/figures/${id}`), await list.app.page('/990001/2026')];

  const [said, foot] = text.split('<section class="disclosure">') as [string, string];
  assert.ok(!said.includes('<code>') && !said.includes('>ID<'));
  assert.match(foot, new RegExp(`数字编号（询问或引用这个数字时报这个编号）<br><code>${id}`));
  assert.match(foot, new RegExp(`内容指纹（同一版内容不变，指纹就不变）<br><code>${edition.digest}`));
  assert.ok(board.text.includes('内容指纹（') && !board.text.includes('内容摘要'));
});
