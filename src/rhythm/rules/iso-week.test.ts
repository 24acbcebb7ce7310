import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf } from '#/kernel/civil-date.ts';
import { dueDayOf, isoWeekOf, isWeekOfYear, mondayOf, sundayOf, weekBefore } from './iso-week.ts';

test('a week belongs to the year of its Thursday', () => {
  const cases = [
    ['2025-12-28', 2025, 52],
    ['2025-12-29', 2026, 1],
    ['2026-01-04', 2026, 1],
    ['2026-01-05', 2026, 2],
    ['2026-06-05', 2026, 23],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
  ] as const;

  for (const [day, year, week] of cases) assert.deepEqual(isoWeekOf(day), { year, week }, day);
  assert.deepEqual(
    [2025, 2026].map((year) => isWeekOfYear({ year, week: 53 })),
    [false, true],
  );
});

test('every day lies in its own week, between a Monday and a Sunday, and the week before ends the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 11_000, max: 40_000 }), (number) => {
      const day = dayOf(number);
      const week = isoWeekOf(day);
      const [from, to] = [mondayOf(week), sundayOf(week)];

      assert.ok(from <= day && day <= to);
      assert.deepEqual([isoWeekOf(from), isoWeekOf(to)], [week, week]);
      assert.deepEqual(sundayOf(weekBefore(week)), addDays(from, -1));
      assert.deepEqual(dueDayOf(week, 5), addDays(from, 4));
    }),
  );
});
