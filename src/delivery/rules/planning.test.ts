import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueAt } from './curve.ts';
import { aPromise, aTrajectory } from './fixtures.ts';
import { checkShape, finishOf, lockPlan } from './planning.ts';
import { canonicalTrajectory, curveOf, flagsOf, type Shape, trajectoryOn } from './trajectory.ts';

const period = { from: '2026-01-01', to: '2026-12-31' } as const;
const promise = aPromise();
const step = (id: string, weight: number, dueOn: '2026-03-31' | '2026-09-30') => ({ id, title: id, weight, dueOn });
const refusalOf = (shape: Shape, it = promise) => {
  const checked = checkShape(shape, it, period);
  return checked.ok ? null : checked.refusal.kind;
};

test('a plan fits its measure, stays in the period, never falls and ends at the target', () => {
  const points = (...values: readonly (readonly [`2026-${number}-${number}`, number])[]): Shape => ({
    kind: 'points',
    points: values.map(([on, value]) => ({ on, value })),
  });
  const milestones: Shape = { kind: 'milestones', steps: [step('a', 100, '2026-03-31')] };

  assert.equal(refusalOf({ kind: 's-curve' }), null);
  assert.equal(refusalOf(points(['2026-06-30', 5], ['2026-12-31', 15])), null);
  assert.equal(refusalOf(points(['2026-06-30', 5], ['2026-12-31', 14])), 'target-not-reached');
  assert.equal(refusalOf(points(['2026-06-30', 9], ['2026-09-30', 5], ['2026-12-31', 15])), 'plan-falls');
  assert.equal(refusalOf({ kind: 'season', from: '2026-11-01', to: '2026-05-01' }), 'season-reversed');
  assert.equal(refusalOf({ kind: 'season', from: '2025-12-31', to: '2026-05-01' } as Shape), 'outside-period');
  assert.equal(refusalOf(milestones), 'wrong-shape');
  assert.equal(refusalOf(milestones, aPromise({ measure: 'milestone-set' })), null);
  assert.equal(refusalOf({ kind: 'line' }, aPromise({ measure: 'milestone-set' })), 'wrong-shape');
  assert.equal(refusalOf({ kind: 'line' }, aPromise({ direction: 'lower' })), 'wrong-shape');
  assert.equal(refusalOf({ kind: 'line' }, aPromise({ target: null })), 'no-target-to-plan');
});

test('the weights of milestones add up to a hundred per cent, or the plan says what they add up to', () => {
  const set = aPromise({ measure: 'milestone-set' });
  const of = (...weights: readonly number[]) =>
    checkShape({ kind: 'milestones', steps: weights.map((it, i) => step(String(i), it, '2026-03-31')) }, set, period);

  assert.equal(of(40, 60).ok, true);
  assert.equal(of(33.3, 33.3, 33.4).ok, true);
  assert.deepEqual(of(40, 50), { ok: false, refusal: { kind: 'weights-not-whole', sum: 90 } });
  assert.deepEqual(of(60, 60), { ok: false, refusal: { kind: 'weights-not-whole', sum: 120 } });
  assert.deepEqual(of(33.3, 33.3, 33.3), { ok: false, refusal: { kind: 'weights-not-whole', sum: 99.9 } });
});

test('a plan that puts the work off is flagged: under 40 % by mid-year, over 30 % in the last two months', () => {
  const flags = (shape: Shape) => flagsOf(aTrajectory({ shape, finishOn: finishOf(shape, promise, period) }), period).map((it) => it.kind);
  const season = (from: '2026-05-01' | '2026-07-01', to: '2026-10-31' | '2026-12-31'): Shape => ({ kind: 'season', from, to });
  const by = (june: number, october: number): Shape => ({
    kind: 'points',
    points: [
      { on: '2026-06-30', value: june },
      { on: '2026-10-31', value: october },
      { on: '2026-12-31', value: 15 },
    ],
  });

  assert.deepEqual(flags({ kind: 'line' }), []);
  assert.deepEqual(flags({ kind: 's-curve' }), []);
  assert.deepEqual(flags(season('2026-05-01', '2026-10-31')), ['late-start']);
  assert.deepEqual(flags(season('2026-07-01', '2026-12-31')), ['late-start', 'late-finish']);
  assert.deepEqual(flags(by(6, 10.5)), []);
  assert.deepEqual(flags(by(5.99, 10.49)), ['late-start', 'late-finish']);
});

test('approved before the period a plan starts with it from zero, approved later on the approval day from what was done', () => {
  const proposed = aTrajectory({ state: 'proposed', approvedBy: null, approvedOn: null, digest: null });
  const lockedOn = (today: '2025-12-28' | '2026-06-18', done: number | null) => lockPlan(proposed, { promise, period, today, done });

  const early = lockedOn('2025-12-28', null);
  const late = lockedOn('2026-06-18', 8);
  const unknown = lockedOn('2026-06-18', null);

  assert.deepEqual(early.ok && [early.value.startsOn, early.value.base], ['2026-01-01', 0]);
  assert.deepEqual(late.ok && [late.value.startsOn, late.value.base], ['2026-06-18', 8]);
  assert.equal(late.ok && valueAt(curveOf(late.value), 0), 8);
  assert.equal(unknown.ok ? null : unknown.refusal.kind, 'no-value-on-start-day');
  assert.equal(late.ok && lockPlan({ ...late.value, state: 'approved' }, { promise, period, today: '2026-06-18', done: 8 }).ok, false);
});

test('a plan without time left, or of something already done, is not locked', () => {
  const proposed = aTrajectory({ state: 'proposed', shape: { kind: 'season', from: '2026-03-01', to: '2026-06-18' } });
  const reached = lockPlan(aTrajectory({ state: 'proposed' }), { promise, period, today: '2026-06-18', done: 15 });
  const over = lockPlan(proposed, { promise, period, today: '2026-06-18', done: 3 });

  assert.deepEqual(
    [reached, over].map((it) => (it.ok ? null : it.refusal.kind)),
    ['already-reached', 'plan-over'],
  );
});

test('a day keeps the plan that was in force on it', () => {
  const versions = [
    aTrajectory({ version: 1 }),
    aTrajectory({ version: 2, startsOn: '2026-06-01' }),
    aTrajectory({ version: 3, startsOn: '2026-06-02', state: 'proposed' }),
  ];

  assert.deepEqual(
    (['2025-12-31', '2026-05-31', '2026-06-01', '2026-06-18'] as const).map((day) => trajectoryOn(versions, day)?.version ?? null),
    [null, 1, 2, 2],
  );
});

test('steps of a set are expected on the evening of their day, those that were due before the start from its first one', () => {
  const shape: Shape = { kind: 'milestones', steps: [step('b', 3, '2026-09-30'), step('a', 1, '2026-03-31')] };
  const drawn = aTrajectory({ shape, target: 100, startsOn: '2026-06-01', finishOn: '2026-09-30' });
  const whole = aTrajectory({ shape, target: 100, finishOn: '2026-09-30' });

  assert.deepEqual(
    [0, 1, 121, 122].map((day) => valueAt(curveOf(drawn), day)),
    [25, 25, 25, 100],
  );
  assert.deepEqual(
    [0, 89, 90, 272, 273].map((day) => valueAt(curveOf(whole), day)),
    [0, 0, 25, 25, 100],
  );
});

test('the text that is locked is the same whatever the order of its members, and another for any other plan', () => {
  const plan = aTrajectory({ shape: { kind: 'season', from: '2026-05-01', to: '2026-10-31' } });
  const turned = { ...plan, shape: { to: '2026-10-31', from: '2026-05-01', kind: 'season' } } as const;

  assert.equal(canonicalTrajectory(plan), canonicalTrajectory(turned));
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 1e6 }), (target) =>
      assert.notEqual(canonicalTrajectory(plan), canonicalTrajectory({ ...plan, target })),
    ),
  );
});
