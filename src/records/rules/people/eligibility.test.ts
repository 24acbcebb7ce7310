import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dosesOf } from './doses.ts';
import { ageOn, EligibilityRule, judge, type PersonFacts } from './eligibility.ts';
import { dayOfSignIn } from './sign-in.ts';
import { coverageOf } from './suppress.ts';

const FACTS: PersonFacts = {
  onDay: '2026-03-05',
  birthOn: null,
  sex: null,
  isLocal: null,
  livesAlone: null,
  isAssisted: null,
  consent: null,
};
const rule = (groups: unknown, consentUnder14 = false) => EligibilityRule.parse({ groups, consentUnder14 });
const verdict = (it: EligibilityRule, facts: Partial<PersonFacts>) => judge(it, { ...FACTS, ...facts }).eligible;

test('hepatitis tests are for those of 7 to 60 on the day of the test', () => {
  const hbv = rule([[{ about: 'age', least: 7, most: 60 }]]);
  const born = ['2019-03-06', '2019-03-05', '1965-03-06', '1965-03-05'] as const;
  assert.deepEqual(
    born.map((birthOn) => verdict(hbv, { birthOn })),
    [false, true, true, false],
  );
  assert.equal(verdict(hbv, {}), null);
});

test('whoever is born on 29 February is a year older on 1 March', () => {
  assert.deepEqual([ageOn('2012-02-29', '2026-02-28'), ageOn('2012-02-29', '2026-03-01')], [13, 14]);
});

test('a couple that eats together is served only when old enough: 60 and alone, or 70, and of this village', () => {
  const meals = rule([
    [{ about: 'age', least: 60, most: null }, { about: 'alone' }, { about: 'local' }],
    [{ about: 'age', least: 70, most: null }, { about: 'local' }],
  ]);
  const couple = { livesAlone: false, isLocal: true } as const;
  assert.equal(verdict(meals, { ...couple, birthOn: '1960-01-01' }), false);
  assert.equal(verdict(meals, { ...couple, birthOn: '1956-03-05' }), true);
  assert.equal(verdict(meals, { livesAlone: null, isLocal: true, birthOn: '1960-01-01' }), null);
  assert.equal(verdict(meals, { livesAlone: true, isLocal: false, birthOn: '1940-01-01' }), false);
});

test('under fourteen a guardian has to agree; not knowing is not agreeing', () => {
  const hpv = rule(
    [
      [
        { about: 'sex', is: 'f' },
        { about: 'age', least: 13, most: null },
        { about: 'born', from: '2011-11-10' },
      ],
    ],
    true,
  );
  const girl = { sex: 'f', birthOn: '2012-12-01' } as const;
  assert.deepEqual(
    [true, false, null].map((consent) => verdict(hpv, { ...girl, consent })),
    [true, false, null],
  );
  assert.equal(verdict(hpv, { ...girl, onDay: '2026-12-02', consent: null }), true);
});

const TWO = { doses: 2, leastDays: 150, mostDays: 365 };

test('a dose counts after the one before it and no sooner than the interval', () => {
  const state = (given: Parameters<typeof dosesOf>[0], today: Parameters<typeof dosesOf>[2] = '2026-06-18') => dosesOf(given, TWO, today);
  assert.deepEqual(state([]).state, 'none');
  assert.deepEqual(state([{ doseNo: 1, on: '2026-01-10' }]), {
    state: 'partial',
    given: 1,
    nextFrom: '2026-06-09',
    nextBy: '2027-01-10',
    faults: [],
  });
  assert.equal(state([{ doseNo: 1, on: '2025-01-10' }]).state, 'overdue');
  assert.equal(
    state([
      { doseNo: 2, on: '2026-06-10' },
      { doseNo: 1, on: '2026-01-10' },
    ]).state,
    'complete',
  );
  assert.deepEqual(state([{ doseNo: 2, on: '2026-01-10' }]), {
    state: 'none',
    given: 0,
    nextFrom: null,
    nextBy: null,
    faults: [{ doseNo: 2, on: '2026-01-10', kind: 'before-first' }],
  });
  assert.deepEqual(
    state([
      { doseNo: 1, on: '2026-01-10' },
      { doseNo: 2, on: '2026-02-10' },
    ]).faults,
    [{ doseNo: 2, on: '2026-02-10', kind: 'too-early' }],
  );
});

test('an estimated whole carries a range, a counted one a share', () => {
  assert.deepEqual(coverageOf(204, { total: 3600, isEstimate: true }), { from: 5, to: 7 });
  assert.deepEqual(coverageOf(50, { total: 200, isEstimate: false }), { from: 25, to: 25 });
  assert.deepEqual(
    coverageOf(390_000, { total: 400_000, isEstimate: true }),
    { from: 88, to: 109 },
    'what is over a hundred is not cut off unsaid',
  );
  assert.deepEqual(coverageOf(475, { total: 380, isEstimate: false }), { from: 125, to: 125 });
});

test('a phone whose clock is a year off is sent to the paper list; one that was without network keeps its day', () => {
  const now = new Date('2026-06-18T04:00:00Z');
  const day = (at: string) => dayOfSignIn({ way: 'phone', at, deviceAt: at }, { today: '2026-06-18', now });
  assert.deepEqual(day('2026-06-18T03:59:00Z'), { ok: true, value: '2026-06-18' });
  assert.deepEqual(day('2026-06-16T04:00:00Z'), { ok: true, value: '2026-06-16' });
  assert.deepEqual(day('2025-06-18T04:00:00Z').ok, false);
  assert.deepEqual(day('2027-06-18T04:00:00Z').ok, false);
});
