import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { aDistrictWithList, refusalOf, valueIn } from '#/planning/test-places.ts';
import type { Board } from './rules/standing.ts';

const STEPS = [
  ['管网铺设', 40, []],
  ['标志桩', 5, [0]],
  ['路面恢复', 20, [0]],
  ['设备调试', 20, [0]],
  ['水质检测报告', 10, [3]],
  ['首个冬季回访', 5, [4]],
] as const;

test('water in ten villages stands where its villages and steps stand, and nobody types a figure beside them', async (t) => {
  const { app, office, project, site, file } = await aDistrictWithList(t, { waterBySteps: true });
  const water = project('2');
  const villages: string[] = [];
  for (let i = 1; i <= 10; i++) villages.push(await site(`第${i}村`, { projectId: water.id, kind: 'village-works' }));
  const ids = STEPS.map(() => newId());
  const steps = STEPS.map(([name, weight, after], i) => ({ id: ids[i], name, weight, needs: after.map((it) => ids[it]) }));
  const promiseId = water.promises[0]!.id;
  const source = { promiseId, source: 'sites', reason: '区政府专题会议纪要' };
  const standing = async () => {
    const board = (await office.get('/delivery/board?year=2026')).body as Board;
    return board.projects.flatMap((it) => it.promises).find((it) => it.promise.id === promiseId)!;
  };

  assert.equal(refusalOf(await office.run('delivery.set-count-source', source)).kind, 'source-without-steps');
  valueIn(await office.run('planning.set-site-steps', { programmeId: water.programmeId, projectId: water.id, steps }));
  assert.equal((await standing()).done, null);
  valueIn(await office.run('delivery.set-count-source', source));
  assert.deepEqual([(await standing()).done, (await standing()).doneFrom], [0, 'sites']);

  const digest = await file('验收单.txt', '管网验收单');
  const mark = (siteId: string, step: number, doneOn: string) =>
    office.run('planning.mark-step-done', { siteId, stepId: ids[step], doneOn, evidence: [digest] });
  assert.equal(refusalOf(await mark(villages[0]!, 2, '2026-06-01')).kind, 'step-before-needed');
  for (const village of villages) {
    valueIn(await mark(village, 0, '2026-05-20'));
    valueIn(await mark(village, 2, '2026-06-10'));
  }
  const { promise, ...now } = await standing();
  assert.equal(now.done, 0.6 * (promise.target ?? 100));
  assert.deepEqual([now.doneOn, now.light], ['2026-06-10', 'grey']);
  assert.deepEqual(now.reasons.find((it) => it.code === 'from-sites')?.facts, { numerator: 600, denominator: 1000, sites: 10 });

  const typed = { promiseId, asOf: '2026-06-18', valueKind: 'cumulative', value: 6, measureUnit: promise.measureUnit };
  const liaison = app.as('liaison', { unitId: water.unitIds[0]! });
  assert.equal(refusalOf(await liaison.run('delivery.submit-report', typed)).kind, 'counted-by-records');
  valueIn(await office.run('planning.undo-step', { siteId: villages[9], stepId: ids[2], reason: '路面返工' }));
  assert.equal((await standing()).done, 0.58 * (promise.target ?? 100));
  assert.equal(refusalOf(await office.run('delivery.set-count-source', source)).kind, 'source-already');
});
