import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { everyMonth } from './months.ts';

const march = { month: '2026-03', numerator: 2, records: 2 };
const told = (lastMonth: string | null, from: CivilDate, to: CivilDate, asOf: CivilDate) =>
  everyMonth({ byMonth: [march], reported: { places: [], lastMonth } }, { from, to, asOf }).map((it) => `${it.month} ${it.numerator}`);

test('a month before the last on record in which nothing counted is a nought; of later months, and of those to come, nothing is said', () => {
  assert.deepEqual(told('2026-04', '2026-01-01', '2026-12-31', '2026-06-18'), ['2026-01 0', '2026-02 0', '2026-03 2', '2026-04 0']);
  assert.deepEqual(told('2026-03', '2025-12-15', '2026-03-10', '2026-06-18'), ['2025-12 0', '2026-01 0', '2026-02 0', '2026-03 2']);
  assert.deepEqual(told('2026-07', '2026-03-01', '2026-12-31', '2026-04-01'), ['2026-03 2', '2026-04 0']);
  assert.deepEqual(told(null, '2026-01-01', '2026-12-31', '2026-06-18'), [], 'nothing is on record');
  assert.deepEqual(told('2026-06', '2026-04-01', '2026-12-31', '2026-03-31'), [], 'before the list begins');
});
