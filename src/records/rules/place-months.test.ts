import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureTable, type Placed } from './figure-table.ts';
import { placeMonths } from './place-months.ts';

const year = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-05-18' } as const;
const topOf = (areaId: string | null) => (areaId === '东河村' ? '东河' : areaId);
const counted = (areaId: string | null, on: Placed['on'], value = 1) => ({ areaId, on, value });
const TOWNSHIPS = ['东河', '西河', '南河', '北河'];

const table = figureTable({
  counted: [counted('东河', '2026-01-10'), counted('东河村', '2026-03-10', 2), counted('西河', '2026-03-11'), counted(null, '2026-03-12')],
  records: [{ areaId: '南河', on: '2026-04-02' }],
  topOf,
});

test('every township of the scope has a row: a nought where records came and none counted, nothing known where none came', () => {
  const { places } = placeMonths(table, TOWNSHIPS, year);

  assert.deepEqual(
    places.map(({ areaId, numerator }) => [areaId, numerator]),
    [
      ['东河', 3],
      ['西河', 1],
      ['南河', 0],
      ['北河', null],
      [null, 1],
    ],
  );
});

test('a month without records is a nought before the last record and nothing known after it; months to come have no column', () => {
  const { months, whole, places } = placeMonths(table, TOWNSHIPS, year);
  const numbers = (row: readonly { readonly numerator: number | null }[]) => row.map(({ numerator }) => numerator);

  assert.deepEqual(months, ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
  assert.deepEqual(numbers(whole), [1, 0, 4, 0, null]);
  assert.deepEqual(numbers(places[0]!.months), [1, 0, 2, 0, null]);
  assert.deepEqual(numbers(places[3]!.months), [null, null, null, null, null]);
});

test('the months of a place add up to its number, and a village stands in its township', () => {
  const { places } = placeMonths(table, TOWNSHIPS, year);

  for (const { numerator, records, months } of places) {
    assert.equal(
      months.reduce((sum, it) => sum + (it.numerator ?? 0), 0),
      numerator ?? 0,
    );
    assert.equal(
      months.reduce((sum, it) => sum + it.records, 0),
      records,
    );
  }
});

test('a month of which the places add up to more than the whole is named with both numbers', () => {
  const twice = { ...table, cells: [...table.cells, { areaId: '西河', month: '2026-01', numerator: 1, records: 1 }] };

  assert.deepEqual(placeMonths(table, TOWNSHIPS, year).over, []);
  assert.deepEqual(placeMonths(twice, TOWNSHIPS, year).over, [{ month: '2026-01', parts: 2, whole: 1 }]);
});

test('where nothing was recorded at all, nothing is known of any place or month', () => {
  const { places, whole } = placeMonths(figureTable({ counted: [], records: [], topOf }), TOWNSHIPS, year);

  assert.ok(places.every(({ numerator, months }) => numerator === null && months.every((it) => it.numerator === null)));
  assert.ok(whole.every(({ numerator }) => numerator === null));
});
