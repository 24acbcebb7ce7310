import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
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
