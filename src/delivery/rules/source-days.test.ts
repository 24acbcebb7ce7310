import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { reasonSentence } from '../words/lights.ts';
import { boardOf } from './board.ts';
import type { Derived } from './count-source.ts';
import type { CountedSeries } from './counter.ts';
import { aBoardInput, aPromise, aReport } from './fixtures.ts';

const records: CountedSeries & { readonly from: 'records' } = {
  ...{ from: 'records', versionNo: 1, records: 3, versions: [{ from: '2026-01-01', name: '1', isAnew: true }] },
  points: [{ on: '2026-02-10', value: 8, denominator: null }],
};
const sites: Derived = {
  ...{ from: 'sites', share: 0.5, numerator: 1, denominator: 2, sites: 2, sitesDone: 1, doneOn: '2026-03-01' },
  points: [{ on: '2026-03-01', share: 0.5 }],
};

const standingOn = (asOf: CivilDate, points: CountedSeries['points']) =>
  boardOf(
    aBoardInput({
      promises: [aPromise({ id: 'a' })],
      derived: { a: [{ ...records, points }] },
      sourceDays: { a: [{ source: 'records', setOn: '2026-01-05' }] },
      asOf,
    }),
  ).projects[0]!.promises[0]!;

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

test('where little is on record, that is said of records, not of reports; nothing is set beside nothing', () => {
  const said = (points: CountedSeries['points']) =>
    standingOn('2026-06-18', points)
      .reasons.filter(({ code }) => code === 'few-points')
      .map((it) => reasonSentence(it, 'zh-CN'));
  assert.deepEqual(said([]), ['还没有计入的记录，无从推算']);
  assert.deepEqual(said([...records.points, { on: '2026-03-10', value: 9, denominator: null }]), ['计入的只有 2 个时点，推算仅供参考']);
  assert.equal(standingOn('2026-06-18', []).lately, undefined);
});
