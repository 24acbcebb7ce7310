import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicFour } from './public-four.ts';

const four = { services: 60_840, doses: 60_840, persons: 58_240, eligible: 57_000, couples: 0, openDuplicates: 0 };
const said = (change: Partial<typeof four>, gap: { ineligible: number; undecided: number; withoutEvidence: number }) =>
  publicFour({ ...four, ...change, ...gap }, { counts: 'eligible', isInDoses: false });

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

test('who came once and is not eligible is as few among the services as among the persons', () => {
  const { services, persons } = said({ services: 57_003, persons: 57_003 }, { ineligible: 3, undecided: 0, withoutEvidence: 0 });
  assert.deepEqual([services, persons], [null, null]);
});

test('of a service in doses the doses stand with the other numbers, unless fewer than five lie between them and one that is told', () => {
  const gap = { ineligible: 0, undecided: 0, withoutEvidence: 0 };
  const inDoses = (change: Partial<typeof four>) =>
    publicFour({ ...four, persons: 206, eligible: 206, ...change, ...gap }, { counts: 'eligible', isInDoses: true });

  assert.deepEqual(inDoses({ services: 265, doses: 265 }), { services: 265, doses: 265, persons: 206, eligible: 206, gap });
  assert.deepEqual(inDoses({ services: 265, doses: 263 }), { services: 265, doses: null, persons: 206, eligible: 206, gap });
  assert.equal(inDoses({ services: 270, doses: 208 }).doses, null, 'two persons had a second dose');
  assert.equal('doses' in said({}, { ...gap }), false, 'no service in doses, no doses');
});

test('the number that counts is on the page anyway, so that what lies too near to it is held back in its place', () => {
  const near = { ...four, services: 210, doses: 210, persons: 206, eligible: 206, ineligible: 0, undecided: 0, withoutEvidence: 0 };

  const { services, persons, eligible } = publicFour(near, { counts: 'services', isInDoses: false });
  assert.deepEqual([services, persons, eligible], [210, null, null]);
  assert.deepEqual(publicFour({ ...near, services: 300 }, { counts: 'doses', isInDoses: true }), {
    ...{ services: 300, doses: 210, persons: null, eligible: null, gap: null },
  });
});
