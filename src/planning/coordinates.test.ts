import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shiftedFrom, shiftedTo } from './coordinates.ts';
import type { Position } from './rules/geometry.ts';

const inChina = fc.tuple(fc.double({ min: 75, max: 134, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }));

function metresBetween([ax, ay]: Position, [bx, by]: Position): number {
  return Math.hypot((ax - bx) * Math.cos((ay * Math.PI) / 180), ay - by) * 111_195;
}

test('a place that is shifted to a commercial map and back comes back to within five centimetres', () => {
  for (const system of ['wgs84', 'gcj02', 'bd09'] as const) {
    fc.assert(
      fc.property(inChina, (at) => {
        const there = shiftedTo({ type: 'Point', coordinates: at }, system);
        const back = shiftedFrom(there, system) as typeof there;
        assert.ok(metresBetween(at, back.coordinates as Position) < 0.05, `${system} ${at}`);
      }),
      { numRuns: 500 },
    );
  }
});

test('the systems lie some hundred metres apart, so that naming the wrong one is seen', () => {
  const at: Position = [100.5, 40.25];
  const shift = (system: 'gcj02' | 'bd09') =>
    metresBetween(at, shiftedTo({ type: 'Point', coordinates: at }, system).coordinates as Position);

  assert.ok(shift('gcj02') > 50 && shift('gcj02') < 1000, String(shift('gcj02')));
  assert.ok(shift('bd09') > 300 && shift('bd09') < 2000, String(shift('bd09')));
});

test('every corner of a line and of an area is shifted', () => {
  const ring = [
    [
      [100, 40],
      [100.1, 40],
      [100.1, 40.1],
      [100, 40],
    ],
  ] as const;
  const shifted = shiftedFrom({ type: 'Polygon', coordinates: ring }, 'gcj02');

  assert.equal(shifted.coordinates[0]!.length, 4);
  assert.ok(shifted.coordinates[0]!.every(([lon], i) => lon !== ring[0][i]![0]));
  assert.deepEqual(shifted.coordinates[0]![0], shifted.coordinates[0]![3]);
});
