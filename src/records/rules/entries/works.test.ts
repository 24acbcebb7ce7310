import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent, aWork, entered } from '../../test-entries.ts';
import { countedEntries, dayFigures, figureOf, figureParts } from './counting.ts';
import type { EntrySpec } from './spec.ts';
import { worksBy } from './works.ts';

const done: EntrySpec = { kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'done' };
const accepted: EntrySpec = { ...done, counts: 'accepted' };
const year = { from: '2026-01-01', to: '2026-12-31', areas: null } as const;
const late = entered(aWork({ on: '2026-04-28', quantity: 40, acceptedBy: '街道', acceptedOn: '2026-06-03' }));
const early = entered(aWork({ on: '2026-05-10', quantity: 8, acceptedBy: '街道', acceptedOn: '2026-05-20' }));

test('where only accepted works count, each counts on the day of its acceptance, else on the day it was done', () => {
  assert.deepEqual(dayFigures(done, [late, early], year), [
    { on: '2026-04-28', value: 40, denominator: null },
    { on: '2026-05-10', value: 48, denominator: null },
  ]);
  assert.deepEqual(dayFigures(accepted, [late, early], year), [
    { on: '2026-05-20', value: 8, denominator: null },
    { on: '2026-06-03', value: 48, denominator: null },
  ]);
  assert.deepEqual(
    figureParts(accepted, [late, early], { ...year, topOf: (it) => it }).byMonth.map(({ month, numerator }) => [month, numerator]),
    [
      ['2026-05', 8],
      ['2026-06', 40],
    ],
  );
});

test('works that were done in the period and accepted after it do not count in it, those accepted in it do', () => {
  const may = { from: '2026-05-01', to: '2026-05-31', areas: null } as const;
  const before = entered(aWork({ on: '2025-12-20', quantity: 5, acceptedBy: '街道', acceptedOn: '2026-05-04' }));

  assert.equal(figureOf(accepted, [late, early, before], may).numerator, 13);
  assert.deepEqual(
    countedEntries(accepted, [late, early, before], may).map(({ on }) => on),
    ['2026-05-04', '2026-05-20'],
  );
});

test('works add up by road and by team, each kind and unit by itself; what names none stands by itself, what is cancelled nowhere', () => {
  const lines = [
    entered(aWork({ place: '清泉路', team: '甲队', quantity: 0.1 })),
    entered(aWork({ place: ' 清泉路', team: '乙队', quantity: 0.2, acceptedBy: '街道', acceptedOn: '2026-06-01' })),
    entered(aWork({ place: '清泉路', team: '甲队', workKind: '路灯', measureUnit: '盏', quantity: 6 })),
    entered(aWork({ place: '', team: null, quantity: 3 })),
    entered(aWork({ place: '清泉路', team: '甲队', quantity: 50 }), { state: 'cancelled' }),
    entered(aWork({ place: '清泉路', team: '甲队', quantity: 9, before: [] })),
    entered(aWork({ place: '清泉路', team: '甲队', quantity: 9, evidence: [], acceptedBy: '街道', acceptedOn: '2026-06-01' })),
    entered(anEvent()),
  ];
  const told = (by: 'place' | 'team') => worksBy(lines, by).map((it) => [it.name, it.workKind, it.lines, it.quantity, it.accepted]);
  assert.deepEqual(
    worksBy(lines, 'place').map(({ open }) => open),
    [2, 0, 0],
    'lines without a picture of before or after stand in no sum',
  );

  assert.deepEqual(told('place'), [
    ['清泉路', '停车位', 2, 0.3, 0.2],
    ['清泉路', '路灯', 1, 6, 0],
    [null, '停车位', 1, 3, 0],
  ]);
  assert.deepEqual(told('team'), [
    ['甲队', '停车位', 1, 0.1, 0],
    ['甲队', '路灯', 1, 6, 0],
    ['乙队', '停车位', 1, 0.2, 0.2],
    [null, '停车位', 1, 3, 0],
  ]);
});
