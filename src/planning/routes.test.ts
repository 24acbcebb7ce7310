import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { shiftedTo } from './coordinates.ts';
import type { Area } from './rules/area.ts';
import { aPoint, OUTLINE } from './rules/fixtures.ts';
import type { Site, SiteChange } from './rules/site.ts';
import { aDistrictWithList, refusalOf, type TestPlaces, valueIn } from './test-places.ts';

type Listed = { readonly sites: readonly (Site & { readonly isSealed: boolean })[] };
type Report = { readonly ok: boolean; readonly value: { readonly remarks: readonly unknown[]; readonly summary: object } };

async function withOutline(places: TestPlaces): Promise<void> {
  const digest = await places.file('区界.geojson', JSON.stringify({ type: 'Feature', properties: {}, geometry: OUTLINE }));
  valueIn(await places.office.run('planning.set-outline', { digest, capturedIn: 'wgs84', source: '区自然资源局', reviewNo: '示例审图号' }));
}

async function aBook(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('areas come in by one table, with a report for each row, and nothing of a faulty table is kept', async (t) => {
  const places = await aDistrictWithList(t);
  const head = ['名称', '类别', '上级', '统计区划代码'];
  const good = await places.file(
    '区域.xlsx',
    await aBook([head, ['清荷社区', '社区', '东湖街道', ''], ['东湖街道', '街道', '', '990001001000']]),
  );
  const bad = await places.file('区域.xlsx', await aBook([head, ['石桥镇', '乡镇', '', ''], ['柳河村', '行政村', '无名镇', '']]));

  const checked = (await places.office.get(`/planning/areas/import/check?digest=${bad}`)).body as unknown as Report;
  const refused = await places.office.run('planning.import-areas', { digest: bad });
  const empty = (await places.office.get('/planning/areas')).body as unknown as readonly Area[];
  const first = valueIn(await places.office.run('planning.import-areas', { digest: good }));
  const again = valueIn(await places.office.run('planning.import-areas', { digest: good }));
  const areas = (await places.office.get('/planning/areas')).body as unknown as readonly Area[];

  assert.deepEqual([checked.value.remarks.length, refusalOf(refused).kind, empty.length], [1, 'import-has-errors', 0]);
  assert.deepEqual(
    [first, again],
    [
      { added: 2, changed: 0, same: 0 },
      { added: 0, changed: 0, same: 2 },
    ],
  );
  assert.deepEqual(areas.map((it) => it.name).sort(), ['东湖街道', '清荷社区']);
});

test('a site is stored in CGCS2000, whatever map it was read from, and keeps the name of that map', async (t) => {
  const places = await aDistrictWithList(t);
  const geometry = shiftedTo(aPoint(), 'bd09');
  const siteId = await places.site('北门广场', { geometry, capturedIn: 'bd09' });
  const { site } = (await places.office.get(`/planning/sites/${siteId}`)).body as unknown as { site: Site };

  const [lon, lat] = site.geometry!.coordinates as readonly [number, number];
  assert.ok(Math.abs(lon - 100.5) < 1e-6 && Math.abs(lat - 40.25) < 1e-6, `${lon} ${lat}`);
  assert.equal(site.capturedIn, 'bd09');
});

test('a site outside the outline is refused with its name, by hand and by table', async (t) => {
  const places = await aDistrictWithList(t);
  await withOutline(places);
  const digest = await places.file('点位.csv', '实事序号,点位名称,经度,纬度\n1,远方广场,102.5,40.2\n1,北门广场,100.5,40.2\n');
  const query = `digest=${digest}&programmeId=${places.projects[0]!.programmeId}&capturedIn=wgs84`;

  const byHand = await places.office.run('planning.record-site', {
    projectId: places.project('1').id,
    name: '远方广场',
    kind: 'other',
    geometry: aPoint(102.5, 40.2),
    capturedIn: 'wgs84',
  });
  const byTable = (await places.office.get(`/planning/site-import/check?${query}`)).body as unknown as Report;
  assert.deepEqual(refusalOf(byHand), { kind: 'site-outside-district', name: '远方广场' });
  assert.deepEqual(byTable.value.remarks, [
    { row: 2, sheet: null, isError: true, field: 'lon', kind: 'refused', refusal: { kind: 'site-outside-district', name: '远方广场' } },
  ]);
});

test('sites come in by table and by GeoJSON, once', async (t) => {
  const places = await aDistrictWithList(t);
  const { programmeId } = places.projects[0]!;
  const table = await places.file(
    '点位.xlsx',
    await aBook([
      ['序号', '点位名称', '经度', '纬度'],
      [1, '北门广场', 100.5, 40.2],
      [3, '南湖戏台', '', ''],
    ]),
  );
  const line = {
    type: 'LineString',
    coordinates: [
      [100.1, 40.1],
      [100.2, 40.1],
    ],
  };
  const features = [{ type: 'Feature', properties: { no: '1', name: '滨河路', kind: 'road' }, geometry: line }];
  const geo = await places.file('点位.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const take = (digest: string) => places.office.run('planning.import-sites', { digest, programmeId, capturedIn: 'gcj02' });

  const taken = [await take(table), await take(geo), await take(table), await take(geo)].map((it) => valueIn(it));
  const { sites } = (await places.office.get('/planning/sites')).body as unknown as Listed;
  assert.deepEqual(taken, [
    { added: 2, changed: 0, same: 0 },
    { added: 1, changed: 0, same: 0 },
    { added: 0, changed: 0, same: 2 },
    { added: 0, changed: 0, same: 1 },
  ]);
  assert.deepEqual(sites.map((it) => [it.name, it.geometry?.type ?? null]).sort(), [
    ['北门广场', 'Point'],
    ['南湖戏台', null],
    ['滨河路', 'LineString'],
  ]);
});

test('where water comes from is sealed at rest, open to the office, and closed to everybody else', async (t) => {
  const places = await aDistrictWithList(t);
  const water = { projectId: places.project('2').id, kind: 'water-plant', geometry: aPoint(100.123456, 40.234567), capturedIn: 'wgs84' };
  const siteId = await places.site('柳河水厂', water);
  const unit = places.app.as('liaison', { unitId: places.project('2').unitIds[0]! });

  const stored = await places.app.ownerPool.query('select geometry, sealed_geometry from planning.site');
  const journal = await places.app.ownerPool.query(
    `select coalesce(string_agg(to_jsonb(c)::text, ' '), '') as all from planning.site_change c`,
  );
  const office = (await places.office.get(`/planning/sites/${siteId}`)).text;
  const seen = [
    await unit.get('/planning/sites'),
    await unit.get(`/planning/sites/${siteId}`),
    await places.app.as('leader').get('/planning/sites'),
  ];
  const renamed = await unit.run('planning.change-site', {
    siteId,
    ...water,
    geometry: undefined,
    capturedIn: undefined,
    name: '柳河水厂一期',
  });
  const after = (await places.office.get(`/planning/sites/${siteId}`)).text;

  assert.equal(stored.rows[0]!.geometry, null);
  assert.ok(!JSON.stringify([stored.rows, journal.rows]).includes('100.123'));
  assert.ok(office.includes('100.123456'));
  for (const it of seen) assert.ok(it.status === 200 && it.text.includes('柳河水厂') && !it.text.includes('100.123'), it.text);
  assert.equal(renamed.status, 200, renamed.text);
  assert.ok(after.includes('柳河水厂一期') && after.includes('100.123456'));
});

test('what is sealed is not opened by calling the place something else, by hand or by table', async (t) => {
  const places = await aDistrictWithList(t);
  const project = places.project('2');
  const water = { projectId: project.id, kind: 'water-plant', geometry: aPoint(100.123456, 40.234567), capturedIn: 'wgs84' };
  const byHand = await places.site('柳河一期', water);
  await places.site('柳河二期', water);
  const unit = places.app.as('liaison', { unitId: project.unitIds[0]! });
  const digest = await places.file('点位.csv', '实事序号,点位名称,类别\n2,柳河二期,其他\n');

  valueIn(await unit.run('planning.change-site', { siteId: byHand, projectId: project.id, name: '柳河一期', kind: 'other' }));
  valueIn(await unit.run('planning.import-sites', { digest, programmeId: project.programmeId, capturedIn: 'wgs84' }));
  const { text } = await unit.get('/planning/sites');

  assert.ok(text.includes('柳河一期') && text.includes('柳河二期') && !text.includes('100.123'), text);
});

test('the database itself refuses the open coordinates of a water place', async (t) => {
  const places = await aDistrictWithList(t);
  const siteId = await places.site('北门广场', { geometry: aPoint(), capturedIn: 'wgs84' });
  places.app.tampered = true;

  await assert.rejects(
    places.app.ownerPool.query(`update planning.site set kind = 'water-source' where id = $1`, [siteId]),
    /site_water_geometry_is_sealed/,
  );
});

test('a unit writes the sites of its own projects only', async (t) => {
  const places = await aDistrictWithList(t);
  const siteId = await places.site('北门广场');
  const own = places.app.as('liaison', { unitId: places.project('1').unitIds[0]! });
  const other = places.app.as('liaison', { unitId: places.project('3').unitIds[0]! });
  const change = { siteId, projectId: places.project('1').id, name: '北门广场', kind: 'employment', stage: 'done' };

  const refused = [await other.run('planning.change-site', change), await other.run('planning.remove-site', { siteId, reason: '写错了' })];
  const moved = await own.run('planning.change-site', { ...change, projectId: places.project('3').id });
  const taken = await own.run('planning.change-site', change);
  assert.deepEqual(
    [...refused, moved].map((it) => refusalOf(it).kind),
    ['site-not-of-unit', 'site-not-of-unit', 'site-not-of-unit'],
  );
  assert.equal(taken.status, 200, taken.text);
});

test('what was done to a site is kept, its removal with the reason too', async (t) => {
  const places = await aDistrictWithList(t);
  const siteId = await places.site('北门广场');
  const base = { [`site:${siteId}`]: 1 };
  const change = { siteId, projectId: places.project('1').id, name: '北门广场', kind: 'employment', stage: 'done' };

  valueIn(await places.office.run('planning.change-site', change, { base }));
  const late = await places.office.run('planning.remove-site', { siteId, reason: '重复登记' }, { base });
  valueIn(await places.office.run('planning.remove-site', { siteId, reason: '重复登记' }));
  const gone = await places.office.get(`/planning/sites/${siteId}`);
  const changes = (await places.office.get('/planning/site-changes')).body as unknown as readonly SiteChange[];

  assert.deepEqual([refusalOf(late).kind, gone.status], ['changed-since', 404]);
  assert.deepEqual(
    changes.map((it) => [it.act, it.name, it.reason, it.byName]),
    [
      ['removed', '北门广场', '重复登记', '区政府督查室'],
      ['changed', '北门广场', null, '区政府督查室'],
      ['recorded', '北门广场', null, '区政府督查室'],
    ],
  );
});

test('two people who record one name at once keep one site', async (t) => {
  const places = await aDistrictWithList(t);
  const input = { projectId: places.project('1').id, name: '北门广场', kind: 'employment' };

  const answers = await Promise.all([
    places.office.run('planning.record-site', input),
    places.app.as('office').run('planning.record-site', input),
  ]);
  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('an area that holds a site stays, and goes once the site is moved', async (t) => {
  const places = await aDistrictWithList(t);
  const street = await places.area('东湖街道', 'subdistrict');
  const community = await places.area('清荷社区', 'community', street);
  const siteId = await places.site('北门广场', { areaId: community });
  const remove = (areaId: string) => places.office.run('planning.remove-area', { areaId, reason: '区划调整' });

  const refused = [await remove(street), await remove(community)].map((it) => refusalOf(it).kind);
  valueIn(await places.office.run('planning.remove-site', { siteId, reason: '写错了' }));
  const taken = [await remove(community), await remove(street)].map((it) => it.status);
  assert.deepEqual(
    [refused, taken],
    [
      ['area-in-use', 'area-in-use'],
      [200, 200],
    ],
  );
});

test('the template that is handed out can be filled in and taken back', async (t) => {
  const places = await aDistrictWithList(t);
  for (const kind of ['areas', 'sites']) {
    const answer = await places.app.app.inject({
      url: `/api/990001/planning/import/template?of=${kind}`,
      headers: { cookie: `test=${places.office.actor.accountId}` },
    });
    const digest = await places.file('模板.xlsx', answer.rawPayload);
    const path =
      kind === 'areas'
        ? '/planning/areas/import/check?'
        : `/planning/site-import/check?programmeId=${places.projects[0]!.programmeId}&capturedIn=wgs84&`;
    const checked = await places.office.get(`${path}digest=${digest}`);
    assert.deepEqual(checked.body, { ok: false, refusal: { kind: 'import-empty' } }, kind);
  }
});
