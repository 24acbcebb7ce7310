import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReport } from '#/delivery/rules/fixtures.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { aFullBoard } from '../test-board.ts';
import { changesSince } from './changes-since.ts';
import { figuresFor } from './figures-for.ts';

const linesOf = (value: number, asOf = '2026-06-18', id = 'r') => {
  const day = asOf as CivilDate;
  const reports = [aReport({ id, promiseId: 'promise-9-1', value, asOf: '2026-06-18' as CivilDate, unitId: 'labour' })];
  return figuresFor({ kind: 'leaders' }, aFullBoard({ reports, asOf: day })).lines;
};

test('a later report shows which figure was, is now, and by which report', () => {
  const [change, ...others] = changesSince(linesOf(8), linesOf(11, '2026-06-18', 'later'));

  assert.deepEqual(others, []);
  assert.deepEqual([change!.was.done, change!.now.done, change!.report], [8, 11, { id: 'later', on: '2026-06-18', by: '区人社局' }]);
});

test('days that pass change no figure', () => {
  assert.deepEqual(changesSince(linesOf(8), linesOf(8, '2026-09-18')), []);
});
