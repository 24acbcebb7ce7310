import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { aFrozenList, refusalOf, type TestPublication, valueIn } from './test-edition.ts';

const SECRET = ['100.6789', '40.3456'];

type Placed = TestPublication & {
  readonly village: string;
  readonly other: string;
  card(object: string, change?: Record<string, unknown>): Promise<void>;
};

const CARD = {
  who: '全区求职的居民',
  where: '区就业服务大厅',
  bring: '本人证件',
  until: '全年办理',
  untilOn: '2026-12-31',
  office: '区就业服务中心',
  phone: '0352-1234567',
  events: [{ title: '夏季专场招聘会', on: '2026-06-27', from: '09:30', to: '11:30', place: '北门广场' }],
};

/** A fictional district with two villages, an open site, a water works, and one that is not public. */
async function aPlacedList(t: TestContext): Promise<Placed> {
  const list = await aFrozenList(t);
  const run = async <T>(name: string, input: unknown): Promise<T> => valueIn<T>(await list.office.run(name, input));
  const area = async (name: string, kind: string, parentId: string | null) =>
    (await run<{ id: string }>('planning.set-up-area', { name, kind, parentId })).id;
  const town = await area('石桥镇', 'township', null);
  const [village, other] = [await area('柳河村', 'village', town), await area('南山村', 'village', town)];
  const { projects } = (await list.office.get('/planning/sites')).body as {
    projects: readonly { readonly id: string; readonly no: string }[];
  };
  const project = (no: string) => projects.find((it) => it.no === no)!.id;
  const at = (lon: number, lat: number) => ({ geometry: { type: 'Point', coordinates: [lon, lat] }, capturedIn: 'wgs84' });
  await run('planning.record-site', {
    projectId: project('1'),
    name: '北门广场',
    kind: 'employment',
    areaId: village,
    stage: 'done',
    ...at(100.5, 40.25),
  });
  await run('planning.record-site', {
    projectId: project('2'),
    name: '柳河水厂',
    kind: 'water-plant',
    areaId: village,
    ...at(100.6789, 40.3456),
  });
  await run('planning.record-site', {
    projectId: project('3'),
    name: '内部库房',
    kind: 'other',
    isPublic: false,
    ...at(100.6789, 40.3456),
  });
  await run('publication.set-site-address', { address: 'https://example.invalid/' });
  const promiseId = (object: string) => [...list.promises].find(([name]) => name.includes(object))![1];
  const card = async (object: string, change: Record<string, unknown> = {}) =>
    void (await run('publication.write-card', { promiseId: promiseId(object), card: { ...CARD, ...change } }));
  return { ...list, village, other, card };
}

test('a resident finds his village, what concerns it, and whom to call, without a script', async (t) => {
  const list = await aPlacedList(t);
  await list.card('招聘会');
  await list.card('送戏', { areaIds: [list.other] });
  await list.bringOut();

  const top = await list.app.page('/990001/2026/with-me');
  const found = await list.app.page(`/990001/2026/with-me?q=${encodeURIComponent('柳 河')}`);
  const none = await list.app.page(`/990001/2026/with-me?q=${encodeURIComponent('<b>无名')}`);
  const village = await list.app.page(`/990001/2026/with-me/${list.village}`);
  const other = await list.app.page(`/990001/2026/with-me/${list.other}`);
  const english = await list.app.page(`/en/990001/2026/with-me/${list.village}`);
  const map = await list.app.page('/990001/2026/map');

  // The light of the project, as a shape on the map and as shape and word in the list.
  assert.ok(map.text.includes('class="mark"') && map.text.includes('◌ 无数据'));
  assert.ok(top.text.includes('石桥镇') && !top.text.includes('>柳河村<'));
  assert.ok(found.text.includes(`/990001/2026/with-me/${list.village}`));
  assert.ok(none.text.includes('&lt;b&gt;无名') && !none.text.includes('<b>无名'));
  assert.ok(village.text.includes('招聘会') && village.text.includes('0352-1234567') && !village.text.includes('送戏'));
  assert.ok(village.text.includes('北门广场') && village.text.includes('6月27日'));
  assert.ok(other.text.includes('送戏') && other.text.includes('招聘会'));
  assert.match(english.text, /Who is entitled/);
  for (const it of [top, found, village, other, english]) {
    assert.equal(it.status, 200);
    assert.ok(Buffer.byteLength(it.text) < 60_000 && !it.text.includes('<script'));
  }
});

test('a number of a person that somebody types into the search is not said back, and the page answers', async (t) => {
  const list = await aPlacedList(t);
  await list.bringOut();

  for (const typed of ['13800138000', '１３８００１３８０００', '11010519491231002X']) {
    const { status, text } = await list.app.page(`/990001/2026/with-me?q=${encodeURIComponent(typed)}`);
    assert.deepEqual([status, text.includes(typed)], [200, false]);
  }
  assert.equal((await list.app.page('/990001/2026/with-me?q=a&q=b')).status, 200);
});

test('where water comes from, and what is not public, leaves in no byte of any public address', async (t) => {
  const list = await aPlacedList(t);
  await list.card('招聘会');
  const { editionId } = await list.bringOut();
  const list2026 = [
    '',
    '/map',
    '/with-me',
    `/with-me/${list.village}`,
    '/1',
    '/2',
    '/3',
    '/editions',
    '/editions/1',
    '/cards/1-1',
    '/cards/1-1/poster',
  ];
  const files = [
    '/board.json',
    '/board.csv',
    '/feed.atom',
    '/places.geojson',
    '/calendar.ics',
    '/events.ics',
    `/with-me/${list.village}/calendar.ics`,
  ];
  const addresses = [
    '/',
    '/990001',
    ...[...list2026, ...files].map((it) => `/990001/2026${it}`),
    ...list2026.flatMap((it) => ['/en', '/big'].map((look) => `${look}/990001/2026${it}`)),
  ];

  for (const address of addresses) {
    const { status, text } = await list.app.page(address);
    assert.equal(status, 200, address);
    for (const secret of SECRET) assert.ok(!text.includes(secret), `${address} tells ${secret}`);
    assert.ok(!text.includes('内部库房'), address);
  }
  const geo = JSON.parse((await list.app.page('/990001/2026/places.geojson')).text) as {
    features: { geometry: unknown; properties: { name: string } }[];
  };
  assert.deepEqual(
    geo.features.map((it) => [it.properties.name, it.geometry !== null]),
    [
      ['北门广场', true],
      ['柳河水厂', false],
    ],
  );
  const edition = await list.office.get(`/publication/editions/${editionId}`);
  assert.ok(!SECRET.some((it) => edition.text.includes(it)));
});

test('the database refuses an edition whose water site has a place', async (t) => {
  const list = await aPlacedList(t);
  await list.bringOut();
  list.app.tampered = true;
  const content = { kind: 'water-plant', geometry: { type: 'Point', coordinates: [1, 2] } };

  const change = list.app.ownerPool.query(
    `update publication.edition_site set kind = 'water-plant', content = $1 where kind = 'water-plant'`,
    [content],
  );
  await assert.rejects(change, /edition_site_water_without_place/);
  const disguised = list.app.ownerPool.query(
    `update publication.edition_site set kind = 'other', content = $1 where kind = 'water-plant'`,
    [content],
  );
  await assert.rejects(disguised, /edition_site_kind_is_its_contents/);
});

test('an edition keeps its cards and places, whatever is written afterwards; the next one names the difference', async (t) => {
  const list = await aPlacedList(t);
  await list.card('招聘会');
  await list.bringOut();
  const before = (await list.app.page('/990001/2026/cards/1-1')).text;
  await list.card('招聘会', { phone: '12345' });
  const after = (await list.app.page('/990001/2026/cards/1-1')).text;
  const { editionId } = valueIn<{ editionId: string }>(await list.prepare());
  const draft = (await list.office.get(`/publication/editions/${editionId}`)).body as {
    placeDifferences: readonly { what: string; title: string }[];
  };

  assert.equal(after, before);
  assert.match(before, /0352-1234567/);
  assert.deepEqual(
    draft.placeDifferences.map((it) => it.what),
    ['card'],
  );
});

test('a card with personal data is refused with its place; a mobile needs the reason of the reviewer', async (t) => {
  const list = await aPlacedList(t);
  const promiseId = [...list.promises].find(([name]) => name.includes('招聘会'))![1];
  const planted = await list.office.run('publication.write-card', { promiseId, card: { ...CARD, bring: '证件，找11010519491231002X' } });
  await list.card('招聘会', { phone: '13812345678' });
  const { editionId } = valueIn<{ editionId: string }>(await list.prepare());
  const review = { editionId, holdsNoSecrets: true, mayBePublic: true };
  const unreviewed = await list.office.run('publication.review-edition', review);
  const { findings } = refusalOf<{ findings: readonly { key: string; no: string }[] }>(unreviewed);
  const settled = await list.office.run('publication.review-edition', {
    ...review,
    settlements: [{ key: findings[0]!.key, reason: '中心值班手机' }],
  });

  assert.deepEqual(refusalOf(planted), { kind: 'card-personal-data', field: 'bring', data: 'id-number', masked: '1101**********002X' });
  assert.deepEqual([findings.length, findings[0]!.no, settled.status], [1, '1', 200]);
});

test('a unit writes the cards of its own projects only, and each version stays', async (t) => {
  const list = await aPlacedList(t);
  const { promises } = (await list.office.get('/publication/cards')).body as {
    promises: readonly { promiseId: string; unitIds: readonly string[] }[];
  };
  const [own, foreign] = promises;
  const unit = list.app.as('liaison', { unitId: own!.unitIds[0]!, name: '区人社局联络员' });

  const written = await unit.run('publication.write-card', { promiseId: own!.promiseId, card: CARD });
  const late = await unit.run(
    'publication.write-card',
    { promiseId: own!.promiseId, card: CARD },
    { base: { [`card:${own!.promiseId}`]: 0 } },
  );
  const refused = await unit.run('publication.write-card', { promiseId: foreign!.promiseId, card: CARD });
  valueIn(await unit.run('publication.withdraw-card', { promiseId: own!.promiseId, reason: '活动取消' }));
  const twice = await unit.run('publication.withdraw-card', { promiseId: own!.promiseId, reason: '活动取消' });
  const { versions } = (await unit.get(`/publication/cards/${own!.promiseId}`)).body as {
    versions: readonly { version: number; state: string; reason: string | null }[];
  };

  assert.deepEqual(
    [written.status, refusalOf(late).kind, refusalOf(refused).kind, refusalOf(twice).kind],
    [200, 'changed-since', 'card-not-of-unit', 'card-absent'],
  );
  assert.deepEqual(
    versions.map((it) => [it.version, it.state, it.reason]),
    [
      [2, 'withdrawn', '活动取消'],
      [1, 'written', null],
    ],
  );
});

test('a water stop stands on top of the areas it concerns, until it is over or taken back, and holds no personal data', async (t) => {
  const list = await aPlacedList(t);
  const notice = (change: object = {}) => ({
    ...{
      disruptionId: newId(),
      kind: 'water',
      what: '柳河村东街检修，停水',
      fromOn: '2026-06-20',
      fromTime: '08:00',
      untilOn: '2026-06-20',
    },
    ...{ untilTime: '18:00', areaIds: [list.village], office: '区供水公司', phone: '0352-7654321', ...change },
  });
  const announce = (change: object = {}) => list.office.run('publication.announce-disruption', notice(change));

  const refused = [
    await announce({ untilTime: '08:00' }),
    await announce({ fromOn: '2026-06-16', untilOn: '2026-06-17' }),
    await announce({ what: '有事找张某 13812345678' }),
    await announce({ areaIds: [newId()] }),
  ];
  const stop = valueIn<{ disruptionId: string }>(await announce());
  valueIn(await announce({ kind: 'road', what: '北门大街封闭施工', areaIds: [], untilOn: '2026-06-30' }));
  await list.bringOut();
  const village = await list.app.page(`/990001/2026/with-me/${list.village}`);
  const other = await list.app.page(`/990001/2026/with-me/${list.other}`);
  const top = await list.app.page('/990001/2026/with-me');
  const withdraw = { disruptionId: stop.disruptionId, reason: '检修改期' };
  valueIn(await list.office.run('publication.withdraw-disruption', withdraw));
  const twice = await list.office.run('publication.withdraw-disruption', withdraw);
  await list.bringOut();
  const later = await list.app.page(`/990001/2026/with-me/${list.village}`);

  assert.deepEqual(
    [...refused, twice].map((it) => refusalOf(it).kind),
    [
      'disruption-ends-before-it-begins',
      'disruption-is-over',
      'disruption-personal-data',
      'disruption-area-unknown',
      'disruption-withdrawn-already',
    ],
  );
  const seen = (text: string) => [text.includes('东街检修'), text.includes('北门大街封闭')];
  assert.deepEqual(
    [village, other, top, later].map((it) => seen(it.text)),
    [
      [true, true],
      [false, true],
      [true, true],
      [false, true],
    ],
  );
  assert.match(village.text, /停水<\/strong> 2026年6月20日 08:00至18:00/);
});

test('years of notices that are over push no coming one out of the list of the office, or out of the edition', async (t) => {
  const list = await aPlacedList(t);
  const coming = {
    ...{
      disruptionId: newId(),
      kind: 'water',
      what: '柳河村东街检修，停水',
      fromOn: '2026-06-20',
      fromTime: '08:00',
      untilOn: '2026-06-20',
    },
    ...{ untilTime: '18:00', areaIds: [], office: '区供水公司', phone: '0352-7654321' },
  };
  valueIn(await list.office.run('publication.announce-disruption', coming));
  list.app.tampered = true;
  await list.app.ownerPool.query(
    `insert into publication.disruption (district, id, state, from_on, until_on, content, announced)
     select district, gen_random_uuid(), state, '2025-06-20', '2025-06-20', content || '{"untilOn": "2025-06-20", "fromOn": "2025-06-20"}', announced
       from publication.disruption, generate_series(1, 600)`,
  );

  const { disruptions } = (await list.office.get('/publication/disruptions')).body as {
    disruptions: readonly { disruption: { untilOn: string } }[];
  };
  await list.bringOut();
  const { text } = await list.app.page('/990001/2026/with-me');

  assert.deepEqual([disruptions.length, disruptions[0]!.disruption.untilOn], [500, '2026-06-20']);
  assert.equal(text.split('东街检修').length - 1, 1);
});
