import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent, aWork, entered } from '../test-entries.ts';
import { entriesIn, visitsIn } from './cell.ts';
import { countedEntries, figureParts } from './entries/counting.ts';
import type { EntrySpec } from './entries/spec.ts';

const topOf = (areaId: string | null) => (areaId === '东河村' ? '东河' : areaId);
const window = { from: '2026-01-01', to: '2026-12-31', areas: null, topOf } as const;

test('a cell of a figure leads to the lines of that township and month, its villages with it', () => {
  const entries = [
    entered(anEvent(undefined, { on: '2026-03-10', areaId: '东河村' })),
    entered(anEvent(undefined, { on: '2026-03-20', areaId: '东河', host: '乡政府' })),
    entered(anEvent(undefined, { on: '2026-04-10', areaId: '东河' })),
    entered(anEvent(undefined, { on: '2026-03-10', areaId: '西河' })),
    entered(anEvent(undefined, { on: '2026-03-10', areaId: null, host: '商会' })),
  ];
  const fairs: EntrySpec = { kind: 'events', eventKind: 'fair', counts: 'held' };
  const found = (cell: Parameters<typeof entriesIn>[1]) =>
    entriesIn(entries, cell, { spec: fairs, topOf }).map((it) => entries.indexOf(it));

  assert.deepEqual(found({ area: '东河', month: '2026-03' }), [0, 1]);
  assert.deepEqual(found({ area: '东河' }), [0, 1, 2]);
  assert.deepEqual(found({ month: '2026-03' }), [0, 1, 3, 4]);
  assert.deepEqual(found({ area: 'none' }), [4]);
  assert.deepEqual(found({}), [0, 1, 2, 3, 4]);
  for (const { areaId, month, records } of figureParts(fairs, entries, window).cells)
    assert.equal(found({ area: areaId ?? 'none', month }).length, records);
});

test('where only accepted works count, a month leads to those that were accepted in it', () => {
  const works = [entered(aWork({ on: '2026-05-20', acceptedBy: '街道', acceptedOn: '2026-06-01' })), entered(aWork({ on: '2026-05-21' }))];
  const spec: EntrySpec = { kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'accepted' };

  assert.deepEqual(
    countedEntries(spec, works, window).map(({ on }) => on),
    ['2026-06-01'],
  );
  assert.deepEqual(entriesIn(works, { month: '2026-06' }, { spec, topOf }), [works[0]]);
  assert.deepEqual(entriesIn(works, { month: '2026-05' }, { spec, topOf }), [works[1]]);
});

test('a cell of settled needs leads to the visits whose need was settled in it', () => {
  const visits = [
    { areaId: '东河', on: '2026-03-10', needs: [{ settledOn: '2026-04-02' }, { settledOn: null }] },
    { areaId: '东河', on: '2026-04-11', needs: [] },
  ] as const;

  assert.deepEqual(visitsIn(visits, { month: '2026-04' }, { counts: 'settled', topOf }), [visits[0]]);
  assert.deepEqual(visitsIn(visits, { month: '2026-04' }, { counts: 'visits', topOf }), [visits[1]]);
});
