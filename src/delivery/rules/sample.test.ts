import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Drawable, drawSample } from './sample.ts';

const population = fc.uniqueArray(fc.record({ id: fc.uuid(), unitId: fc.constantFrom('卫健局', '人社局', '文旅局', null) }), {
  minLength: 1,
  maxLength: 60,
  selector: ({ id }) => id,
});
const drawing = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 16 }),
  size: fc.integer({ min: 1, max: 80 }),
  byUnit: fc.boolean(),
});

test('the same seed draws the same sample, in whatever order the reports are read', () => {
  fc.assert(
    fc.property(population, drawing, fc.integer(), (rows, how, turn) => {
      const turned = rows.toSorted((a, b) => (Math.sin(turn + a.id.charCodeAt(0)) > Math.sin(turn + b.id.charCodeAt(1)) ? 1 : -1));
      assert.deepEqual(drawSample(turned, how), drawSample(rows, how));
    }),
  );
});

test('a sample has the size asked for, or everything, and nothing twice', () => {
  fc.assert(
    fc.property(population, drawing, (rows, how) => {
      const drawn = drawSample(rows, how);
      assert.equal(drawn.length, Math.min(how.size, rows.length));
      assert.equal(new Set(drawn).size, drawn.length);
      assert.ok(drawn.every((id) => rows.some((row) => row.id === id)));
    }),
  );
});

test('drawn by unit, each unit is drawn once at least where that many are drawn, and none much beyond its share', () => {
  fc.assert(
    fc.property(population, drawing, (rows, how) => {
      const units = Map.groupBy(rows, ({ unitId }) => unitId);
      const drawn = new Set(drawSample(rows, { ...how, byUnit: true }));
      const counts = [...units.values()].map((own) => [own.filter(({ id }) => drawn.has(id)).length, own.length] as const);
      if (how.size >= units.size) assert.ok(counts.every(([count]) => count >= 1));
      for (const [count, own] of counts) assert.ok(count <= Math.max(1, Math.ceil((own / rows.length) * drawn.size)), `${count} of ${own}`);
    }),
  );
});

test('lots fall evenly: over many seeds each of ten reports is drawn about as often', () => {
  const rows: Drawable[] = Array.from({ length: 10 }, (_, i) => ({ id: `report-${i}`, unitId: null }));
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed++) {
    for (const id of drawSample(rows, { seed: `s${seed}`, size: 3, byUnit: false })) times.set(id, (times.get(id) ?? 0) + 1);
  }

  for (const row of rows) assert.ok(Math.abs((times.get(row.id) ?? 0) - 600) < 90, `${row.id}: ${times.get(row.id)}`);
});
