import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyMonth } from './months.ts';

const march = { month: '2026-03', numerator: 2, records: 2 };
const told = (from: string, to: string, asOf: string) =>
  everyMonth([march], { from, to, asOf } as Parameters<typeof everyMonth>[1]).map((it) => `${it.month} ${it.numerator}`);

test('a month in which nothing counted stands as nought beside the others, and one that has not begun does not', () => {
  assert.deepEqual(told('2026-01-01', '2026-12-31', '2026-04-01'), ['2026-01 0', '2026-02 0', '2026-03 2', '2026-04 0']);
  assert.deepEqual(told('2025-12-15', '2026-03-10', '2026-06-18'), ['2025-12 0', '2026-01 0', '2026-02 0', '2026-03 2']);
  assert.deepEqual(told('2026-04-01', '2026-12-31', '2026-03-31'), [], 'before the list begins');
});
