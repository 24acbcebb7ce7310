import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { briefText } from '#/kernel/comparison/brief.ts';
import { aPromise } from './fixtures.ts';
import { latelyOf } from './recent.ts';

const promise = { ...aPromise({ object: '乙肝检测' }), measureUnit: '名' };
const points = [
  { on: '2026-04-30', value: 10 },
  { on: '2026-05-20', value: 25 },
  { on: '2026-05-31', value: 40 },
] as const;

test('on the line of a board two unlike figures stand with the reason and with what can be said', () => {
  const reported = latelyOf(promise, [points[0], points[1], { on: '2026-06-18', value: 45 }], { from: '2026-01-01', definition: '1' })!;
  assert.match(briefText(reported, 'zh-CN'), /^不可比（期间长短不同：29天对20天）：按日均折算/);
});

test('what two versions of a definition counted is not subtracted, nor compared as if by one', () => {
  const known = { from: '2026-01-01', definition: '2', countedTo: '2026-05-31' } as const;
  const since = (from: CivilDate, isAnew = true) => ({
    versions: [
      { from: known.from, name: '1', isAnew: true },
      { from, name: '2', isAnew },
    ],
  });
  const between = latelyOf(promise, points, { ...known, ...since('2026-05-01') })!;
  assert.match(briefText(between, 'zh-CN'), /^不可比（计数口径改过：一个用第1、2版，一个用第1版）：两个数只能各说各的/);
  const within = latelyOf(promise, points, { ...known, ...since('2026-05-20') })!;
  for (const { newer, older } of [between, within])
    assert.deepEqual([newer.definition, newer.count, older.definition, older.count], ['1、2', null, '1', 10]);
  const before = latelyOf(promise, points, { ...known, ...since('2026-03-31') })!;
  assert.deepEqual([before.newer.count, before.older.definition, before.older.count], [30, '2', 10]);

  const rule = latelyOf(promise, points, { ...known, ...since('2026-05-01', false) })!;
  assert.deepEqual(
    [rule.newer.definition, rule.newer.count, rule.older.definition, rule.older.count],
    ['2', 30, '1', 10],
    'each month by one rule',
  );
  const midMonth = latelyOf(promise, points, { ...known, ...since('2026-05-20', false) })!;
  assert.deepEqual([midMonth.newer.definition, midMonth.newer.count], ['1、2', 30], 'by two rules, each of its own days');
});
