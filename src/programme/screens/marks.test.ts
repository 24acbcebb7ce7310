import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { segmentsOf } from './marks.ts';

test('the marked sentence reads as the printed one, whatever was marked in it', () => {
  const mark = fc.record({
    start: fc.integer({ min: -2, max: 30 }),
    end: fc.integer({ min: -2, max: 30 }),
    key: fc.string(),
    isPromise: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(mark), (text, marks) => {
      assert.equal(
        segmentsOf(text, marks)
          .map((segment) => segment.text)
          .join(''),
        text,
      );
    }),
  );
});

test('where two readings overlap the promise is shown', () => {
  const segments = segmentsOf('开展招聘会15场', [
    { start: 2, end: 9, key: 'scope', isPromise: false },
    { start: 5, end: 8, key: 'fairs', isPromise: true },
  ]);

  assert.deepEqual(
    segments.map(({ text, mark }) => [text, mark?.key ?? null]),
    [
      ['开展招聘会', null],
      ['15场', 'fairs'],
    ],
  );
});
