import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxBetween, CORNERS, drawn, MIDDLE, moved, resized, undone } from './covering.ts';
import { CoverBox } from './pictures.ts';

const number = fc.integer({ min: -20_000, max: 20_000 });
const point = fc.record({ x: number, y: number });

test('whatever is drawn, dragged or pulled at a corner, the box stays whole within the picture', () => {
  fc.assert(
    fc.property(point, point, point, fc.constantFrom(...CORNERS), (a, b, by, corner) => {
      const box = boxBetween(a, b);
      for (const it of [box, moved(box, by), resized(box, corner, by)]) assert.ok(CoverBox.safeParse(it).success, JSON.stringify(it));
    }),
  );
});

test('a corner that is pulled moves its two sides and leaves the other two', () => {
  const box = { x: 2_000, y: 3_000, width: 1_000, height: 1_000 };

  assert.deepEqual(resized(box, 'left-top', { x: -500, y: 200 }), { x: 1_500, y: 3_200, width: 1_500, height: 800 });
  assert.deepEqual(resized(box, 'right-bottom', { x: -500, y: 200 }), { x: 2_000, y: 3_000, width: 500, height: 1_200 });
});

test('each step can be undone, one after the other, and at the beginning nothing happens any more', () => {
  const start = { boxes: [], earlier: [] };
  const two = drawn(drawn(start, [MIDDLE]), [MIDDLE, MIDDLE]);

  assert.deepEqual([undone(two).boxes, undone(undone(two)), undone(undone(undone(two)))], [[MIDDLE], start, start]);
});
