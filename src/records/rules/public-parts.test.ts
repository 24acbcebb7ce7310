import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PeopleSpec } from './people/spec.ts';
import { publicParts } from './public-parts.ts';

const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: crypto.randomUUID(), counts: 'eligible', doseNo: 1 });
const seriesOf = (numerator: number, doses: number, complete: number, change: Partial<Parameters<typeof publicParts>[1]> = {}) =>
  publicParts(spec, {
    ...{
      versionNo: 1,
      since: '2026-01-01' as const,
      versions: [],
      numerator,
      parts: { byPlace: [], byMonth: [] },
      areaNames: new Map(),
      whole: null,
    },
    ...{ series: { doses, complete }, four: null, ...change },
  }).series;

test('who has the full series is said beside the dose that counts, unless so few have it, or lack it, that one would be known', () => {
  assert.deepEqual(seriesOf(204, 2, 59), { doseNo: 1, doses: 2, complete: 59 });
  assert.deepEqual(seriesOf(204, 2, 0)?.complete, 0);
  for (const complete of [1, 4, 200, 203]) assert.equal(seriesOf(204, 2, complete)?.complete, null, String(complete));
  assert.equal(seriesOf(204, 1, 0), undefined, 'a service without doses has no series');
});

test('of doses that are counted the persons beside them tell as much: who has the full series is held back where one to four of any printed number lack it', () => {
  const four = { services: 198, persons: 100, eligible: 100, gap: null };
  const completeOf = (complete: number, change: Partial<typeof four> = {}) =>
    seriesOf(198, 2, complete, { four: { ...four, ...change } })?.complete;

  assert.equal(completeOf(98), null, 'two of a hundred persons lack the second dose');
  assert.equal(completeOf(96), null);
  assert.equal(completeOf(95), 95);
  assert.equal(completeOf(95, { eligible: 98 }), null, 'three of those who are eligible');
  assert.equal(completeOf(100), 100, 'all have it');
});
