import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
import type { WorkEntry } from '#/records/rules/entries/entry.ts';
import type { FigureView } from '#/records/screens/people/contract.ts';
import { startTestApp } from '#/testing.ts';
import { publish } from '../demo.ts';
import { QINGQUAN, QINGQUAN_2026 } from './list.ts';
import { loadQingquan } from './load.ts';

test('in the fictional district the sewer is counted back to the day and the water is counted from its villages', async (t) => {
  const app = await startTestApp(t);
  await loadQingquan(app, app.ownerPool);
  const office = app.as('office', { district: QINGQUAN });
  const board = (await office.get('/delivery/board?year=2026')).body as Board;
  const project = (no: string) => board.projects.find((it) => it.project.no === no)!;

  const { gate } = project('2');
  assert.deepEqual(
    [gate?.light, gate?.slack?.name, gate?.slack?.latestStart, gate?.slack?.slackDays],
    ['yellow', '招标文件审定发出', '2026-06-22', 0],
  );
  const [water] = project('3').promises;
  assert.deepEqual([water?.done, water?.doneFrom], [5.5, 'sites']);
  assert.deepEqual(water?.reasons.find((it) => it.code === 'from-sites')?.facts, { numerator: 550, denominator: 1000, sites: 10 });
  const figure = (no: string) => {
    const standing = project(no).promises[0]!;
    return [standing.done, standing.doneFrom];
  };
  // Fairs and shows are counted; of the courses five are on record where seven were reported, and nobody has switched them over.
  assert.deepEqual(
    [figure('9'), figure('8'), figure('6')],
    [
      [8, 'records'],
      [0, 'records'],
      [7, 'report'],
    ],
  );
  const [, meals] = project('5').promises;
  const [roads] = project('10').promises;
  assert.deepEqual([meals?.done, meals?.doneFrom, roads?.done, roads?.doneFrom], [11, 'records', 14, 'report']);
  const wall = (await office.get('/wall/sheet?year=2026')).body as { screen: string; sheet: string };
  for (const drawing of [wall.screen, wall.sheet]) {
    assert.match(drawing, /虚构区县/);
    assert.match(drawing, /6月22日前开始招标文件审定发出，余地0天/);
  }
  const { projects } = (await office.get('/wall/plans?year=2026')).body as { projects: { no: string; network: object | null }[] };
  assert.deepEqual(
    projects.flatMap(({ no, network }) => (network === null ? [] : [no])),
    ['1', '2', '3', '5', '10'],
  );
});

test('its roads are counted by team and acceptance beside what was reported, and its meals from who signed in', async (t) => {
  const app = await startTestApp(t);
  await loadQingquan(app, app.ownerPool);
  const office = app.as('office', { district: QINGQUAN });
  const board = (await office.get('/delivery/board?year=2026')).body as Board;
  const promise = (no: string, at: number) => board.projects.find((it) => it.project.no === no)!.promises[at]!.promise.id;
  const figure = async (promiseId: string) => (await office.get(`/records/figure?promiseId=${promiseId}`)).body as FigureView;

  const roads = (await office.get(`/records/entries?promiseId=${promise('10', 0)}`)).body as { entries: WorkEntry[] };
  assert.equal(roads.entries.length, 5);
  for (const it of roads.entries)
    assert.deepEqual([it.before.length, it.evidence.length, it.team !== null, it.areaId !== null], [1, 1, true, true]);
  assert.deepEqual((await figure(promise('10', 0))).counted?.numerator, 11.2);
  const meals = await figure(promise('5', 1));
  assert.deepEqual([meals.four?.services, meals.four?.persons, meals.four?.eligible], [27, 18, 11]);
  assert.deepEqual(
    meals.parts?.byPlace.map((it) => [it.name, it.numerator, it.shown]),
    [
      ['清荷街道', 11, 11],
      ['柳河乡', null, null],
      ['石桥乡', null, null],
    ],
  );
  const fairs = await figure(promise('9', 0));
  assert.deepEqual(
    fairs.parts?.byPlace.map((it) => [it.name, it.numerator]),
    [
      ['清荷街道', 6],
      ['柳河乡', 1],
      ['石桥乡', 1],
    ],
  );
});

test('its residents find a card by village, community and estate, with the water stop of their own village on top', async (t) => {
  const app = await startTestApp(t);
  const { must, people } = await loadQingquan(app, app.ownerPool);
  await publish(must, QINGQUAN_2026, people.get('qingquan-office')!, people.get('qingquan-leader')!);
  const pageOf = async (name: string) => {
    const found = await app.page(`/${QINGQUAN}/2026/with-me?q=${encodeURIComponent(name)}`);
    const [, path] = /href="([^"]*with-me\/[0-9a-f-]{36})"/.exec(found.text)!;
    return (await app.page(path!)).text;
  };

  const [village, community, estate] = [await pageOf('东泉村'), await pageOf('东湖社区'), await pageOf('清荷小区')];

  assert.match(village, /停水<\/strong>.*东泉村全村停水/s);
  assert.deepEqual([/用水户/.test(village), /年满六十周岁/.test(village), /送戏下乡首场/.test(village)], [true, false, true]);
  assert.deepEqual([/年满六十周岁/.test(community), /用水户/.test(community)], [true, false]);
  assert.deepEqual([/三个改造小区/.test(estate), /东泉村全村停水/.test(estate)], [true, false]);
  assert.match((await app.page(`/${QINGQUAN}/2026/map`)).text, /class="mark"/);
});
