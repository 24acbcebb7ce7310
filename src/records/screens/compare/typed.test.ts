import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '#/kernel/comparison/compare.ts';
import { faultText, labels } from './labels.ts';
import { claimedFault, claimedOf, comparableFrom, EMPTY, EXAMPLES, faultsOf, isEmpty, isFaulty, type TypedFigure } from './typed.ts';

const words = labels['zh-CN'];
const said = (typed: Partial<TypedFigure>) => Object.values(faultsOf({ ...EMPTY, ...typed })).flatMap((it) => faultText(it, words) ?? []);

test('digits and minus of a Chinese keyboard are read', () => {
  assert.equal(claimedOf('－８５'), -85);
  const typed = { ...EMPTY, kind: 'share', base: '２５', printed: '９２．２２' } as const;
  assert.ok(!isFaulty(typed));
  assert.equal(comparableFrom(typed).printedPercent, '92.22');
});

test('a number that is none stays as it was typed, and it is said which', () => {
  const typed = { ...EMPTY, count: '一百' };

  assert.deepEqual(said(typed), ['“一百”不是数，请填数字，最多三位小数']);
  assert.ok(!isEmpty({ a: typed, b: EMPTY, claimed: '' }));
  assert.deepEqual(said({ count: '1,200', exposed: '3万' }), ['“3万”不是整数，请填整数']);
  assert.equal(comparableFrom({ ...EMPTY, count: '1,200.5' }).count, 1200.5);
});

test('a period that ends before it begins is told as that, and not as one that nobody gave', () => {
  const of = (from: TypedFigure['from'], to: TypedFigure['to']) => said({ from, to });

  assert.deepEqual(of('2026-05-01', '2026-01-01'), ['期间止早于期间起']);
  assert.deepEqual([of('2026-05-01', '2026-05-01'), of('2026-05-01', null), of(null, '2026-05-01')], [[], [], []]);
});

test('a share has whole parts, no more than the whole, of more than nothing; what is not on the screen is no fault', () => {
  const share = (count: string, base: string, printed = '') => said({ kind: 'share', count, base, printed, exposed: '很多' });

  assert.deepEqual([share('25', '25'), share('', ''), share('5', '')], [[], [], []]);
  assert.deepEqual(share('26', '25'), ['分子不能大于分母']);
  assert.deepEqual(share('0', '0'), ['要大于 0']);
  assert.deepEqual(share('2.5', '25'), ['“2.5”不是整数，请填整数']);
  assert.deepEqual([share('', '', '100.0'), share('', '', '92.20')], [[], []]);
  assert.deepEqual(share('', '', '100.1'), ['“100.1”不是 0 到 100 的数，照印的填，例如 92.22']);
  assert.equal(comparableFrom({ ...EMPTY, kind: 'share', printed: '92.20' }).printedPercent, '92.20');
});

test('a change that was printed is a number, and nothing falls by more than all', () => {
  assert.deepEqual([claimedOf('-85'), claimedOf('−85'), claimedOf('+12.5'), claimedOf('')], [-85, -85, 12.5, null]);
  assert.deepEqual([claimedFault(''), claimedFault('-100')], [null, null]);
  assert.equal(faultText(claimedFault('-100.1'), words), '“-100.1”：下降最多 100%');
  assert.equal(faultText(claimedFault('八成'), words), '“八成”不是数，请填数字，最多三位小数');
});

test('both examples can be judged as they stand, and both are refused', () => {
  for (const { a, b, claimed } of Object.values(EXAMPLES)) {
    assert.deepEqual([isFaulty(a), isFaulty(b), claimedFault(claimed)], [false, false, null]);
    assert.equal(compare(comparableFrom(a), comparableFrom(b)).verdict, 'refused');
  }
});
