import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keptOf, readKeep } from './retention.ts';

const at = (day: string, time = '18:30') => `${day}T${time}:00Z`;

test('of each of the last days, weeks and months with a backup the newest stays', () => {
  const days = [
    '2026-06-18',
    '2026-06-17',
    '2026-06-16',
    '2026-06-15',
    '2026-06-14',
    '2026-06-08',
    '2026-05-31',
    '2026-05-01',
    '2026-04-02',
  ];
  const all = days.map((it) => at(it, '02:00'));
  const kept = (keep: [number, number, number]) =>
    keptOf(all, { daily: keep[0], weekly: keep[1], monthly: keep[2] }).map((it) => it.slice(5, 10));

  assert.deepEqual(kept([2, 0, 0]), ['06-18', '06-17']);
  assert.deepEqual(kept([0, 3, 0]), ['06-18', '06-14', '05-31']);
  assert.deepEqual(kept([0, 0, 3]), ['06-18', '05-31', '04-02']);
  assert.deepEqual(kept([1, 2, 2]), ['06-18', '06-14', '05-31']);
});

test('a day begins and ends in China: 16:00 UTC is the next morning there', () => {
  assert.deepEqual(
    keptOf([at('2026-06-17', '15:59'), at('2026-06-17', '16:00'), at('2026-06-18', '15:59')], { daily: 9, weekly: 0, monthly: 0 }),
    [at('2026-06-18', '15:59'), at('2026-06-17', '15:59')],
  );
});

test('a week that had no backup takes no place, and the newest backup stays even where nothing is to be kept', () => {
  assert.deepEqual(keptOf([at('2026-01-05'), at('2026-06-18')], { daily: 0, weekly: 2, monthly: 0 }), [at('2026-06-18'), at('2026-01-05')]);
  assert.deepEqual(keptOf([at('2026-01-05'), at('2026-06-18')], { daily: 0, weekly: 0, monthly: 0 }), [at('2026-06-18')]);
  assert.deepEqual(keptOf([], { daily: 7, weekly: 4, monthly: 12 }), []);
});

test('whatever there is: never more than the places, the newest among them, and tidying twice changes nothing', () => {
  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((it) => it.toISOString());
  const keep = fc.record({ daily: fc.nat(9), weekly: fc.nat(9), monthly: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 60 }), keep, (moments, wanted) => {
      const kept = keptOf(moments, wanted);
      assert.ok(new Set(kept).size <= Math.max(1, wanted.daily + wanted.weekly + wanted.monthly));
      assert.equal(kept[0], [...moments].sort().at(-1));
      assert.deepEqual(keptOf(kept, wanted), kept);
    }),
  );
});

test('what is to be kept is three numbers', () => {
  assert.deepEqual(['7,4,12', '7,4', 'a,b,c', '7, 4, 12'].map(readKeep), [{ daily: 7, weekly: 4, monthly: 12 }, null, null, null]);
});
