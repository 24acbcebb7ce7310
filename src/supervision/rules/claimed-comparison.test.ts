import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../words/refusals.ts';
import { unlikeIn } from './claimed-comparison.ts';

test('a sentence of a leader’s page that compares five months with twelve is refused, with what can be said instead', () => {
  const comparison = unlikeIn('前五个月投诉比上年全年下降85%，是否通报表扬', 2026);

  assert.equal(comparison?.verdict, 'refused');
  assert.match(
    wordsOf({ kind: 'sentence-compares-unlike', comparison: comparison! }),
    /不可比（期间长短不同：5个月对12个月）.*−58\.3%.*请改写/,
  );
});

test('a sentence that compares nothing, or does not say how much, passes', () => {
  assert.equal(unlikeIn('是否要求区卫健局说明原因', 2026), null);
  assert.equal(unlikeIn('1至5月招聘会较去年全年有所增加', 2026), null);
});
