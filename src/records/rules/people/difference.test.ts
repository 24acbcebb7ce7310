import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CountedLine, columnsOf } from './columns.ts';
import { differenceBetween } from './difference.ts';

const PLACE = { importNo: 1, chunkNo: 0 } as const;
const line = (person_no: number, told: Partial<CountedLine> = {}): CountedLine => ({
  ...{ person_no, row_no: 1, on_day: '2026-03-05', birth_on: '1990-05-01', couple_no: null, has_evidence: true, sex: 'f' },
  ...{ is_local: true, lives_alone: true, is_assisted: true, consent: true, area_id: 'a', slot: '', dose_no: 1, quantity: 1 },
  ...told,
});
const between = (mine: readonly CountedLine[], theirs: readonly CountedLine[]) =>
  differenceBetween([columnsOf(PLACE, mine)], [columnsOf(PLACE, theirs)]);

test('whatever can change a count is a change of the row, be it one answer, the birthday or the couple', () => {
  const changes: readonly Partial<CountedLine>[] = [
    ...[{ consent: false }, { lives_alone: null }, { is_local: false }, { is_assisted: false }, { sex: 'm' as const }],
    ...[
      { birth_on: '1990-05-02' as const },
      { birth_on: null },
      { couple_no: 2 ** 40 },
      { has_evidence: false },
      { area_id: 'b' },
      { quantity: 2 },
    ],
  ];
  for (const change of changes)
    assert.deepEqual(
      between([line(1, change), line(2)], [line(1), line(3)]),
      { added: 1, gone: 1, changed: 1, same: 0 },
      JSON.stringify(change),
    );
});

test('another person, day, slot or dose is another row; the same is the same, in whatever order', () => {
  assert.deepEqual(between([line(2), line(1)], [line(1), line(2)]), { added: 0, gone: 0, changed: 0, same: 2 });
  for (const other of [{ person_no: 9 }, { on_day: '2026-03-06' as const }, { slot: '午餐' }, { dose_no: 2 }])
    assert.deepEqual(between([line(1, other)], [line(1)]), { added: 1, gone: 1, changed: 0, same: 0 });
});

test('four hundred thousand rows against as many are compared within some seconds', () => {
  const rows = (change: Partial<CountedLine>) =>
    Array.from({ length: 400 }, (_, b) =>
      columnsOf(
        PLACE,
        Array.from({ length: 1_000 }, (_, i) => line(b * 1_000 + i + 1, i === 0 ? change : {})),
      ),
    );
  const [mine, theirs] = [rows({ consent: false }), rows({})];
  const begun = performance.now();
  assert.deepEqual(differenceBetween(mine, theirs), { added: 0, gone: 0, changed: 400, same: 399_600 });
  const took = performance.now() - begun;
  assert.ok(took < 4_000, `${Math.round(took)} ms`);
});
