import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bitsOf, makeSeen, spread } from './seen.ts';

test('a key that was seen is known again, whatever its bits, and however many came between', () => {
  const key = fc.tuple(fc.integer(), fc.integer());
  fc.assert(
    fc.property(fc.array(key, { maxLength: 9_000 }), (keys) => {
      const seen = makeSeen();
      const known = new Map<string, number>();
      for (const [i, [high, low]] of keys.entries()) {
        const name = `${high >>> 0} ${low >>> 0}`;
        assert.equal(seen.note(high, low, i + 1), known.get(name) ?? 0);
        known.set(name, i + 1);
      }
    }),
    { numRuns: 20 },
  );
});

test('services of one person on different days are different keys', () => {
  const [high, low] = bitsOf('f'.repeat(64));
  const seen = makeSeen();
  const ask = (service: string) => seen.note(high ^ spread(service, 1), low ^ spread(service, 2), 7);

  assert.deepEqual(['2026-03-05  1', '2026-03-06  1', '2026-03-05  2', '2026-03-05  1'].map(ask), [0, 0, 0, 7]);
});
