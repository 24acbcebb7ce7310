import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publicTable } from '#/records/rules/people/suppress.ts';
import type { PublicParts } from '#/records/rules/public-parts.ts';
import { publicLine } from './public-line.ts';

const monthOf = (i: number) => `2026-${String(i + 1).padStart(2, '0')}`;

function partsOf(counts: readonly number[], change: Partial<PublicParts> = {}): PublicParts {
  const table = publicTable(counts.map((count, i) => ({ key: monthOf(i), count })));
  const byMonth = table?.map(({ key, count }) => ({ month: key, count })) ?? null;
  return { versionNo: 1, kind: 'people', counts: 'eligible', byPlace: null, byMonth, coverage: null, ...change };
}

const drawn = (counts: readonly number[], change: Partial<PublicParts> = {}, isShare = false) =>
  publicLine(partsOf(counts, change), {
    from: '2026-01-01',
    asOf: '2026-06-18',
    done: counts.reduce((sum, it) => sum + it, 0),
    isShare,
  }).map(({ on, value, begins }) => [on, value, ...(begins ? ['begins'] : [])]);

test('the public line stands at the end of each month and on the day of the edition, months of nought among them', () => {
  assert.deepEqual(drawn([0, 20, 30, 0, 5, 7]), [
    ['2026-01-31', 0],
    ['2026-02-28', 20],
    ['2026-03-31', 50],
    ['2026-04-30', 50],
    ['2026-05-31', 55],
    ['2026-06-18', 62],
  ]);
});

test('between months that are held back no point stands from which one of them could be taken', () => {
  assert.deepEqual(drawn([10, 3, 20, 4, 50, 7]), [
    ['2026-01-31', 10],
    ['2026-04-30', 37],
    ['2026-05-31', 87],
    ['2026-06-18', 94],
  ]);
  assert.deepEqual(drawn([3]), [['2026-06-18', 3]], 'with nothing to hide among, the figure alone');
  assert.deepEqual(drawn([10, 20], {}, true), [['2026-06-18', 30]], 'a share is not added up by months');
});

test('where another definition counted before, the line begins with the one that counts now', () => {
  assert.deepEqual(drawn([10, 20, 30, 5, 5, 9], { versionNo: 2, since: '2026-03-10' }), [
    ['2026-03-31', 60, 'begins'],
    ['2026-04-30', 65],
    ['2026-05-31', 70],
    ['2026-06-18', 79],
  ]);
  assert.deepEqual(drawn([10, 20], { versionNo: 2, since: '2026-06-18' }), [['2026-06-18', 30, 'begins']]);
});

test('where the rule of who is eligible changed, the line begins anew at the end of that month', () => {
  const versions = [
    { from: '2026-01-01', name: '1.1', isAnew: true },
    { from: '2026-04-10', name: '1.2', isAnew: false },
  ] as const;
  assert.deepEqual(drawn([10, 20, 30, 5, 5, 9], { versions }).slice(2, 5), [
    ['2026-03-31', 60],
    ['2026-04-30', 65, 'begins'],
    ['2026-05-31', 70],
  ]);
});

test('what the line adds to the table of months says no month that the table holds back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), (counts) => {
      const parts = partsOf(counts);
      const done = counts.reduce((sum, it) => sum + it, 0);
      const points = publicLine(parts, { from: '2026-01-01', asOf: '2026-07-31', done, isShare: false });
      const at = new Map(points.map(({ on, value }) => [on.slice(0, 7), value]));
      for (const [i, { month, count }] of (parts.byMonth ?? []).entries()) {
        const [before, after] = [i === 0 ? 0 : at.get(monthOf(i - 1)), at.get(month)];
        if (count === null) assert.ok(before === undefined || after === undefined, `${month} of ${counts.join()}`);
        if (after !== undefined)
          assert.equal(
            after,
            counts.slice(0, i + 1).reduce((sum, it) => sum + it, 0),
          );
      }
    }),
  );
});
