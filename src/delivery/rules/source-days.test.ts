import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { boardOf } from './board.ts';
import type { Derived } from './count-source.ts';
import { aBoardInput, aPromise, aReport } from './fixtures.ts';

const records: Derived = {
  from: 'records',
  versionNo: 1,
  records: 3,
  breaks: [],
  points: [{ on: '2026-02-10', value: 8, denominator: null }],
};
const sites: Derived = {
  ...{ from: 'sites', share: 0.5, numerator: 1, denominator: 2, sites: 2, sitesDone: 1, doneOn: '2026-03-01' },
  points: [{ on: '2026-03-01', share: 0.5 }],
};

const doneOn = (asOf: CivilDate) => {
  const { done, doneFrom } = boardOf(
    aBoardInput({
      promises: [aPromise({ id: 'a' })],
      reports: [aReport({ promiseId: 'a', asOf: '2026-02-01', value: 5 })],
      derived: { a: [sites, records] },
      sourceDays: {
        a: [
          { source: 'sites', setOn: '2026-03-10' },
          { source: 'records', setOn: '2026-05-10' },
          { source: 'reports', setOn: '2026-06-10' },
        ],
      },
      asOf,
    }),
  ).projects[0]!.promises[0]!;
  return [done, doneFrom];
};

test('the board of an earlier day says what was counted by the source of that day, whatever counts today', () => {
  assert.deepEqual(doneOn('2026-03-09'), [5, 'report']);
  assert.deepEqual(doneOn('2026-03-10'), [7.5, 'sites']);
  assert.deepEqual(doneOn('2026-05-10'), [8, 'records']);
  assert.deepEqual(doneOn('2026-06-18'), [5, 'report']);
});
