import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPoint, aSite, OUTLINE, someAreas } from './fixtures.ts';
import { holdsCoordinates, publicGeometry, SITE_KINDS, settleSite, siteChanges, WATER_KINDS, waterWord } from './site.ts';
import { planSites, rawFromGeoJson, rawFromSheet } from './site-import.ts';

const known = { sites: [aSite()], outline: OUTLINE };
const own = { id: 'new', version: 1 };
const input = (change: object = {}) => {
  const { id: _, version: __, ...rest } = aSite({ name: '北门广场', ...change });
  return rest;
};

test('a site lies in the district, in a named system, under a name of its own', () => {
  const cases: readonly (readonly [object, string | null])[] = [
    [{}, null],
    [{ geometry: null, capturedIn: null }, null],
    [{ capturedIn: null }, 'site-system-missing'],
    [{ geometry: aPoint(40.25, 100.5) }, 'site-outside-china'],
    [{ geometry: aPoint(101.01, 40.25) }, 'site-outside-district'],
    [{ name: '清荷 小区停车场' }, 'site-name-taken'],
    [{ name: '清荷小区停车场', projectId: 'other' }, null],
    [{ name: '柳河水厂' }, 'site-looks-like-water'],
    [{ name: '柳河水厂', kind: 'water-plant' }, null],
    [{ name: '水厂路人行道' }, null],
    [{ name: '广场（东经113度）' }, 'site-name-holds-coordinates'],
  ];

  for (const [change, refusal] of cases) {
    const settled = settleSite(known, own, input(change));
    assert.equal(settled.ok ? null : settled.refusal.kind, refusal, JSON.stringify(change));
  }
});

test('where water comes from is never public, whatever is ticked', () => {
  for (const kind of SITE_KINDS) {
    for (const isPublic of [true, false]) {
      const seen = publicGeometry(aSite({ kind, isPublic }));
      assert.equal(seen !== null, isPublic && !WATER_KINDS.includes(kind), `${kind} ${isPublic}`);
    }
  }
});

test('names of water places are recognised, names that only mention one are not', () => {
  const cases = [
    ['柳河水源地', '水源'],
    ['三号机井', '机井'],
    ['南山蓄水池', '蓄水池'],
    ['水源街东段', null],
    ['泵房小区', null],
    ['清荷小区', null],
  ] as const;

  for (const [name, word] of cases) assert.equal(waterWord(name), word, name);
});

test('coordinates in a text are seen, ordinary figures are not', () => {
  for (const text of ['113.12345', '40°05′', '东经 113', '北纬40度5分', '１１３．１２３４']) assert.ok(holdsCoordinates(text), text);
  for (const text of ['3.5公里管网', '12345', '2026年6月', '10.1 项', '40度热水']) assert.ok(!holdsCoordinates(text), text);
});

test('the history names the fields that changed, and no coordinates', () => {
  assert.deepEqual(siteChanges(aSite(), aSite({ stage: 'done', geometry: aPoint(100.6) })), [
    { field: 'stage', from: 'under-way', to: 'done' },
    { field: 'geometry', from: 'Point', to: 'Point' },
  ]);
});

const row = (at: number, change: object) =>
  rawFromSheet({
    row: at,
    sheet: '点位',
    no: '1',
    name: '北门广场',
    kind: '',
    area: '',
    lon: '',
    lat: '',
    stage: '',
    isPublic: '',
    ...change,
  });
const context = {
  sites: [aSite()],
  areas: someAreas(),
  projects: [
    { id: 'project', no: '1' },
    { id: 'water', no: '10.1' },
  ],
  outline: OUTLINE,
  capturedIn: 'gcj02',
} as const;
let made = 0;
const newId = () => `n${++made}`;

test('each row of a table of sites that cannot be taken says why', () => {
  const { remarks, plan } = planSites(
    [
      row(2, { lon: '100.5', lat: '40.25' }),
      row(3, { name: '' }),
      row(4, { no: '7', name: '甲' }),
      row(5, { name: '南门广场', lon: '100.5' }),
      row(6, { name: '西门广场', lon: '40.25', lat: '100.5' }),
      row(7, { name: '东门广场', lon: '100,5', lat: '40' }),
      row(8, { name: '东门广场', kind: '机场' }),
      row(9, { name: '东门广场', area: '无名村' }),
      row(10, { name: '东门广场', lon: '102', lat: '40.2' }),
      row(11, { name: '北门广场' }),
      row(12, { name: '柳河水厂', no: '10.1', kind: '水厂', lon: '100.2', lat: '40.2', area: '柳河村' }),
      row(13, { name: '柳河机井', no: '10.1' }),
    ],
    context,
    newId,
  );

  assert.deepEqual(
    remarks.filter((it) => it.isError).map((it) => [it.row, it.field, it.kind === 'refused' ? it.refusal.kind : it.kind]),
    [
      [3, 'name', 'missing'],
      [4, 'name', 'missing'],
      [4, 'no', 'project-unknown'],
      [5, 'lat', 'coordinates-half'],
      [6, 'lon', 'coordinates-swapped'],
      [7, 'lon', 'not-a-number'],
      [8, 'kind', 'unknown-word'],
      [9, 'area', 'area-unknown'],
      [10, 'lon', 'site-outside-district'],
      [11, 'name', 'row-twice'],
      [13, 'name', 'site-looks-like-water'],
    ],
  );
  assert.deepEqual(
    plan.added.map((it) => [it.name, it.kind, it.areaId, it.capturedIn]),
    [
      ['北门广场', 'other', null, 'gcj02'],
      ['柳河水厂', 'water-plant', 'liuhe', 'gcj02'],
    ],
  );
});

test('a known site keeps what the table leaves out; the same row again changes nothing', () => {
  const { plan } = planSites([row(2, { name: '清荷小区停车场', stage: '已完成' })], context, newId);
  const again = planSites([row(2, { name: '清荷小区停车场' })], context, newId);

  assert.deepEqual(plan.changed, [aSite({ stage: 'done' })]);
  assert.deepEqual([again.plan.changed.length, again.plan.same], [0, 1]);
});

test('GeoJSON carries the same words, and lines and areas beside points', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [100.1, 40.1],
      [100.2, 40.1],
    ],
  };
  const read = rawFromGeoJson({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { 序号: 1, 名称: '滨河路', 类别: '道路街巷', isPublic: false }, geometry: line },
      { type: 'Feature', properties: { no: '1', name: '坏点' }, geometry: { type: 'Point', coordinates: [] } },
    ],
  });
  const { plan, remarks } = planSites(read.ok ? read.value : [], context, newId);

  assert.deepEqual(
    plan.added.map((it) => [it.name, it.kind, it.geometry?.type, it.isPublic]),
    [['滨河路', 'road', 'LineString', false]],
  );
  assert.deepEqual(
    remarks.map((it) => [it.row, it.kind]),
    [[2, 'not-a-geometry']],
  );
  assert.deepEqual(rawFromGeoJson({ type: 'Feature' }), { ok: false, refusal: { kind: 'geojson-unread' } });
});
