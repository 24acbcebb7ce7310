import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EarlierTable, publicTable, type ShownCell } from './suppress.ts';

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

/** What a reader has of an edition that is out; of one without a table he has its total alone. */
function earlierOf(counts: Counts): readonly EarlierTable[] {
  const shown = publicTable(cellsOf(counts));
  return shown === null ? [] : [{ cells: shown, total: total(counts) }];
}
const laterLook = (first: Counts, then: Counts) => publicTable(cellsOf(then), earlierOf(first))?.map((it) => it.count) ?? null;

test('what one edition held back is not to be had by subtraction from the next, nor the next from it', () => {
  assert.deepEqual(laterLook([120, 3, 40], [120, 3, 40, 50]), [120, null, null, 50]);
  assert.equal(laterLook([120, 3, 40], [120, 3, 40, 2]), null, 'whatever hides the two is known from the edition before');
  assert.deepEqual(laterLook([120, 3, 40], [120, 3, 40, 2, 60]), [120, null, null, null, null]);
  assert.deepEqual(laterLook([120, 30], [120, 30, 3, 40]), [120, 30, null, null], 'thirty is known by now');
  assert.deepEqual(laterLook([1, 2, 3, 2], [1, 20, 30, 25]), [null, null, 30, 25], 'all have grown, and nobody knows which by how many');
});

test('for every two editions of cells that stand as they did, with new ones beside, there are two others that look the same, in every held cell', () => {
  const pairs = tables(4, 10).map((then) => [then.slice(0, 2), then] as const);
  const more = tables(5, 6).map((then) => [then.slice(0, 3), then] as const);
  // What an edition without a table tells by its total alone is the price of totals (docs/decisions/0041-parts-in-public.md).
  const hadTable = ([first]: Pair) => lookOf(first) !== null;
  assertUntold(pairs.filter(hadTable), 10);
  assertUntold(more.filter(hadTable), 6);
});

test('for every two editions of cells that have grown, there are two others that look the same, in every held cell', () => {
  assertUntold(grown(3, 9), 9);
  assertUntold(grown(4, 6), 6);
});

test('what was held is shown again only after it has grown so much that nobody knows which cell grew', () => {
  for (const [before, now] of [
    [5, 19],
    [9, 22],
    [10, 24],
  ] as const)
    assertUntold(
      tables(3, before).flatMap((first) =>
        total(first) === before
          ? tables(3, now).flatMap((then): readonly Pair[] => (isGrown(first, then, now) ? [[first, then]] : []))
          : [],
      ),
      now,
    );
});

const isGrown = (first: Counts, then: Counts, most: number) => total(then) === most && then.every((it, i) => it >= first[i]!);

type Pair = readonly [first: Counts, then: Counts];

function grown(places: number, most: number): readonly Pair[] {
  const cells = tables(2, most).filter(([before, now]) => before! <= now!);
  return Array.from({ length: places }).reduce<readonly Pair[]>(
    (sofar) =>
      sofar.flatMap(([first, then]) =>
        cells.map(
          ([before, now]): Pair => [
            [...first, before!],
            [...then, now!],
          ],
        ),
      ),
    [[[], []]],
  );
}

function assertUntold(pairs: readonly Pair[], most: number): void {
  const first = new Map<string, string>();
  const lookOfFirst = (counts: Counts) => {
    const key = counts.join();
    if (!first.has(key)) first.set(key, JSON.stringify(lookOf(counts)));
    return first.get(key)!;
  };
  const within = pairs.filter(([, then]) => total(then) <= most);
  const seen = Map.groupBy(
    within,
    ([before, then]) => `${total(before)} ${lookOfFirst(before)} ${total(then)} ${JSON.stringify(laterLook(before, then))}`,
  );
  for (const [look, alike] of seen)
    for (const edition of [0, 1] as const) {
      const [before, then] = alike[0]!;
      const shown = edition === 0 ? lookOf(before) : laterLook(before, then);
      for (const [i, cell] of (shown ?? []).entries())
        assert.ok(cell !== null || new Set(alike.map((it) => it[edition][i])).size > 1, `${look} can only be ${JSON.stringify(alike)}`);
    }
}

const lookOf = (counts: Counts) => publicTable(cellsOf(counts))?.map((it: ShownCell) => it.count) ?? null;

function tables(places: number, most: number): readonly Counts[] {
  const values = Array.from({ length: most + 1 }, (_, i) => i);
  return Array.from({ length: places }).reduce<readonly Counts[]>(
    (sofar) => sofar.flatMap((it) => values.map((next) => [...it, next])),
    [[]],
  );
}
