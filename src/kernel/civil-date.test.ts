import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type CivilDate, dayNumber, dayOf, daysBetween, endOfMonth, isCivilDate } from './civil-date.ts';

test('every day of four centuries has the number the calendar gives it, and comes back from it', () => {
  for (let number = dayNumber('1899-12-30'); number <= dayNumber('2301-01-02'); number++) {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10) as CivilDate;
    if (dayOf(number) !== day || dayNumber(day) !== number) assert.fail(`${number} is ${day}, not ${dayOf(number)}`);
  }
  assert.deepEqual([dayNumber('1970-01-01'), dayOf(0), dayOf(dayNumber('9999-12-31'))], [0, '1970-01-01', '9999-12-31']);
});

test('29 February exists in leap years only', () => {
  assert.deepEqual(['2024-02-29', '2026-02-29', '2000-02-29', '1900-02-29', '2026-13-01', '2026-6-1'].map(isCivilDate), [
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
  assert.deepEqual([addDays('2024-02-28', 1), addDays('2026-02-28', 1), endOfMonth(2024, 2)], ['2024-02-29', '2026-03-01', '2024-02-29']);
  assert.equal(daysBetween('2026-01-01', '2026-12-31'), 364);
});
