import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { UnitFacts } from './facts.ts';
import { scoreUnits } from './score.ts';
import { DEFAULT_SHEET, type ScoreSheet } from './sheet.ts';
import { aLightFact, aPromiseFact, aUnit, QUARTER_END } from './telling-facts.ts';

const DOUBLING: ScoreSheet = { ...DEFAULT_SHEET, deductions: DEFAULT_SHEET.deductions.map((it) => ({ ...it, doubles: true, most: null })) };
const LIGHTS = ['red', 'yellow', 'green'] as const;
const MONTHS = ['2026-04', '2026-05', '2026-06'];
const quantity = fc.double({ min: 0, max: 1e6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const difficulty = fc.double({ min: 0.5, max: 3, noNaN: true });
const late = fc.integer({ min: -20, max: 20 });
const on = (days: number): CivilDate => addDays('2026-06-01', days);

const facts: fc.Arbitrary<UnitFacts> = fc
  .record({
    promises: fc.array(fc.record({ done: quantity, expected: quantity, difficulty, verifiedShare: share }), { minLength: 1, maxLength: 6 }),
    lights: fc.array(fc.constantFrom(...LIGHTS), { maxLength: 6 }),
    reporting: fc.array(fc.record({ due: fc.integer({ min: 1, max: 20 }), share }), { maxLength: 3 }),
    days: fc.array(late, { maxLength: 4 }),
    points: fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 3 }),
  })
  .map(({ promises, lights, reporting, days, points }) =>
    aUnit({
      promises: promises.map((it, i) => aPromiseFact({ ...it, promiseId: `p${i}`, light: 'yellow' })),
      lights: lights.map((light, i) => aLightFact({ promiseId: `p${i % 2}`, month: MONTHS[i % 3]!, light, difficulty: 1 + i })),
      reporting: reporting.map((it, i) => ({ period: MONTHS[i]!, due: it.due, onTime: Math.floor(it.due * it.share) })),
      orders: days.map((it, i) => ({ orderId: `o${i}`, no: `${i}`, matter: '事项', dueOn: '2026-06-01', settledOn: on(it) })),
      mismatches: days.map((it, i) => ({ verdictId: `v${i}`, promiseId: `p${i}`, title: '数', dueOn: '2026-06-01', correctedOn: on(it) })),
      milestones: days.map((it, i) => ({ activityId: `a${i}`, title: '开工', project: '路', dueOn: '2026-06-01', finishedOn: on(it) })),
      entries: points.map((it, i) => ({
        ...{ entryId: `e${i}`, lineKey: 'quality', points: it, text: '抽查', evidence: ['x'], enteredBy: '甲', enteredOn: QUARTER_END },
      })),
    }),
  );

const totalOf = (unit: UnitFacts, sheet: ScoreSheet = DOUBLING) => scoreUnits(sheet, { asOf: QUARTER_END, units: [unit] })[0]!.total!;

test('no order of facts changes a score', () => {
  const shuffled = facts.chain((it) => {
    const of = <Fact>(rows: readonly Fact[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
    return fc
      .record({
        promises: of(it.promises),
        lights: of(it.lights),
        reporting: of(it.reporting),
        orders: of(it.orders),
        mismatches: of(it.mismatches),
        milestones: of(it.milestones),
        entries: of(it.entries),
      })
      .map((other) => [it, { ...it, ...other }] as const);
  });

  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const score = (unit: UnitFacts) => scoreUnits(DOUBLING, { asOf: QUARTER_END, units: [unit] });
      assert.deepEqual(score(other), score(one));
    }),
  );
});

test('a better fact never lowers a score: more done, a better light, in time, verified, corrected, fewer late', () => {
  const better: readonly ((it: UnitFacts, n: number, amount: number) => UnitFacts)[] = [
    (it, n, amount) => ({
      ...it,
      promises: it.promises.map((row, i) => (i === n % it.promises.length ? { ...row, done: row.done! + amount } : row)),
    }),
    (it, n) => ({
      ...it,
      promises: it.promises.map((row, i) => (i === n % it.promises.length ? { ...row, light: 'closed' } : row)),
    }),
    (it, n, amount) => ({
      ...it,
      promises: it.promises.map((row, i) =>
        i === n % it.promises.length ? { ...row, verifiedShare: Math.min(1, row.verifiedShare! + amount) } : row,
      ),
    }),
    (it, n) => ({
      ...it,
      lights: it.lights.map((row, i) => (i === n % it.lights.length ? { ...row, light: row.light === 'red' ? 'yellow' : 'green' } : row)),
    }),
    (it, n) => ({
      ...it,
      reporting: it.reporting.map((row, i) =>
        i === n % it.reporting.length ? { ...row, onTime: Math.min(row.due, row.onTime + 1) } : row,
      ),
    }),
    (it, n) => ({ ...it, orders: it.orders.map((row, i) => (i === n % it.orders.length ? { ...row, settledOn: row.dueOn } : row)) }),
    (it, n) => ({
      ...it,
      milestones: it.milestones.map((row, i) => (i === n % it.milestones.length ? { ...row, finishedOn: row.dueOn } : row)),
    }),
    (it, n) => ({
      ...it,
      mismatches: it.mismatches.map((row, i) => (i === n % it.mismatches.length ? { ...row, correctedOn: row.dueOn } : row)),
    }),
    (it) => ({ ...it, mismatches: [] }),
    (it, n, amount) => ({
      ...it,
      entries: it.entries.map((row, i) => (i === n % it.entries.length ? { ...row, points: row.points + amount } : row)),
    }),
  ];

  fc.assert(
    fc.property(facts, fc.nat(20), fc.nat(better.length - 1), quantity, (it, n, which, amount) => {
      assert.ok(totalOf(better[which]!(it, n, amount)) >= totalOf(it), `improvement ${which}`);
    }),
    { numRuns: 500 },
  );
});

test('a score stays between nothing and a hundred with its bonuses', () => {
  fc.assert(
    fc.property(facts, (it) => {
      const total = totalOf(it);
      assert.ok(total >= 0 && total <= 100 + DEFAULT_SHEET.bonusMost);
    }),
  );
});
