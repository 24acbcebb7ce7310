import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOfRoster, PEOPLE_COUNTS, type PeopleCount, PeopleSpec } from './people/spec.ts';
import { publicParts } from './public-parts.ts';

const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: crypto.randomUUID(), counts: 'eligible', doseNo: 1 });
const partsOf = (numerator: number, doses: number, complete: number, { counts, ...change }: Change = {}) =>
  publicParts(
    { ...spec, ...(counts && { counts }) },
    {
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
    },
  );
const seriesOf = (...asked: Parameters<typeof partsOf>) => partsOf(...asked).series;
type Change = Partial<Parameters<typeof publicParts>[1]> & { readonly counts?: PeopleCount };

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

test('where the number with the full series is held back, no two numbers that are printed differ by it', () => {
  const four = { services: 406, doses: 406, persons: 204, eligible: 204, gap: { ineligible: 0, undecided: 0, withoutEvidence: 0 } };
  for (const counts of PEOPLE_COUNTS) {
    const { series, four: told } = partsOf(four[counts], 2, 202, { counts, four });
    assert.equal(series?.complete, null, 'two girls lack the second dose');
    const { gap: _gap, ...numbers } = told!;
    const printed = [four[counts], ...Object.values(numbers)].filter((it) => it !== null);
    const differences = printed.flatMap((it) => printed.map((other) => it - other));
    assert.ok(!differences.includes(202), `${counts}: ${printed}`);
  }
  assert.deepEqual(partsOf(204, 2, 150, { four }).four, four, 'what is not held hides nothing else');
});

test('only persons are a share of a roster: meals, doses and couples are none', () => {
  const whole = { total: 120, isEstimate: false, asOf: '2026-06-01', source: '村委会' } as const;
  const coverageOf = (counts: PeopleCount) => partsOf(3000, 1, 0, { counts, whole }).coverage;
  assert.deepEqual([coverageOf('services'), coverageOf('doses')], [null, null]);
  assert.equal(partsOf(60, 1, 0, { counts: 'eligible', whole }).coverage?.from, 50);
  assert.deepEqual([countsOfRoster({ ...spec, of: 'couples' }), countsOfRoster({ ...spec, of: 'persons' })], [false, true]);
});
