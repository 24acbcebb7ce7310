import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { dueList } from './due.ts';

const SERIES = { doses: 2, leastDays: 30, mostDays: 100 } as const;
const girl = (personNo: number, ...on: readonly CivilDate[]) => ({
  personNo,
  areaId: 'a',
  given: on.map((day, i) => ({ doseNo: i + 1, on: day })),
  eligible: true,
});

test('who may be given a dose today is due now, who may by the end of next month is due next, who may later is not due yet', () => {
  const girls = [
    girl(1),
    girl(2, '2026-05-19'),
    girl(3, '2026-05-20'),
    girl(4, '2026-06-17'),
    girl(5, '2026-07-02'),
    girl(6, '2026-03-01'),
    girl(7, '2026-01-01', '2026-02-01'),
  ];
  const late = {
    ...girl(8, '2026-01-01'),
    given: [
      { doseNo: 1, on: '2026-01-01' as const },
      { doseNo: 2, on: '2026-01-05' as const },
      { doseNo: 2, on: '2026-03-05' as const },
    ],
  };
  // Doses that the series does not have: nobody is called in before they are looked at.
  const unclear = { ...girl(9), given: [{ doseNo: 3, on: '2026-03-05' as const }] };
  const begun = { ...girl(10), given: [...girl(10, '2026-01-01').given, { doseNo: 3, on: '2026-03-05' as const }] };
  const { due, dueCounts, counts } = dueList([...girls, late, unclear, begun], SERIES, '2026-06-18');

  assert.deepEqual(
    due.map(({ personNo, when }) => [personNo, when]).sort(([a], [b]) => Number(a) - Number(b)),
    [
      [1, 'now'],
      [2, 'now'],
      [3, 'next'],
      [4, 'next'],
      [5, 'later'],
      [6, 'overdue'],
      [8, 'look'],
      [9, 'look'],
      [10, 'look'],
    ],
  );
  assert.deepEqual(dueCounts, { overdue: 1, now: 2, next: 2, later: 1, look: 3 });
  assert.deepEqual(
    [counts.unclear, counts.none, due.filter(({ when }) => when === 'look').map(({ nextDose }) => nextDose)],
    [2, 1, [null, null, null]],
  );
});
