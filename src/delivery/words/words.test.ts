import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardOf } from '../rules/board.ts';
import { aBoardInput, aPromise, aReport } from '../rules/fixtures.ts';
import type { PromiseStanding } from '../rules/standing.ts';
import { barLabel, forecastSentence, reasonSentence, standingSentence } from './lights.ts';
import { findingSentence, wordsOf } from './refusals.ts';

function standing(target: number, done: number, measureUnit: string): PromiseStanding {
  const input = aBoardInput({ promises: [aPromise({ target, measureUnit })], reports: [aReport({ value: done, measureUnit })] });
  return boardOf(input).projects[0]!.promises[0]!;
}

test('a promise that is behind says by how many days and what has to be done from now on', () => {
  assert.equal(
    standingSentence(standing(400_000, 57_000, '名')),
    '比默认直线计划慢 117 天；要如期完成，今后每天须做 1,750 名，是目前的 5.2 倍',
  );
  assert.equal(standingSentence(standing(70, 0, '场')), '比默认直线计划慢 169 天；要如期完成，今后每周须做 2.5 场，而目前为 0');
  assert.equal(
    standingSentence(standing(3_600, 204, '名'), 'en'),
    '148 days behind the default straight line; to finish in time, 17.3 名 a day are needed from now on, 14.4 times the present speed',
  );
  assert.equal(standingSentence(standing(15, 8, '场')), null);
});

test('a forecast from one report says so, and nothing done gives none', () => {
  assert.equal(forecastSentence(standing(400_000, 57_000, '名')), '照目前速度，预计 2029年3月31日完成，比时限晚 821 天（单点推算）');
  assert.equal(forecastSentence(standing(15, 8, '场')), '照目前速度，预计 2026年11月13日完成（单点推算）');
  assert.equal(forecastSentence(standing(70, 0, '场')), '尚无法预测完成日期');
});

test('a target that is met and not yet accepted says so first, and forecasts nothing', () => {
  const met = standing(15, 15, '场');

  assert.deepEqual(
    [met.light, reasonSentence(met.reasons[0]!), reasonSentence(met.reasons[0]!, 'en')],
    ['green', '达标待核验', 'Target met, acceptance pending'],
  );
  assert.equal(forecastSentence(met), null);
});

test('each reason of a light has its sentence', () => {
  const { reasons } = standing(400_000, 57_000, '名');

  assert.deepEqual(
    reasons.map((it) => reasonSentence(it)),
    ['比计划少 32.1 个百分点（界线 30）', '今后的速度须达到计划的 1.6 倍（界线 1.3）', '按默认直线推算（单位未报计划）', '单点推算'],
  );
  assert.equal(
    reasonSentence({ code: 'other-measure', facts: { value: 60, measureUnit: '%' } }),
    '报送的是 60%，与承诺的口径不同，只记录，不计数',
  );
});

test('the bar says in words what it draws', () => {
  assert.equal(barLabel(standing(400_000, 57_000, '名')), '完成 57,000 名（14.3%），按计划应为 185,205 名（46.3%）');
});

test('a refusal says what is in the way', () => {
  const falls = { check: 'falls', facts: { value: 7, before: 8, beforeOn: '2026-05-31' } } as const;

  assert.equal(findingSentence(falls), '累计 7 小于 2026年5月31日已采用的 8');
  assert.equal(wordsOf({ kind: 'open-findings', findings: [falls] }), '请核对，或逐项说明原因：累计 7 小于 2026年5月31日已采用的 8');
  assert.equal(
    wordsOf({ kind: 'report-refused', position: 3, reportId: 'r', refusal: { kind: 'own-unit' } }),
    '第 3 条：不能采用本单位的报送，请其他单位的同事审核',
  );
});
