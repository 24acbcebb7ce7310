import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from './compare.ts';
import type { Comparable } from './figure.ts';
import { aFigure } from './fixtures.ts';
import { plainComparison } from './plain.ts';

const may = (count: number) => aFigure({ count, measureUnit: '名', period: { from: '2026-05-01', to: '2026-05-31' } });
const april = (count: number) => aFigure({ count, measureUnit: '名', period: { from: '2026-04-01', to: '2026-04-30' } });
const plain = (a: Comparable, b: Comparable, locale: 'zh-CN' | 'en' = 'zh-CN') => plainComparison(compare(a, b), locale);

test('a resident reads first what it comes to, then each figure with its month before it, then how sure it is', () => {
  const { sentence, figures, verdict, rest } = plain(may(31), april(30));

  assert.equal(sentence, '多 1 名，说不上有差别。');
  assert.equal(figures, '2026年5月：31 名；2026年4月：30 名；变化+3.3%。');
  assert.match(verdict, /^慎比（不是同样的月份：/);
  assert.match(rest, /按日均折算：[\s\S]*95%精确区间/);
  assert.equal(plain(may(31), april(30), 'en').sentence, '1 名 more; not shown to differ.');
});

test('a difference that is shown is said to be one; none at all is said too', () => {
  assert.equal(plain(may(300), april(100)).sentence, '多 200 名，确有差别。');
  assert.equal(plain(may(100), april(300)).sentence, '少 200 名，确有差别。');
  assert.equal(plain(may(30), april(30)).sentence, '一样多。');
});

test('where a month is longer and its count larger, but less came in by the day, both are said', () => {
  assert.equal(plain(may(1_001_000), april(1_000_000)).sentence, '多 1,000 名；按天数折算是少了。');
  assert.equal(plain(may(1_000_000), april(1_000_000)).sentence, '一样多；按天数折算是少了。');
});

test('of two figures that cannot be compared the reason comes first, and neither more nor fewer is said', () => {
  const year = aFigure({ count: 40, measureUnit: '名', period: { from: '2025-01-01', to: '2025-12-31' } });

  const { sentence, verdict, rest } = plain(may(31), year);
  assert.match(sentence, /^这两个数不能放在一起比（期间长短不同：[^）]+）。$/);
  assert.equal(verdict, '');
  assert.doesNotMatch(rest, /多 |少 /);
});
