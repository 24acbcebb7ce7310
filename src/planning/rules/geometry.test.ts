import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('an outline is one area, bare or as a feature', () => {
  const feature = { type: 'Feature', properties: {}, geometry: OUTLINE };
  const two = { type: 'FeatureCollection', features: [feature, feature] };

  assert.ok(outlineFrom(OUTLINE).ok && outlineFrom(feature).ok && outlineFrom({ ...two, features: [feature] }).ok);
  assert.deepEqual(outlineFrom(two), { ok: false, refusal: { kind: 'outline-several', features: 2 } });
  assert.deepEqual(outlineFrom(aPoint()), { ok: false, refusal: { kind: 'outline-unread' } });
  assert.deepEqual(outlineFrom(undefined), { ok: false, refusal: { kind: 'outline-unread' } });
});
