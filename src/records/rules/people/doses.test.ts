import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import { type CountedLine, columnsOf } from './columns.ts';
import { dosesOf } from './doses.ts';
import { rootsOf } from './four-numbers.ts';
import { makeWalk } from './selection.ts';
import { PeopleSpec } from './spec.ts';
import { EVERYBODY } from './verdict.ts';

const SERIES = { doses: 3, leastDays: 30, mostDays: 100 } as const;
const FIRST = { doseNo: 1, on: '2026-01-01' } as const;

test('on the last day for the next dose nobody is overdue, the day after she is', () => {
  const { nextBy } = dosesOf([FIRST], SERIES, '2026-01-01');
  const stateOn = (today: CivilDate) => dosesOf([FIRST], SERIES, today).state;

  assert.equal(nextBy, '2026-04-11');
  assert.deepEqual([stateOn('2026-04-11'), stateOn('2026-04-12')], ['partial', 'overdue']);
});

test('a dose given on the day on which the interval is over counts, one given the day before does not', () => {
  const given = (on: CivilDate) => dosesOf([FIRST, { doseNo: 2, on }], SERIES, '2026-02-01');
  const { nextFrom } = dosesOf([FIRST], SERIES, '2026-02-01');

  assert.equal(nextFrom, '2026-01-31');
  assert.deepEqual([given('2026-01-31').given, given('2026-01-31').faults], [2, []]);
  assert.deepEqual([given('2026-01-30').given, given('2026-01-30').faults], [1, [{ doseNo: 2, on: '2026-01-30', kind: 'too-early' }]]);
});

/** Doses one after another, each about an interval after the one before it: the next of the series, or any. */
const given = fc
  .array(
    fc.record({
      doseNo: fc.oneof(fc.constant('next'), fc.integer({ min: 1, max: SERIES.doses })),
      days: fc.constantFrom(SERIES.leastDays - 1, SERIES.leastDays, SERIES.leastDays + 1),
    }),
    { maxLength: 5 },
  )
  .map((steps) => {
    const dated: { readonly doseNo: number; readonly on: CivilDate }[] = [];
    for (const { doseNo, days } of steps) {
      const before = dated.at(-1) ?? { doseNo: 0, on: '2025-12-01' };
      dated.push({ doseNo: doseNo === 'next' ? (before.doseNo % SERIES.doses) + 1 : Number(doseNo), on: addDays(before.on, days) });
    }
    return dated;
  });

const aLine = (person_no: number, { doseNo, on }: { readonly doseNo: number; readonly on: CivilDate }, row_no: number): CountedLine => ({
  ...{ person_no, row_no, on_day: on, dose_no: doseNo, slot: '', quantity: 1, area_id: 'a', has_evidence: true, couple_no: null },
  ...{ birth_on: null, sex: null, is_local: null, lives_alone: null, is_assisted: null, consent: null },
});

const asked = fc.record({
  doseNo: fc.constantFrom(null, 1, 2, 3),
  from: fc.integer({ min: 0, max: 70 }),
  length: fc.integer({ min: 0, max: 150 }),
  isOnePerson: fc.boolean(),
});

test('the doses that a figure counts are those that a person’s own standing counts, at and around the interval, whatever the period', () => {
  fc.assert(
    fc.property(given, given, asked, (one, other, { doseNo, from, length, isOnePerson }) => {
      const [begin, end] = [addDays('2026-01-01', from), addDays('2026-01-01', from + length)];
      const lines = [...one.map((it, i) => aLine(1, it, i)), ...other.map((it, i) => aLine(2, it, 100 + i))];
      const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: '01a20596-cb80-7d3d-bda6-28c390a0e1fa', counts: 'doses', doseNo });
      const walk = makeWalk({
        ...{ spec, span: { from: dayNumber(begin), until: dayNumber(end) }, scope: null, townshipOf: new Map() },
        roots: rootsOf(isOnePerson ? [{ personNo: 1, otherNo: 2 }] : []),
        ...{ verdict: EVERYBODY, needsEvidence: false, leastDays: SERIES.leastDays },
      });
      const found: string[] = [];
      const half = Math.floor(lines.length / 2);
      walk(
        [columnsOf({ importNo: 1, chunkNo: 0 }, lines.slice(half)), columnsOf({ importNo: 1, chunkNo: 1 }, lines.slice(0, half))],
        (it) => {
          for (let n = 0; n < it.count; n++) found.push(`${it.columns.doses[it.lines[n]!]} ${it.columns.rowNos[it.lines[n]!]}`);
        },
      );
      const standing = (who: readonly CountedLine[]) => {
        const until = who.filter((it) => it.on_day <= end);
        const { faults } = dosesOf(
          until.map((it) => ({ doseNo: it.dose_no, on: it.on_day })),
          SERIES,
          end,
        );
        return until.filter((it) => !faults.some((fault) => fault.doseNo === it.dose_no && fault.on === it.on_day));
      };
      const counted = isOnePerson ? standing(lines) : [1, 2].flatMap((no) => standing(lines.filter((it) => it.person_no === no)));
      const expected = counted.filter((it) => it.on_day >= begin && (doseNo === null || it.dose_no === doseNo));
      assert.deepEqual(found.sort(), expected.map((it) => `${it.dose_no} ${it.row_no}`).sort());
    }),
    { numRuns: 500 },
  );
});
