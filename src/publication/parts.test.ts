import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { aContent } from '#/delivery/test-list.ts';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from '#/records/test-people.ts';
import { refusalOf, valueIn } from './test-edition.ts';
import { refusalSentence } from './words.ts';

type Drafted = { readonly editionId: string; readonly digest: string };

const many = (first: number, count: number, change: Parameters<typeof aRow>[0] = {}) =>
  Array.from({ length: count }, (_, i) => aRow({ serial: first + i, ...change }));

/** Two papers, one name, one birthday, one telephone. */
const alike = (first: number) =>
  [first, first + 1].map((serial) =>
    aRow({ serial, name: '虚构同名', phone: '13900000009', identity: fictionalIdentity(serial, '1990-05-01', 'f') }),
  );

async function switchedOver(t: TestContext, rows: readonly string[]): Promise<TestPeople> {
  const it = await aDistrictWithTests(t);
  await it.accept(await it.read(csvOf(rows)));
  valueIn(await it.list.office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  return it;
}

const prepare = ({ list }: TestPeople) => list.office.run('publication.prepare-edition', { year: 2026 });

async function bringOut(it: TestPeople): Promise<Drafted> {
  const draft = valueIn<Drafted>(await prepare(it));
  const { office, app } = it.list;
  valueIn(await office.run('publication.review-edition', { editionId: draft.editionId, holdsNoSecrets: true, mayBePublic: true }));
  valueIn(await app.as('leader').run('publication.sign-edition', draft));
  valueIn(await office.run('publication.publish-edition', { editionId: draft.editionId }));
  return draft;
}

test('a figure is not published while more duplicates are open than its share allows, at preparation and at signing', async (t) => {
  const it = await switchedOver(t, [...many(1, 20), ...many(1, 20, { on: '2026-04-05' }), ...alike(50)]);
  const { office, app } = it.list;

  const refusal = refusalOf<Parameters<typeof refusalSentence>[0]>(await prepare(it));
  assert.equal(refusal.kind, 'open-duplicates');
  const said = refusalSentence(refusal);
  for (const part of ['检测', '1 对疑似重复', '22 人', '4.5%', '限额 1.0%', '实绩 › 乙肝检测 › 疑似重复'])
    assert.ok(said.includes(part), `${part}: ${said}`);

  const most = { serviceKindId: it.kindId, most: 0.05, reason: '专题会议纪要' };
  assert.equal((await it.bureau.run('records.set-duplicate-share', most)).status, 403, 'the unit does not move its own limit');
  valueIn(await office.run('records.set-duplicate-share', most));
  const draft = valueIn<Drafted>(await prepare(it));
  valueIn(await office.run('records.set-duplicate-share', { ...most, most: 0.02, reason: '审计意见' }));
  valueIn(await office.run('publication.review-edition', { editionId: draft.editionId, holdsNoSecrets: true, mayBePublic: true }));
  const leader = app.as('leader');
  assert.equal(refusalOf(await leader.run('publication.sign-edition', draft)).kind, 'open-duplicates');

  const pairs = (await it.bureau.get(`/records/duplicates?serviceKindId=${it.kindId}`)).body as {
    pairs: [{ no: number }, { no: number }][];
  };
  const [personNo, otherNo] = pairs.pairs[0]!.map(({ no }) => no);
  const decided = { personNo, otherNo, serviceKindId: it.kindId, decision: 'different', reason: '电话核实' };
  valueIn(await it.bureau.run('records.decide-duplicate', decided));
  valueIn(await leader.run('publication.sign-edition', draft));
  const lists = (await office.get('/records/lists')).body as {
    kinds: { duplicatesMost: number; shares: { most: number; reason: string }[] }[];
  };
  assert.equal(lists.kinds[0]!.duplicatesMost, 0.02);
  assert.deepEqual(
    lists.kinds[0]!.shares.map(({ most: share, reason }) => [share, reason]),
    [
      [0.02, '审计意见'],
      [0.05, '专题会议纪要'],
    ],
    'every share that was ever set is kept',
  );
});

test('a published figure opens by township and by month, and a small cell stands nowhere: page, table, data', async (t) => {
  const it = await switchedOver(t, [
    ...many(1, 30, { on: '2026-03-05' }),
    ...many(40, 12, { area: '西河乡', on: '2026-04-07' }),
    ...many(60, 3, { area: '西河乡', on: '2026-05-07' }),
  ]);
  const { id: extra } = valueIn<{ id: string }>(await it.list.office.run('planning.set-up-area', { kind: 'township', name: '南河乡' }));
  assert.ok(extra);
  await it.accept(await it.read(csvOf(many(80, 4, { area: '南河乡', on: '2026-04-09' }))));
  await bringOut(it);

  const data = JSON.parse((await it.list.app.page('/990001/2026/board.json')).text) as {
    figures: Readonly<Record<string, string>>;
    content: { projects: { promises: { promiseId: string; done: number; parts?: { byPlace: unknown; byMonth: unknown } }[] }[] };
  };
  const figure = data.content.projects.flatMap((project) => project.promises).find((one) => one.promiseId === it.promiseId)!;
  assert.equal(figure.done, 49);
  assert.deepEqual(figure.parts!.byPlace, [
    { name: '东河乡', count: 30 },
    { name: '西河乡', count: null },
    { name: '南河乡', count: null },
  ]);
  assert.deepEqual(figure.parts!.byMonth, [
    { month: '2026-01', count: 0 },
    { month: '2026-02', count: 0 },
    { month: '2026-03', count: 30 },
    { month: '2026-04', count: null },
    { month: '2026-05', count: null },
  ]);
  const page = await it.list.app.page(`/990001/figures/${data.figures[it.promiseId]}`);
  assert.equal(page.status, 200);
  for (const text of ['分乡镇街道', '东河乡', '南河乡', '不显示', '认定人数', '不作比较']) assert.ok(page.text.includes(text), text);
  assert.ok(Buffer.byteLength(page.text) < 60_000);
  const csv = (await it.list.app.page('/990001/2026/parts.csv')).text;
  assert.match(csv, /分乡镇街道,东河乡,30,,/);
  assert.match(csv, /分乡镇街道,南河乡,,不足 5/);
  assert.ok((await it.list.app.page('/990001/2026')).text.includes('/990001/2026/parts.csv'));
  for (const text of [page.text, csv])
    assert.doesNotMatch(text, />(?:3|4|15|16)<|,(?:3|4|15|16),/, 'neither the small cells nor what they stand beside');
});

test('of two editions one after the other no small cell is to be had by subtraction, whether by township or by month', async (t) => {
  const it = await switchedOver(t, [...many(1, 30, { on: '2026-02-05' }), ...many(40, 3, { area: '西河乡', on: '2026-03-07' })]);
  const { office, app } = it.list;
  const come = async (area: string, first: number, count: number, on: string) => {
    valueIn(await office.run('planning.set-up-area', { kind: 'township', name: area }));
    await it.accept(await it.read(csvOf(many(first, count, { area, on }))));
  };
  type Table = readonly { readonly count: number | null }[] | null;
  const shown = async () => {
    await bringOut(it);
    const { content } = JSON.parse((await app.page('/990001/2026/board.json')).text) as {
      content: { projects: { promises: { promiseId: string; parts?: { byPlace: Table; byMonth: Table } }[] }[] };
    };
    const { byPlace, byMonth } = content.projects.flatMap((of) => of.promises).find((of) => of.promiseId === it.promiseId)!.parts!;
    return [byPlace?.map(({ count }) => count) ?? null, byMonth?.map(({ count }) => count) ?? null];
  };

  await come('南河乡', 50, 12, '2026-04-05');
  assert.deepEqual(await shown(), [
    [30, null, null],
    [0, 30, null, null],
  ]);
  await come('北河乡', 70, 2, '2026-05-05');
  assert.deepEqual(await shown(), [null, null], 'only what is known from the edition before stands beside the two');
  const { parts } = (await office.get(`/records/figure?promiseId=${it.promiseId}`)).body as {
    parts: { byPlace: { shown: number | null }[] };
  };
  assert.ok(
    parts.byPlace.every((of) => of.shown === null),
    'inside, beside each number stands what the next edition would show',
  );
  await come('中河乡', 80, 20, '2026-06-05');
  assert.deepEqual(await shown(), [
    [30, null, null, null, null],
    [0, 30, null, null, null, null],
  ]);
});

test('the public reads the numbers beside the one that counts, and what lies between them; a place whose records do not count has a nought', async (t) => {
  const it = await switchedOver(t, [
    ...many(1, 30),
    ...many(1, 10, { on: '2026-04-07' }),
    ...many(40, 6, { area: '西河乡', evidence: '' }),
  ]);
  await bringOut(it);
  const { figures } = JSON.parse((await it.list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };
  const { text } = await it.list.app.page(`/990001/figures/${figures[it.promiseId]}`);

  assert.match(text, /三个数，不混用<[\s\S]*人次 46；人数 36；认定人数 30/);
  assert.match(text, /人数比认定人数多 6：不符合资格 0，资格不明 0，没有佐证 6/);
  assert.match(text, /西河乡<\/th><td class="number">0</);
});

test('two whole months of a counted figure are compared on its public page, or are said to be unlike', async (t) => {
  const it = await switchedOver(t, [...many(1, 30, { on: '2026-04-05' }), ...many(40, 12, { on: '2026-05-07' })]);
  await bringOut(it);

  const { figures } = JSON.parse((await it.list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };
  const page = await it.list.app.page(`/990001/figures/${figures[it.promiseId]}`);
  assert.match(page.text, /近两次相比[\s\S]*(?:可比|慎比|不可比)/);
});

test('the line under a counted figure says that it is counted and of which day the latest record is, and names no report', async (t) => {
  const it = await switchedOver(t, [...many(1, 30, { on: '2026-04-05' }), ...many(40, 12, { on: '2026-05-07' })]);
  await bringOut(it);

  const [board, english] = [await it.list.app.page('/990001/2026'), await it.list.app.page('/en/990001/2026')];
  assert.match(board.text, /由实绩计数，最近一次计入 5月7日/);
  assert.match(english.text, /Counted from records, the latest of/);
});

type Line = readonly { readonly on: string; readonly value: number; readonly begins?: true }[];

async function lineOf(it: TestPeople): Promise<Line> {
  const data = JSON.parse((await it.list.app.page('/990001/2026/board.json')).text) as {
    content: { projects: { promises: { promiseId: string; points: Line }[] }[] };
  };
  return data.content.projects.flatMap(({ promises }) => promises).find(({ promiseId }) => promiseId === it.promiseId)!.points;
}

test('the public line of a counted promise is that of its records by the month, whatever was reported before', async (t) => {
  const it = await aDistrictWithTests(t);
  const { office } = it.list;
  await it.accept(await it.read(csvOf([...many(1, 30, { on: '2026-04-05' }), ...many(40, 12, { on: '2026-05-07' })])));
  const reported = { value: 77, measureUnit: '名', asOf: '2026-05-20' };
  valueIn(await it.bureau.run('delivery.submit-report', { ...aContent(it.promiseId, reported) }));
  valueIn(await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  await bringOut(it);

  assert.deepEqual(
    (await lineOf(it)).map(({ on, value }) => `${on} ${value}`),
    ['2026-01-31 0', '2026-02-28 0', '2026-03-31 0', '2026-04-30 30', '2026-05-31 42', '2026-06-18 42'],
  );
});

test('where the definition changed, the public line begins with the new one and says so; the edition before keeps what it said', async (t) => {
  const it = await switchedOver(t, [...many(1, 30, { on: '2026-04-05' }), ...many(40, 12, { on: '2026-05-07' })]);
  await bringOut(it);
  const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'services' };
  valueIn(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, from: '2026-05-20', reason: '改按人次' }));
  await bringOut(it);

  assert.deepEqual(await lineOf(it), [
    { on: '2026-05-31', value: 42, begins: true },
    { on: '2026-06-18', value: 42 },
  ]);
  const { figures } = JSON.parse((await it.list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };
  const figure = await it.list.app.page(`/990001/figures/${figures[it.promiseId]}`);
  assert.match(figure.text, /第 2 版口径，自 2026年5月20日 起/);
  const no = /\/990001\/2026\/(\d+)#/.exec(figure.text)![1];
  const project = await it.list.app.page(`/990001/2026/${no}`);
  assert.match(project.text, /从这里（2026年5月31日）起按新口径计数/);
  assert.match(project.text, /class="new-definition"/);
  const earlier = /<a href="(\/990001\/figures\/[^"]+)">/.exec(figure.text)![1]!;
  assert.match((await it.list.app.page(earlier)).text, /认定人数/, 'the edition before keeps its figure and its definition');
});
