import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonText } from '#/kernel/comparison/words.ts';
import { aPromise } from './fixtures.ts';
import { recentCompared } from './recent.ts';

const promise = { ...aPromise({ object: '专场招聘会' }), measureUnit: '场' };
const known = { from: '2026-01-01', definition: '1' } as const;

test('eighteen days of June stand beside five months only by the day', () => {
  const points = [
    { on: '2026-05-31', value: 8 },
    { on: '2026-06-18', value: 9 },
  ] as const;

  assert.match(
    comparisonText(recentCompared(promise, points, known)!),
    /^不可比（期间长短不同：18天对5个月）。什么都不变，只因18天对5个月，也会显示−88\.1%。按日均折算：0\.06场对0\.05场，变化\+5%；不可作同比。/,
  );
});

test('two whole months in a row are said with care, and one figure stands alone', () => {
  const points = [
    { on: '2026-03-31', value: 3 },
    { on: '2026-04-30', value: 5 },
    { on: '2026-05-31', value: 8 },
  ] as const;

  assert.equal(recentCompared(promise, points, known)!.verdict, 'caution');
  assert.equal(recentCompared(promise, points.slice(0, 1), known), null);
});

test('a figure that was corrected downwards is compared with nothing', () => {
  const points = [
    { on: '2026-04-30', value: 9 },
    { on: '2026-05-31', value: 8 },
  ] as const;
  assert.equal(recentCompared(promise, points, known), null);
  assert.equal(recentCompared({ ...promise, measure: 'ratio' }, points, known), null);
});

test('where every day is counted, the last two months that are over are compared, not two days on which something was held', () => {
  const points = (['2026-03-05', '2026-04-16', '2026-05-07', '2026-05-21', '2026-06-11'] as const).map((on, i) => ({ on, value: i + 1 }));
  const { a, b, verdict } = recentCompared(promise, points, { ...known, countedTo: '2026-06-18' })!;

  assert.deepEqual(
    [a.period, a.count, b.period, b.count, verdict],
    [{ from: '2026-05-01', to: '2026-05-31' }, 2, { from: '2026-04-01', to: '2026-04-30' }, 1, 'caution'],
  );
  assert.deepEqual(recentCompared(promise, points, { ...known, countedTo: '2026-05-31' })!.a.period, a.period);
  assert.equal(recentCompared(promise, points, { ...known, countedTo: '2026-02-27' }), null);
});
