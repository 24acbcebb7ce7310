import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayNumber } from '#/kernel/civil-date.ts';
import { agrees, groupsOf } from '../../test-groups.ts';
import { type Columns, type CountedLine, columnsOf } from './columns.ts';
import { settleAgainst, settleDuplicate } from './duplicates.ts';
import { rootsOf } from './four-numbers.ts';
import type { Basis } from './selection.ts';
import { PEOPLE_COUNTS, PeopleSpec } from './spec.ts';
import { lineNumbersOf, makeTally } from './tally.ts';
import { verdictBy } from './verdict.ts';

const PERSONS = 8;
const FROM = '2026-03-01';
const KIND = '01a20596-cb80-7d3d-bda6-28c390a0e1fa';
const maybe = fc.option(fc.boolean());

const line: fc.Arbitrary<CountedLine> = fc
  .record({
    person_no: fc.integer({ min: 1, max: PERSONS }),
    on_day: fc.integer({ min: 0, max: 5 }).map((days) => addDays(FROM, days)),
    dose_no: fc.integer({ min: 1, max: 2 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    area_id: fc.constantFrom('村甲', '镇乙'),
    has_evidence: fc.boolean(),
    lives_alone: maybe,
    couple_no: fc.option(fc.constantFrom(1, 2)),
  })
  .map((it) => ({ ...it, row_no: 1, slot: '', birth_on: null, sex: null, is_local: null, is_assisted: null, consent: null }));

const files = fc.array(fc.array(line, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 });
const inDisorder = <T>(all: readonly T[]) =>
  fc
    .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.array(fc.constantFrom(...all), { maxLength: 3 }))
    .map(([each, again]) => [...each, ...again]);

type Word = { readonly personNo: number; readonly otherNo: number; readonly decision: 'same' | 'different' | 'undone' };
const pair = fc
  .uniqueArray(fc.integer({ min: 1, max: PERSONS }), { minLength: 2, maxLength: 2 })
  .map((both) => ({ personNo: Math.min(...both), otherNo: Math.max(...both) }));
const word: fc.Arbitrary<Word> = fc
  .tuple(pair, fc.constantFrom('same', 'same', 'different', 'undone'))
  .map(([both, decision]) => ({ ...both, decision }));

/** The last word on each pair, as far as the rule let it be said. */
function heard(words: readonly Word[]): readonly Word[] {
  const last = new Map<string, Word>();
  for (const it of words) {
    const key = `${it.personNo} ${it.otherNo}`;
    const before = last.get(key);
    const standing = [...last.values()].filter(({ decision }) => decision !== 'undone').map((one) => ({ ...one, decidedBy: '联络员' }));
    const settled = settleDuplicate(it.decision, before && { ...before, decidedBy: '联络员' });
    if (!settled.ok) continue;
    const isAgreed = settleAgainst(it, standing).ok;
    assert.equal(isAgreed, agrees(it, standing));
    if (isAgreed) last.set(key, it);
  }
  return [...last.values()];
}

const columnsFor = (all: readonly (readonly CountedLine[])[]) => all.map((lines, chunkNo) => columnsOf({ importNo: 1, chunkNo }, lines));

/** All that is ever said of these lines: the four numbers and what lies between them, and each count by day and by place. */
function countsOf(blocks: readonly Columns[], words: readonly Word[]) {
  const basis = (counts: (typeof PEOPLE_COUNTS)[number], more = {}): Basis => ({
    spec: PeopleSpec.parse({ kind: 'people', serviceKindId: KIND, counts, ...more }),
    span: { from: dayNumber(FROM), until: dayNumber('2026-03-31') },
    scope: null,
    townshipOf: new Map([
      ['村甲', '镇甲'],
      ['镇乙', '镇乙'],
    ]),
    roots: rootsOf(words.filter(({ decision }) => decision === 'same')),
    verdict: verdictBy([{ from: '1900-01-01', rule: { groups: [[{ about: 'alone' }]], consentUnder14: false } }]),
    needsEvidence: true,
    leastDays: 2,
  });
  const tallied = [...PEOPLE_COUNTS.map((it) => basis(it)), basis('eligible', { doseNo: 2 }), basis('persons', { of: 'couples' })].map(
    (it) => {
      const tallying = makeTally(it);
      tallying.add(blocks);
      const { days, places } = tallying.end();
      return {
        days: days.map(({ on, count }) => [on, count]),
        places: places.map(({ areaId, numerator }) => [areaId, numerator]).sort(),
      };
    },
  );
  const withoutSeries = lineNumbersOf(blocks, { ...basis('persons'), leastDays: null });
  return { numbers: lineNumbersOf(blocks, basis('persons')), withoutSeries, tallied };
}

test('neither the order of lists nor their repetition changes any of the four numbers, or what a day or a place counts', () => {
  fc.assert(
    fc.property(
      files.chain((all) => fc.tuple(fc.constant(all), inDisorder(all), inDisorder(all[0]!))),
      fc.array(word, { maxLength: 6 }),
      ([all, disordered, rows], words) => {
        const known = countsOf(columnsFor(all), heard(words));
        assert.deepEqual(countsOf(columnsFor(disordered), heard(words)), known);
        assert.deepEqual(countsOf(columnsFor([...all.slice(1), rows]), heard(words)), known);
      },
    ),
    { numRuns: 300 },
  );
});

test('who is one with whom does not hang on the order in which it was said, and persons count as often as groups of them are left', () => {
  fc.assert(
    fc.property(
      files,
      fc
        .array(word, { maxLength: 8 })
        .chain((said) => fc.tuple(fc.constant(heard(said)), fc.shuffledSubarray([...heard(said)], { minLength: heard(said).length }))),
      (all, [words, shuffled]) => {
        const blocks = columnsFor(all);
        const counts = countsOf(blocks, words);
        assert.deepEqual(countsOf(blocks, shuffled), counts);
        assert.equal(counts.withoutSeries.persons, groupsOf([...new Set(all.flat().map((it) => it.person_no))], words));
      },
    ),
    { numRuns: 1000 },
  );
});

test('what was said and is taken back, in whatever order, leaves every number as it was', () => {
  fc.assert(
    fc.property(
      files,
      fc.array(word, { maxLength: 12 }).chain((said) => {
        const standing = heard(said).filter(({ decision }) => decision !== 'undone');
        return fc.tuple(fc.constant(said), fc.shuffledSubarray(standing, { minLength: standing.length }));
      }),
      (all, [said, standing]) => {
        const blocks = columnsFor(all);
        const undone = standing.map((it): Word => ({ ...it, decision: 'undone' }));
        const left = heard([...said, ...undone]);
        assert.ok(left.every(({ decision }) => decision === 'undone'));
        assert.deepEqual(countsOf(blocks, left), countsOf(blocks, []));
      },
    ),
    { numRuns: 300 },
  );
});
