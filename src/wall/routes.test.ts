import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { newId } from '#/kernel/id.ts';
import { aSewer, SEWER } from '#/planning/test-network.ts';
import { openZip } from '#/platform/documents/zip.ts';
import { drawingToPng } from '#/platform/drawing.ts';
import type { TestPerson } from '#/testing.ts';
import type { Plans } from './rules/plans.ts';
import type { WallAnswer } from './screens/contract.ts';

const sheetOf = async (person: TestPerson, more = '') => (await person.get(`/wall/sheet?year=2026${more}`)).body as WallAnswer;

test('the wall shows every project of the list, and of the planned one what comes next', async (t) => {
  const { office, projectId } = await aSewer(t);
  const wall = await sheetOf(office);

  assert.deepEqual(
    wall.projects.map(({ no, light }) => [no, light]),
    [
      ['1', 'grey'],
      ['2', 'grey'],
      ['3', 'grey'],
    ],
  );
  for (const drawn of [wall.screen, wall.sheet]) {
    assert.match(drawn, /就该开始施工图审查和批复，已晚\d+天/);
    assert.equal(drawn.split('还没有排期').length - 1, 2);
  }
  assert.equal(wall.agenda[0], projectId);
});

test('one project is a sheet with every activity; a change of its plan is on the next drawing', async (t) => {
  const { office, projectId, ids, edit } = await aSewer(t);
  const before = await sheetOf(office, `&project=${projectId}`);
  assert.equal((await edit([{ do: 'change', activityId: ids[5], days: 40, name: '管道分段铺设' }])).status, 200);
  const after = await sheetOf(office, `&project=${projectId}`);

  for (const [name] of SEWER) assert.ok(before.screen.includes(name), name);
  assert.ok(after.screen.includes('管道分段铺设') && !before.screen.includes('管道分段铺设'));
  assert.ok(after.screen.includes('具备招投标条件'));
});

test('sites stand on the wall with the light of their project; where water comes from is listed and has no place', async (t) => {
  const { office, site, water } = await aSewer(t);
  const place = (lon: number) => ({ geometry: { type: 'Point', coordinates: [lon, 40.2] }, capturedIn: 'wgs84' });
  await site('柳河村管网', { projectId: water.projectId, kind: 'pipe', ...place(113.1) });
  await site('柳河水厂', { projectId: water.projectId, kind: 'water-plant', isPublic: false, ...place(113.2) });
  const wall = await sheetOf(office, '&map=apart');

  assert.deepEqual(wall.ground?.sites.map(({ name, geometry, light, projectNo }) => [name, geometry === null, light, projectNo]).sort(), [
    ['柳河村管网', false, 'grey', '2'],
    ['柳河水厂', true, 'grey', '2'],
  ]);
  assert.ok(wall.sheet.includes('柳河村管网') && wall.sheet.includes('未上图'));
  assert.ok(!JSON.stringify(wall).includes('113.2'));
});

test('a list that is not there, and a project that is not on it, are unknown', async (t) => {
  const { office } = await aSewer(t);

  assert.equal((await office.get('/wall/sheet?year=2025')).status, 404);
  assert.equal((await office.get(`/wall/sheet?year=2026&project=${newId()}`)).status, 404);
  assert.equal((await office.get('/wall/sheet?year=2026&project=1')).status, 400);
});

test('the schedule chart has every project, the calendars once, and says which projects are the reader’s own', async (t) => {
  const { office, water, projectId } = await aSewer(t);
  const plansOf = async (person: TestPerson) => (await person.get('/wall/plans?year=2026')).body as Plans;
  const [all, own] = [await plansOf(office), await plansOf(water.head)];

  assert.deepEqual(
    [all, own].map(({ projects }) => projects.map(({ isOwn }) => isOwn)),
    [
      [true, true, true],
      [false, true, false],
    ],
  );
  assert.deepEqual(
    all.projects.map(({ network }) => network?.activities.length ?? null),
    [null, SEWER.length + 1, null],
  );
  assert.ok(all.calendars.office !== undefined && !('calendars' in all.projects.find(({ id }) => id === projectId)!.network!));
});

test('in English the drawing speaks English', async (t) => {
  const { office } = await aSewer(t);

  assert.match((await sheetOf(office, '&locale=en')).screen, /As of 18 June 2026/);
});

test('the Word annex is one sheet of A3 laid across, with the drawing as lines and letters and as a picture', async (t) => {
  const { app, office } = await aSewer(t);
  const cookie = `test=${office.actor.accountId}`;
  const answer = await app.app.inject({ url: `/api/${office.district}/wall/sheet.docx?year=2026`, headers: { cookie } });
  const zip = await openZip(answer.rawPayload);
  const names = [...zip.writtenNames];
  const page = (await zip.read('word/document.xml'))!.toString('utf8');
  const png = (await zip.read(names.find((it) => it.endsWith('.png'))!))!;
  const svg = (await zip.read(names.find((it) => it.endsWith('.svg'))!))!.toString('utf8');
  const { width, height } = await sharp(png).metadata();

  assert.match(page, /<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/);
  assert.ok(svg.includes('施工图审查和批复'));
  assert.ok(width >= 3000 && Math.abs(width / height - Math.SQRT2) < 0.01, `${width} × ${height}`);
});

test('Chinese letters of the drawing are letters in the picture too, not empty boxes', async () => {
  const drawn = (sign: string) =>
    drawingToPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="8" y="46" font-size="40">${sign}</text></svg>`,
      60,
    );
  const [one, other, again] = await Promise.all([drawn('管'), drawn('网'), drawn('管')]);

  assert.ok(!one!.equals(other!) && one!.equals(again!));
});
