import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { round } from '#/kernel/format.ts';
import { boardOf } from './board.ts';
import { dayReached, straightLine, valueAt } from './curve.ts';
import { aBoardInput, aPromise, aReport, aTrajectory } from './fixtures.ts';
import { doneAtDeadline, neededADay, paceOf } from './pace.ts';
import type { PromiseStanding } from './standing.ts';
import type { Shape } from './trajectory.ts';

type Case = { target: number; done: number; measureUnit: string };
const hbv: Case = { target: 400_000, done: 57_000, measureUnit: '名' };
const hpv: Case = { target: 3_600, done: 204, measureUnit: '名' };
const fairs: Case = { target: 15, done: 8, measureUnit: '场' };
const firstAid: Case = { target: 6, done: 5, measureUnit: '场' };
const shows: Case = { target: 70, done: 0, measureUnit: '场' };

function standing(
  { target, done, measureUnit }: Case,
  shape?: Shape,
  finishOn: '2026-12-31' | '2026-10-31' = '2026-12-31',
): PromiseStanding {
  const promises = [aPromise({ target, measureUnit })];
  const reports = [aReport({ value: done, measureUnit })];
  const trajectories = shape === undefined ? [] : [aTrajectory({ shape, target, finishOn })];
  return boardOf(aBoardInput({ promises, reports, trajectories })).projects[0]!.promises[0]!;
}

function printed({ pace, light }: PromiseStanding) {
  assert.ok(pace);
  const expected = pace.expected >= 100 ? round(pace.expected) : round(pace.expected, 1);
  const days = round(pace.earnedDays, 1);
  const tspi = pace.tspi === null ? null : round(pace.tspi, 3);
  const effort = pace.effortRatio === null ? null : round(pace.effortRatio, pace.effortRatio < 1 ? 2 : 1);
  return [expected, round(pace.gapPoints, 1), days, round(pace.spi, 3), tspi, pace.forecastOn, round(doneAtDeadline(pace)), effort, light];
}

test('the worked table of 18 June 2026 comes out to the printed digits', () => {
  assert.deepEqual(
    [hbv, hpv, fairs, firstAid, shows].map((it) => printed(standing(it))),
    [
      [185_205, -32.1, 52.0, 0.308, 1.597, '2029-03-31', 123_107, 5.2, 'red'],
      [1_667, -40.6, 20.7, 0.122, 1.757, '2034-03-02', 441, 14.4, 'red'],
      [6.9, 7.0, 194.7, 1.152, 0.869, '2026-11-13', 17, 0.75, 'green'],
      [2.8, 37.0, 304.2, 1.8, 0.31, '2026-07-22', 11, 0.17, 'green'],
      [32.4, -46.3, 0, 0, 1.862, null, 0, null, 'red'],
    ],
  );
});

test('the sentence beside the table: 117 and 148 days behind, 1,750 a day and 17.3 a day from now on', () => {
  const behind = [hbv, hpv].map((it) => round(standing(it).pace!.behindDays));
  const needed = [hbv, hpv].map((it) => round(neededADay(it.target, it.done, 365 - 169), 1));

  assert.deepEqual(behind, [117, 148]);
  assert.deepEqual(needed, [1_750, 17.3]);
});

test('on a smooth S-curve the tests and the doses are still red', () => {
  const [tests, doses] = [hbv, hpv].map((it) => standing(it, { kind: 's-curve' }));

  assert.equal(round(tests!.pace!.expected / 4_000, 1), 44.5);
  assert.deepEqual(printed(tests!).slice(1, 5), [-30.2, 86.7, 0.513, 1.42]);
  assert.deepEqual(printed(doses!).slice(2, 5), [52.8, 0.312, 1.593]);
  assert.deepEqual([tests!.light, doses!.light], ['red', 'red']);
});

test('shows planned for May to October are red at zero, planned for July to October they are not yet due', () => {
  const spring = standing(shows, { kind: 'season', from: '2026-05-01', to: '2026-10-31' }, '2026-10-31');
  const summer = standing(shows, { kind: 'season', from: '2026-07-01', to: '2026-10-31' }, '2026-10-31');

  assert.equal(round(spring.pace!.expected, 1), 18.6);
  assert.equal(round(spring.pace!.gapPoints, 1), -26.6);
  assert.equal(spring.pace!.tspi, 184 / 135);
  assert.equal(spring.light, 'red');
  assert.deepEqual([summer.pace!.expected, summer.light], [0, 'white']);
});

test('a purchase in one step is not due before its day and red after it', () => {
  const insurance = { target: 16_000, done: 0, measureUnit: '名' };
  const onDay = (on: '2026-06-17' | '2026-06-18' | '2026-09-01') => standing(insurance, { kind: 'steps', steps: [{ on, value: 16_000 }] });

  assert.deepEqual([onDay('2026-09-01').light, onDay('2026-06-18').light, onDay('2026-06-17').light], ['white', 'red', 'red']);
});

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const curves = fc.oneof(
  fc.tuple(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 500_000 })).map(([days, to]) => straightLine(days, to)),
  fc
    .tuple(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 500_000 }))
    .map(([lastDay, to]) => ({ kind: 's-curve', lastDay, from: 0, to }) as const),
  fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 12 }).map((rises) => {
    const days = [0];
    const values = [0];
    for (const [length, rise] of rises) {
      days.push(days.at(-1)! + length);
      values.push(values.at(-1)! + rise);
    }
    return { kind: 'points', days, values } as const;
  }),
);

test('the earned day is the inverse of the plan on every curve that rises', () => {
  fc.assert(
    fc.property(curves, share, (curve, at) => {
      const last = curve.kind === 's-curve' ? curve.lastDay : curve.days.at(-1)!;
      const day = at * last;

      const back = dayReached(curve, valueAt(curve, day), 0);

      assert.ok(Math.abs(back - day) < 1e-4 * last, `${back} is not ${day}`);
    }),
  );
});

test('on the default line the earned days are the share done of the planned days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400_000 }), share, (target, part) => {
      const done = part * target;
      const base = { startsOn: '2026-01-01', plannedDays: 365, asOf: '2026-06-18', points: [], recentWeeks: 8 } as const;

      const pace = paceOf({ ...base, curve: straightLine(365, target), target, done })!;

      assert.ok(Math.abs(pace.earnedDays - part * 365) < 1e-6);
    }),
  );
});

test('who stands where a resting plan stands is neither ahead nor behind', () => {
  const winterStop = { kind: 'points', days: [0, 100, 200, 300], values: [0, 50, 50, 100] } as const;

  assert.deepEqual(
    [90, 150, 250].map((day) => dayReached(winterStop, 50, day)),
    [100, 150, 200],
  );
});

test('the recent speed is taken from the last eight weeks only when two reports lie in them', () => {
  const input = {
    curve: straightLine(365, 100),
    startsOn: '2026-01-01',
    plannedDays: 365,
    target: 100,
    done: 40,
    asOf: '2026-06-18',
    recentWeeks: 8,
  } as const;
  const older = { on: '2026-03-01', value: 10 } as const;
  const may = { on: '2026-05-09', value: 30 } as const;
  const june = { on: '2026-06-18', value: 40 } as const;

  const one = paceOf({ ...input, points: [older, june] })!.effortRatio!;
  const two = paceOf({ ...input, points: [older, may, june] })!.effortRatio!;

  assert.equal(round(one, 6), round(60 / 196 / (40 / 169), 6));
  assert.equal(round(two, 6), round(60 / 196 / (10 / 40), 6));
});

test('nothing done, or a speed that would end after the year 9999, gives no forecast', () => {
  const input = { curve: straightLine(365, 4e8), startsOn: '2026-01-01', plannedDays: 365, target: 4e8, asOf: '2026-06-18' } as const;
  const paces = [0, 1].map((done) => paceOf({ ...input, done, points: [], recentWeeks: 8 })!);

  assert.deepEqual(
    paces.map((it) => it.forecastOn),
    [null, null],
  );
});

test('before its first day a plan has no pace, from the deadline on no speed is needed any more', () => {
  const input = {
    curve: straightLine(10, 10),
    startsOn: '2026-06-01',
    plannedDays: 10,
    target: 10,
    done: 5,
    points: [],
    recentWeeks: 8,
  } as const;

  assert.equal(paceOf({ ...input, asOf: '2026-05-31' }), null);
  assert.deepEqual(
    (['2026-06-01', '2026-06-09', '2026-06-10', '2026-06-12'] as const).map((asOf) => paceOf({ ...input, asOf })?.tspi),
    [5 / 9, 5, null, null],
  );
});
