import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitDays, visitFigure, visitParts } from './counting.ts';
import type { VisitsSpec } from './spec.ts';
import type { VisitFact } from './visit.ts';

const year = { from: '2026-01-01', to: '2026-12-31', areas: null, topOf: (it: string | null) => it } as const;
const of = (counts: VisitsSpec['counts']): VisitsSpec => ({ kind: 'visits', counts });

/** A family in 东河 was called on twice, one in 西河 once; of the needs one was settled in the month after. */
const facts: readonly VisitFact[] = [
  { on: '2026-03-10', areaId: '东河', familyKey: 'a', settledOn: ['2026-04-02'] },
  { on: '2026-03-20', areaId: '东河', familyKey: 'a', settledOn: [] },
  { on: '2026-05-06', areaId: '西河', familyKey: 'b', settledOn: [] },
  { on: '2026-05-07', areaId: null, familyKey: 'c', settledOn: ['2026-05-07', '2027-01-05'] },
  { on: '2025-12-30', areaId: '东河', familyKey: 'd', settledOn: [] },
];

test('every visit of the period counts, or every family once, or every need on the day it was settled, whenever it was found', () => {
  const figures = (['visits', 'families', 'settled'] as const).map((counts) => visitFigure(of(counts), facts, year).numerator);

  assert.deepEqual(figures, [4, 3, 2]);
});

test('the parts of a count lie in the place and the month of the visit; what has no place stands by itself', () => {
  const { byPlace, byMonth } = visitParts(of('visits'), facts, year);

  assert.deepEqual(byPlace, [
    { areaId: '东河', numerator: 2, records: 2 },
    { areaId: '西河', numerator: 1, records: 1 },
    { areaId: null, numerator: 1, records: 1 },
  ]);
  assert.deepEqual(byMonth, [
    { month: '2026-03', numerator: 2, records: 2 },
    { month: '2026-05', numerator: 2, records: 2 },
  ]);
  assert.deepEqual(
    visitParts(of('settled'), facts, year).byMonth.map(({ month }) => month),
    ['2026-04', '2026-05'],
  );
});

test('asked for a township, only what was done in it counts', () => {
  const inEast = { ...year, areas: new Set(['东河']) };

  assert.deepEqual(
    (['visits', 'families', 'settled'] as const).map((counts) => visitFigure(of(counts), facts, inEast).numerator),
    [2, 1, 1],
  );
});

test('the line moves on the days of visits, and ends at the figure', () => {
  assert.deepEqual(visitDays(of('families'), facts, year), [
    { on: '2026-03-10', value: 1, denominator: null },
    { on: '2026-05-06', value: 2, denominator: null },
    { on: '2026-05-07', value: 3, denominator: null },
  ]);
});
