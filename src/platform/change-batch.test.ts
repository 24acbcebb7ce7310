import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packChanges, unpackChanges } from './change-batch.ts';
import type { Change } from './db.ts';

const digest = fc.integer({ min: 0, max: 1_000_000 }).map((it) => it.toString(16).padStart(64, '0'));
const run: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    fc.constantFrom('a.line', 'b.line'),
    fc.constantFrom('written', 'removed', 'erased'),
    fc.array(fc.tuple(fc.string(), digest), { minLength: 1, maxLength: 150 }),
  )
  .map(([table, how, rows]) =>
    rows.map(([key, it]) => ({ table, key: JSON.stringify([key]), digest: how === 'written' ? it : null, erased: how === 'erased' })),
  );

test('whatever a command changed is read from the journal as it was written, in its order', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const changes = runs.flat();
      const { singles, batches } = packChanges(changes);
      const again: Change[] = [];
      for (const { position, ...it } of singles) again[position] = it;
      for (const it of batches) for (const [i, change] of unpackChanges(it).entries()) again[it.position + i] = change;
      assert.deepEqual(again, changes);
    }),
  );
});

test('a few changes stay line by line; many of one table become one', () => {
  const written = (count: number): Change[] =>
    Array.from({ length: count }, (_, i) => ({ table: 'a.line', key: `[${i}]`, digest: 'ab'.repeat(32), erased: false }));

  assert.deepEqual([packChanges(written(63)).singles.length, packChanges(written(63)).batches.length], [63, 0]);
  assert.deepEqual([packChanges(written(64)).singles.length, packChanges(written(64)).batches.length], [0, 1]);
});
