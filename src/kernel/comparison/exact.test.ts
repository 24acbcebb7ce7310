import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { incompleteBeta, inverseIncompleteBeta } from './beta.ts';
import { clopperPearson, rateRatio } from './exact.ts';

const near = (actual: number | null, expected: number, digits: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) <= 0.5 * 10 ** -digits, `${actual} is not ${expected}`);

test('the incomplete beta function has the values of the tables', () => {
  near(incompleteBeta(0.5, 2, 3), 0.6875, 14);
  near(incompleteBeta(0.3, 1, 1), 0.3, 14);
  near(incompleteBeta(0.25, 0.5, 0.5), 1 / 3, 13);
  near(incompleteBeta(0.1, 10, 1), 1e-10, 20);
  assert.deepEqual([incompleteBeta(0, 3, 4), incompleteBeta(1, 3, 4)], [0, 1]);
});

test('the exact interval of a share is the one in print (Newcombe 1998, table I, method 5; manual of R, binom.test)', () => {
  for (const [count, base, low, high, digits] of [
    [81, 263, 0.2527, 0.3676, 4],
    [15, 148, 0.0578, 0.1617, 4],
    [0, 20, 0, 0.1684, 4],
    [1, 29, 0.0009, 0.1776, 4],
    [682, 925, 0.7076683, 0.7654066, 7],
    [0, 10, 0, 0.3084971, 7],
  ] as const) {
    const found = clopperPearson(count, base);
    near(found.low, low, digits);
    near(found.high, high, digits);
  }
});

test('the exact interval of the ratio of two rates is the one in print (manuals of R, poisson.test, and of Stata, iri)', () => {
  for (const [a, b, ratio, low, high, digits, differs] of [
    [{ count: 11, exposure: 800 }, { count: 21, exposure: 1083 + 1050 + 878 }, 1.971488, 0.8584264, 4.2772659, 7, false],
    [{ count: 41, exposure: 28_010 }, { count: 15, exposure: 19_017 }, 1.855759, 1.005684, 3.6093, 4, true],
  ] as const) {
    const found = rateRatio(a, b);
    near(found.ratio, ratio, 6);
    near(found.low, low, digits);
    near(found.high, high, digits);
    assert.equal(found.differs, differs);
  }
});

/** The chances that none, one, … of `base` are of the first kind: the terms of the binomial themselves, without the beta function. */
function chances(base: number, share: number): readonly number[] {
  const terms = [(1 - share) ** base];
  for (let i = 0; i < base; i++) terms.push((terms[i]! * (base - i) * share) / ((i + 1) * (1 - share)));
  return terms;
}

test('at either end of the interval the first count, given the sum of both, would be so far off in one case of forty', () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
  const exposures = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }));
  fc.assert(
    fc.property(counts, exposures, ([a, b], [exposureA, exposureB]) => {
      const { low, high } = rateRatio({ count: a, exposure: exposureA }, { count: b, exposure: exposureB });
      const shareAt = (ratio: number) => (ratio * exposureA) / (ratio * exposureA + exposureB);
      const sum = (terms: readonly number[]) => terms.reduce((total, it) => total + it, 0);
      near(sum(chances(a + b, shareAt(low)).slice(a)), 0.025, 9);
      near(sum(chances(a + b, shareAt(high!)).slice(0, a + 1)), 0.025, 9);
    }),
  );
});

test('three complaints in five months against twenty in twelve are not shown to differ, fifteen against a hundred are', () => {
  for (const [count, before, low, high, differs] of [
    [3, 20, 0.07, 1.21, false],
    [6, 40, 0.12, 0.85, true],
    [15, 100, 0.19, 0.62, true],
  ] as const) {
    const found = rateRatio({ count, exposure: 5 }, { count: before, exposure: 12 });
    near(found.ratio, 0.36, 10);
    near(found.low, low, 2);
    near(found.high, high, 2);
    assert.equal(found.differs, differs);
  }
});

test('nothing bounds a ratio to a count of zero, and a count of zero may still be a rate', () => {
  const none = rateRatio({ count: 4, exposure: 1 }, { count: 0, exposure: 1 });
  assert.deepEqual([none.ratio, none.high], [null, null]);
  assert.ok(none.low > 0);
  assert.equal(rateRatio({ count: 0, exposure: 1 }, { count: 9, exposure: 1 }).low, 0);
});

test('the inverse undoes the function over the whole range of counts that a district has', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400_000 }),
      fc.integer({ min: 1, max: 400_000 }),
      fc.constantFrom(0.025, 0.5, 0.975),
      (a, b, p) => {
        const x = inverseIncompleteBeta(p, a, b);
        assert.ok(x > 0 && x < 1);
        assert.ok(Math.abs(incompleteBeta(x, a, b) - p) < 1e-6, `${a} ${b} ${p}`);
      },
    ),
    { numRuns: 40 },
  );
});

test('the interval holds its share, is wider at a higher level, and mirrors when the two sides change places', () => {
  const counts = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })).filter(([a, b]) => a + b > 0);
  fc.assert(
    fc.property(counts, ([a, b]) => {
      const share = clopperPearson(a, a + b);
      const wider = clopperPearson(a, a + b, 0.99);
      assert.ok(share.low <= a / (a + b) && a / (a + b) <= share.high);
      assert.ok(wider.low <= share.low + 1e-12 && share.high <= wider.high + 1e-12);
      const one = rateRatio({ count: a, exposure: 5 }, { count: b, exposure: 12 });
      const other = rateRatio({ count: b, exposure: 12 }, { count: a, exposure: 5 });
      if (one.high !== null) assert.ok(Math.abs(one.high * other.low - 1) < 1e-6);
    }),
    { numRuns: 100 },
  );
});
