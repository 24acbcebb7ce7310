import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicFour } from './public-four.ts';

const four = { services: 60_840, doses: 60_840, persons: 58_240, eligible: 57_000, couples: 0, openDuplicates: 0 };
const said = (change: Partial<typeof four>, gap: { ineligible: number; undecided: number; withoutEvidence: number }) =>
  publicFour({ ...four, ...change, ...gap });

test('the public reads what lies between the numbers and why, unless so few lie there that one would be known', () => {
  const gap = { ineligible: 900, undecided: 0, withoutEvidence: 340 };
  assert.deepEqual(said({}, gap), { services: 60_840, persons: 58_240, eligible: 57_000, gap });
  assert.deepEqual(said({ persons: 57_903 }, { ...gap, withoutEvidence: 3 }).gap, null, 'one reason is of three persons');
  assert.equal(said({ persons: 57_903 }, { ...gap, withoutEvidence: 3 }).persons, 57_903);
  assert.deepEqual(said({ persons: 57_004 }, { ineligible: 4, undecided: 0, withoutEvidence: 0 }), {
    ...{ services: 60_840, persons: null, eligible: 57_000, gap: null },
  });
  assert.equal(said({ services: 58_243 }, gap).services, null, 'three came twice');
  assert.deepEqual(said({ services: 57_000, persons: 57_000 }, { ineligible: 0, undecided: 0, withoutEvidence: 0 }).persons, 57_000);
});
