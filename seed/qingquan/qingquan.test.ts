import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Board } from '#/delivery/rules/standing.ts';
import { startTestApp } from '#/testing.ts';
import { QINGQUAN } from './list.ts';
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
    assert.match(drawing, /6月22日前开始招标文件审定发出，机动0天/);
  }
  const { projects } = (await office.get('/wall/plans?year=2026')).body as { projects: { no: string; network: object | null }[] };
  assert.deepEqual(
    projects.flatMap(({ no, network }) => (network === null ? [] : [no])),
    ['1', '2', '3', '5', '10'],
  );
});
