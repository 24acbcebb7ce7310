import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aPoint, OUTLINE } from './fixtures.ts';
import { Geometry, leavesOutline, liesInChina, MOST_POSITIONS, type Position, simplified } from './geometry.ts';
import { outlineFrom } from './outline.ts';

test('a point, a line and an area are geometries; what is malformed is none', () => {
  const line = (count: number) => ({ type: 'LineString', coordinates: Array.from({ length: count }, (_, i) => [100 + i / 10_000, 40]) });
  const cases: readonly (readonly [unknown, boolean])[] = [
    [aPoint(), true],
    [line(2), true],
    [OUTLINE, true],
    [line(1), false],
    [line(MOST_POSITIONS), true],
    [line(MOST_POSITIONS + 1), false],
    [{ type: 'Point', coordinates: ['100', '40'] }, false],
    [{ type: 'Point', coordinates: [100] }, false],
    [{ type: 'Circle', coordinates: [100, 40] }, false],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [100, 40],
            [101, 40],
            [101, 41],
            [100, 41],
          ],
        ],
      },
      false,
    ],
  ];

  assert.deepEqual(
    cases.map(([it]) => Geometry.safeParse(it).success),
    cases.map(([, good]) => good),
  );
});

test('swapped coordinates lie outside China', () => {
  assert.deepEqual([liesInChina(aPoint(113.1, 40.1)), liesInChina(aPoint(40.1, 113.1))], [true, false]);
});

test('whatever lies outside the outline is found, and a hole of the outline is outside', () => {
  const hole: Position[] = [
    [100.4, 40.2],
    [100.6, 40.2],
    [100.6, 40.3],
    [100.4, 40.3],
    [100.4, 40.2],
  ];
  const withHole = { type: 'Polygon', coordinates: [...(OUTLINE.coordinates as Position[][]), hole] } as const;
  const line = (to: Position) => ({ type: 'LineString', coordinates: [[100.1, 40.1], to] }) as const;

  assert.deepEqual(
    [
      leavesOutline(aPoint(), OUTLINE),
      leavesOutline(aPoint(101.0001, 40.25), OUTLINE),
      leavesOutline(line([100.9, 40.4]), OUTLINE),
      leavesOutline(line([100.9, 40.6]), OUTLINE),
      leavesOutline(aPoint(), withHole),
      leavesOutline(aPoint(101.0001, 40.25), null),
    ],
    [false, true, false, true, true, false],
  );
});

test('a simplified outline keeps its corners, drops what the eye cannot see, and closes', () => {
  const side = Array.from({ length: 500 }, (_, i): Position => [100 + i / 500, 40 + (i % 2) * 0.00001]);
  const fine = { type: 'Polygon', coordinates: [[...side, [101, 40.5], [100, 40.5], [100, 40]]] } as const;
  const { coordinates } = simplified(fine, 0.001);
  const ring = coordinates[0] as readonly Position[];

  assert.ok(ring.length < 8, String(ring.length));
  assert.deepEqual(ring[0], ring.at(-1));
  assert.ok(ring.some(([lon, lat]) => lon === 101 && lat === 40.5));
});

test('of an outline as jagged as can be, every corner left out lies within the tolerance, and it closes', () => {
  const tolerance = 0.01;
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 400 }), fc.double({ min: 0.2, max: 3, noNaN: true }), (count, power) => {
      // Spikes that shrink one after the other are the hardest for a search of the farthest corner.
      const spikes = Array.from(
        { length: count },
        (_, i): Position => [100 + i / count, 40 + (i % 2 === 0 ? 0.2 : -0.2) * (1 - i / count) ** power],
      );
      const ring = [...spikes, [101, 39], [100, 39], spikes[0]!] as Position[];

      const left = simplified({ type: 'Polygon', coordinates: [ring] }, tolerance).coordinates[0] as readonly Position[];

      assert.deepEqual(left[0], left.at(-1));
      const kept = left.map((it) => ring.indexOf(it));
      for (let i = 1; i < left.length; i += 1) {
        const to = i === left.length - 1 ? ring.length - 1 : kept[i]!;
        for (const it of ring.slice(kept[i - 1]! + 1, to)) assert.ok(away(it, left[i - 1]!, left[i]!) <= tolerance);
      }
    }),
  );
});

function away([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

test('an outline is one area, bare or as a feature', () => {
  const feature = { type: 'Feature', properties: {}, geometry: OUTLINE };
  const two = { type: 'FeatureCollection', features: [feature, feature] };

  assert.ok(outlineFrom(OUTLINE).ok && outlineFrom(feature).ok && outlineFrom({ ...two, features: [feature] }).ok);
  assert.deepEqual(outlineFrom(two), { ok: false, refusal: { kind: 'outline-several', features: 2 } });
  assert.deepEqual(outlineFrom(aPoint()), { ok: false, refusal: { kind: 'outline-unread' } });
  assert.deepEqual(outlineFrom(undefined), { ok: false, refusal: { kind: 'outline-unread' } });
});
