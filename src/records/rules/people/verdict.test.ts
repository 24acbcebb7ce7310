import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { type CountedLine, columnsOf, decodeColumns, encodeColumns } from './columns.ts';
import { ageOn, Condition, type EligibilityRule, guarded, judge, type PersonFacts, type RuleVersion } from './eligibility.ts';
import { verdictBy } from './verdict.ts';

const FIRST = '1900-01-01';
const maybe = fc.option(fc.boolean(), { nil: null });
const years = fc.option(fc.integer({ min: 0, max: 110 }), { nil: null });
const service = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-01-01', days));

const yearsBefore = (on: CivilDate, years: number): CivilDate =>
  civilDate.parse(`${Number(on.slice(0, 4)) - years}-${on.slice(5) === '02-29' ? '02-28' : on.slice(5)}`);

/** Born at any time before the service, and often within days of a birthday, or on 29 February. */
const birthFor = (on: CivilDate) =>
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 42_000 }).map((days) => addDays(on, -days)),
    fc
      .tuple(fc.integer({ min: 0, max: 110 }), fc.integer({ min: -3, max: 3 }))
      .map(([age, days]) => addDays(yearsBefore(on, age), days))
      .filter((birthOn) => birthOn <= on),
    fc.constantFrom<CivilDate>('2012-02-29', '1964-02-29', '2016-02-29', '1904-02-29'),
  );

const facts: fc.Arbitrary<PersonFacts> = service.chain((onDay) =>
  fc.record({
    onDay: fc.constant(onDay),
    birthOn: birthFor(onDay),
    sex: fc.constantFrom('f' as const, 'm' as const, null),
    isLocal: maybe,
    livesAlone: maybe,
    isAssisted: maybe,
    consent: maybe,
  }),
);

const condition: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({ about: fc.constant('age'), least: years, most: years }),
    fc.record({ about: fc.constant('born'), from: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2025-01-01', -days)) }),
    fc.record({ about: fc.constant('sex'), is: fc.constantFrom('f', 'm') }),
    ...['local', 'alone', 'assisted'].map((about) => fc.record({ about: fc.constant(about) })),
  )
  .map((it) => Condition.parse(it));

const rule: fc.Arbitrary<EligibilityRule> = fc.record({
  groups: fc.array(fc.array(condition, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  consentUnder14: fc.boolean(),
});

const versions = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 3 }), fc.uniqueArray(service, { minLength: 3, maxLength: 3 }))
  .map(([rules, days]) => {
    const from = [FIRST, ...days.toSorted()] as CivilDate[];
    const said = { serviceKindId: '', reason: '', setBy: '', setOn: FIRST } as const;
    return rules.map((it, i): RuleVersion => ({ ...said, versionNo: i + 1, rule: it, from: from[i]! }));
  });

const TRUTHS = new Map<number, boolean | null>([
  [1, true],
  [0, null],
  [-1, false],
]);

const PLACE = { importNo: 1, chunkNo: 0 } as const;
const lineOf = (it: PersonFacts): CountedLine => ({
  ...{ person_no: 1, row_no: 1, on_day: it.onDay, birth_on: it.birthOn, couple_no: null, has_evidence: true, sex: it.sex },
  ...{ is_local: it.isLocal, lives_alone: it.livesAlone, is_assisted: it.isAssisted, consent: it.consent },
  ...{ area_id: 'a', slot: '', dose_no: 1, quantity: 1 },
});

test('where data is sensitive a child under fourteen counts with the guardians’ consent only, by every rule and by none; of everybody else the rule decides', () => {
  fc.assert(
    fc.property(fc.oneof(versions, fc.constant([])), fc.array(facts, { minLength: 40, maxLength: 40 }), (rules, persons) => {
      const block = columnsOf(PLACE, persons.map(lineOf));
      const asked = [...verdictBy(guarded(rules, true))(block)];
      const plain = [...verdictBy(guarded(rules, false))(block)];
      for (const [i, { birthOn, onDay, consent }] of persons.entries()) {
        const isChild = birthOn === null || ageOn(birthOn, onDay) < 14;
        if (!isChild) assert.equal(asked[i], plain[i]);
        else if (consent !== true) assert.notEqual(asked[i], 1);
      }
    }),
    { numRuns: 200 },
  );
});

test('the verdict on the lines of a block is the verdict of the rule, for all persons, rules in force and days', () => {
  fc.assert(
    fc.property(versions, fc.array(facts, { minLength: 40, maxLength: 40 }), (rules, persons) => {
      const block = decodeColumns(PLACE, encodeColumns(columnsOf(PLACE, persons.map(lineOf))));
      const truths = verdictBy(rules)(block);
      const said = persons.map((it) => judge(rules.findLast(({ from }) => from <= it.onDay)!.rule, it).eligible);
      assert.deepEqual(
        persons.map((_, i) => TRUTHS.get(truths[i]!)),
        said,
        JSON.stringify(rules.map(({ rule: one, from }) => [from, one])),
      );
    }),
    { numRuns: 400 },
  );
});
