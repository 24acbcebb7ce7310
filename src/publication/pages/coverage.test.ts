import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf } from '#/records/rules/people/suppress.ts';
import { figureLabels } from '#/records/screens/people/figure-labels.ts';
import type { PublicPromise } from '../rules/content.ts';
import { partFacts } from './parts.ts';

const roster = { asOf: '2026-06-01', source: '公安台账' } as const;
const inside = (count: number, whole: { total: number; isEstimate: boolean }) =>
  figureLabels['zh-CN'].coverage(count, { ...coverageOf(count, whole), ...whole, ...roster });

function inPublic(done: number, whole: { total: number; isEstimate: boolean }): string | undefined {
  const coverage = { ...coverageOf(done, whole), ...whole, ...roster };
  const parts = { versionNo: 1, kind: 'people', counts: 'persons', byPlace: null, byMonth: null, coverage };
  return partFacts({ done, approx: false, target: null, parts } as unknown as PublicPromise, 'zh-CN').find(
    ([name]) => name === '覆盖率',
  )?.[1];
}

test('where more are counted than the roster has, no share is said: the roster is to be checked, inside and in public', () => {
  const whole = { total: 380, isEstimate: false };
  assert.equal(inside(420, whole), '名册 380 人（公安台账，2026-06-01），覆盖 420 ÷ 380，比名册多 40 人，名册待核对');
  assert.equal(inPublic(420, whole), '计入的比名册多 40 人，名册待核对（分母 380，截至 2026年6月1日，来源：公安台账）');
  assert.match(inside(380, whole), /100%$/);
  assert.match(inPublic(380, whole)!, /^100.0%（/);
});

test('of an estimated roster the range ends over a hundred where it may; of more than any estimate the roster is to be checked', () => {
  const whole = { total: 400_000, isEstimate: true };
  assert.match(inside(390_000, whole), /88%—100% 以上$/);
  assert.match(inPublic(390_000, whole)!, /^88%–100% 以上（分母约 400,000/);
  assert.match(inside(410_000, whole), /93%—100% 以上$/, 'an estimate may have been meant to hold them');
  assert.match(inPublic(410_000, whole)!, /^93%–100% 以上（/);
  assert.match(inside(500_000, whole), /比名册多 100,000 人，名册待核对$/);
  assert.match(inPublic(500_000, whole)!, /^计入的比名册多 100,000 人，名册待核对（/);
});
