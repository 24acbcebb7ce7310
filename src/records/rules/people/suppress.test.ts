import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publicTable, type ShownCell, suppress } from './suppress.ts';

type Counts = readonly number[];
const cellsOf = (counts: Counts) => counts.map((count, i) => ({ key: String(i), count }));
const total = (counts: Counts) => counts.reduce((sum, it) => sum + it, 0);

test('cells under five are held back, and so is the one that would give them away', () => {
  const shown = (...counts: number[]) => publicTable(cellsOf(counts))?.map((it) => it.count) ?? null;
  assert.deepEqual(shown(120, 40, 9), [120, 40, 9]);
  assert.deepEqual(shown(120, 40, 3), [120, null, null]);
  assert.deepEqual(shown(120, 2, 3), [120, null, null]);
  assert.deepEqual(shown(120, 1, 2), [null, null, null]);
  assert.deepEqual(shown(120, 40, 0), [120, 40, 0], 'nobody is nobody');
  assert.deepEqual(shown(9, 5, 5, 3), [9, null, null, null], 'of two equal ones neither is chosen');
  assert.deepEqual(shown(30, 1, 1, 1, 1, 1), [null, null, null, null, null, null], 'five ones add up to five and are no secret');
  assert.equal(shown(3), null, 'the whole says what stands in its only cell');
  assert.equal(shown(3, 0), null);
  assert.deepEqual(
    suppress(cellsOf([3, 0])).map(({ count }) => count),
    [null, null],
  );
});

test('no cell that is held back can be computed from the others and the total, whatever the figures are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 24 }), (counts) => {
      const shown = publicTable(cellsOf(counts));
      if (shown === null) return;
      const held = shown.filter((it) => it.count === null).length;
      const open = shown.reduce((sum, it) => sum + (it.count ?? 0), 0);
      const hidden = total(counts) - open;
      // None of what is held is nought, so each is at least one and at most what the rest leave.
      const [least, most] = [1, hidden - (held - 1)];
      assert.ok(held === 0 || most > least, JSON.stringify({ counts, shown }));
      assert.ok(counts.every((count, i) => count === 0 || count >= 5 || shown[i]!.count === null));
    }),
    { numRuns: 3000 },
  );
});

test('not even whoever knows how cells are held back can tell one: for every table shown another would have looked the same', () => {
  for (const [places, most] of [
    [2, 16],
    [3, 16],
    [4, 9],
  ] as const) {
    const seen = Map.groupBy(tables(places, most), (counts) => JSON.stringify([total(counts), lookOf(counts)]));
    for (const [look, alike] of seen) {
      const [whole, shown] = JSON.parse(look) as [number, readonly (number | null)[] | null];
      // Greater wholes have tables alike beyond what is tried here.
      if (shown === null || whole > most) continue;
      for (const [i, cell] of shown.entries())
        assert.ok(cell !== null || new Set(alike.map((counts) => counts[i])).size > 1, `${look} can only be ${JSON.stringify(alike)}`);
    }
  }
});

const lookOf = (counts: Counts) => publicTable(cellsOf(counts))?.map((it: ShownCell) => it.count) ?? null;

function tables(places: number, most: number): readonly Counts[] {
  const values = Array.from({ length: most + 1 }, (_, i) => i);
  return Array.from({ length: places }).reduce<readonly Counts[]>(
    (sofar) => sofar.flatMap((it) => values.map((next) => [...it, next])),
    [[]],
  );
}
