import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceedsShare } from './duplicate-share.ts';

test('pairs exactly at the limit hold no figure back, one more does', () => {
  for (const [open, persons, most] of [
    [1, 100, 0.01],
    [29, 100, 0.29],
    [7, 100, 0.07],
    [3, 10_000, 0.0003],
  ] as const)
    assert.deepEqual([exceedsShare({ open, persons, most }), exceedsShare({ open: open + 1, persons, most })], [false, true], `${most}`);
});

test('where no pair is open nothing is held back, even of nobody and under a limit of none', () => {
  assert.equal(exceedsShare({ open: 0, persons: 0, most: 0 }), false);
  assert.equal(exceedsShare({ open: 1, persons: 100, most: 0 }), true);
});
