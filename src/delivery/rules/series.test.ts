import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aPromise, aReport } from './fixtures.ts';
import type { ReportFacts } from './report.ts';
import { seriesAt } from './series.ts';
import { stageLiesBeforeOutput } from './stage.ts';

const promise = aPromise();
const on = (asOf: ReportFacts['asOf'], change: Partial<ReportFacts> = {}) =>
  aReport({ asOf, id: `${asOf}-${change.value ?? ''}`, ...change });
const doneOn = (reports: readonly ReportFacts[], day: ReportFacts['asOf'] = '2026-06-18') => seriesAt(promise, reports, day).done;

test('figures of a period are added up, a running total replaces what came before', () => {
  const january = on('2026-01-31', { valueKind: 'this-period', value: 2 });
  const february = on('2026-02-28', { valueKind: 'this-period', value: 3 });
  const march = on('2026-03-31', { value: 6 });
  const april = on('2026-04-30', { valueKind: 'this-period', value: 1 });
  const all = [january, february, march, april];

  const days = ['2026-01-30', '2026-01-31', '2026-03-01', '2026-03-31', '2026-06-18'] as const;

  assert.deepEqual(
    days.map((day) => doneOn(all, day)),
    [null, 2, 5, 6, 7],
  );
});

test('the order in which reports came in does not matter, only the day that they speak of', () => {
  const reports = (
    [
      [1, 2],
      [2, 3],
      [3, 9],
      [4, 1],
    ] as const
  ).map(([month, value]) => on(`2026-0${month}-28`, { value, valueKind: month === 3 ? 'cumulative' : 'this-period' }));

  fc.assert(fc.property(fc.shuffledSubarray(reports, { minLength: 4 }), (some) => assert.equal(doneOn(some), 10)));
});

test('only adopted reports count: what waits, was sent back or corrected says nothing', () => {
  const states = ['proposed', 'submitted', 'sent-back', 'superseded'] as const;

  assert.deepEqual(
    states.map((state) => doneOn([on('2026-06-01', { state })])),
    [null, null, null, null],
  );
});

test('a stage before the first output is a zero for counts and stocks, and never overrules a figure', () => {
  const tender = on('2026-03-31', { value: null, valueKind: null, stage: '招投标', beforeOutput: true });
  const building = on('2026-04-30', { value: null, valueKind: null, stage: '正在施工' });

  assert.deepEqual([doneOn([tender]), seriesAt(promise, [tender], '2026-06-18').doneFrom], [0, 'stage']);
  assert.deepEqual([doneOn([building]), seriesAt(promise, [building], '2026-06-18').stage], [null, '正在施工']);
  assert.equal(doneOn([on('2026-02-28', { value: 4 }), tender]), 4);
  assert.equal(doneOn([tender, on('2026-05-31', { value: 4 })]), 4);
  assert.equal(seriesAt({ ...promise, measure: 'ratio' }, [tender], '2026-06-18').done, null);
});

test('the stage words of the list say whether anything can have been produced', () => {
  assert.deepEqual(['前期', '完成招投标', '正在施工', '验收', '初步选址', '无此说法'].map(stageLiesBeforeOutput), [
    true,
    true,
    false,
    false,
    true,
    null,
  ]);
});

test('another measure is kept and shown, but is no count', () => {
  const percent = on('2026-05-31', { value: 60, measureUnit: '%', inMeasure: false });

  const alone = seriesAt(promise, [percent], '2026-06-18');
  const beside = seriesAt(promise, [on('2026-04-30', { value: 3 }), percent], '2026-06-18');

  assert.deepEqual([alone.done, alone.otherMeasure, alone.points.length], [null, { value: 60, measureUnit: '%', on: '2026-05-31' }, 0]);
  assert.deepEqual([beside.done, beside.otherMeasure], [3, null]);
});

test('ratios add numerators and denominators before they divide', () => {
  const ratio = aPromise({ measure: 'ratio', target: 90, measureUnit: '%' });
  const surveyed = (asOf: ReportFacts['asOf'], value: number, denominator: number) =>
    on(asOf, { valueKind: 'this-period', value, denominator, measureUnit: '%' });
  const reports = [surveyed('2026-01-31', 9, 10), surveyed('2026-02-28', 50, 100)];

  assert.equal(Math.round(seriesAt(ratio, reports, '2026-06-18').done! * 1e6) / 1e6, Math.round((59 / 110) * 1e8) / 1e6);
  assert.equal(seriesAt(ratio, [on('2026-01-31', { value: 9, measureUnit: '%' })], '2026-06-18').done, null);
});
