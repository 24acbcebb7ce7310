import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardOf, worstFirst } from './board.ts';
import { aBoardInput, aProject, aPromise, aReport, aTrajectory } from './fixtures.ts';
import { DEFAULT_LIGHTS, forecastCaution, forecastLight, type LightFacts, lightOf, WORST_FIRST, worstOf } from './lights.ts';
import { paceRows } from './pace-rows.ts';
import type { Light, Pace, PromiseStanding } from './standing.ts';

const promise = { measure: 'cumulative', direction: 'higher', bound: 'exact', target: 100, measureUnit: '吨' } as const;

function aPace(change: Partial<Pace> = {}): Pace {
  const plain = { plannedDays: 365, elapsedDays: 169, expected: 46, done: 46, gapPoints: 0, earnedDays: 169, behindDays: 0, spi: 1 };
  return { ...plain, tspi: 1, forecastOn: '2026-12-31', effortRatio: 1, reportPoints: 3, ...change };
}

function facts(change: Partial<LightFacts> = {}): LightFacts {
  const pace = change.pace === undefined ? aPace() : change.pace;
  const none = { hasSteps: false, stage: null, otherMeasure: null, accepted: false };
  return { promise, done: 46, expected: 46, asOf: '2026-06-18', deadline: '2026-12-31', ...none, ...change, pace };
}

const lightAt = (change: Partial<LightFacts>) => lightOf(facts(change)).light;

test('the thresholds: 10 points and a speed of 1.10 are yellow, over 30 points or 1.30 red', () => {
  const byGap = [-9.99, -10, -30, -30.01].map((gapPoints) => lightAt({ pace: aPace({ gapPoints }) }));
  const bySpeed = [1.1, 1.11, 1.3, 1.31].map((tspi) => lightAt({ pace: aPace({ tspi }) }));

  assert.deepEqual(byGap, ['green', 'yellow', 'yellow', 'red']);
  assert.deepEqual(bySpeed, ['green', 'yellow', 'yellow', 'red']);
});

test('late in the year the needed speed speaks where the gap is blind: 94 of 100 on day 350 is red', () => {
  const input = aBoardInput({
    promises: [aPromise({ target: 100, measureUnit: '吨' })],
    reports: [aReport({ value: 94, measureUnit: '吨', asOf: '2026-12-16' })],
    asOf: '2026-12-16',
  });

  const [row] = paceRows(boardOf(input));

  assert.deepEqual([Math.round(row!.gapPoints! * 10) / 10, Math.round(row!.tspi! * 100) / 100, row!.light], [-1.9, 1.46, 'red']);
});

test('the order of the rules: target, met, data, deadline, not yet due', () => {
  const over = { asOf: '2027-01-01', deadline: '2026-12-31' } as const;

  assert.equal(lightAt({ ...over, promise: { ...promise, target: null } }), 'grey');
  assert.equal(lightAt({ ...over, done: 100, accepted: true }), 'closed');
  assert.deepEqual(lightOf(facts({ ...over, done: 100 })).reasons, [{ code: 'target-met-unverified', facts: { done: 100 } }]);
  assert.equal(lightAt({ ...over, done: 100 }), 'green');
  assert.equal(lightAt({ ...over, done: null, pace: null }), 'grey');
  assert.equal(lightAt({ ...over, done: 99.9 }), 'red');
  assert.equal(lightAt({ done: 0, expected: 0 }), 'white');
  assert.equal(lightAt({ done: 1, expected: 0, pace: aPace({ gapPoints: 1, tspi: 0.9 }) }), 'green');
});

test('the deadline itself is not passed, the day after is', () => {
  const pace = aPace({ gapPoints: -1, tspi: null });

  assert.equal(lightAt({ pace, asOf: '2026-12-31' }), 'green');
  assert.equal(lightAt({ pace, asOf: '2027-01-01' }), 'red');
});

test('less than one whole show behind is not behind, from a target of five on and before the deadline', () => {
  const pace = aPace({ expected: 3.9, done: 3, gapPoints: -15, tspi: 1.4 });
  const events = { ...promise, target: 6, measureUnit: '场' };
  const at = (change: Partial<LightFacts>) => lightAt({ pace, done: 3, expected: 3.9, promise: events, ...change });

  assert.equal(at({}), 'green');
  assert.equal(at({ promise: { ...events, target: 4 } }), 'red');
  assert.equal(at({ promise: { ...events, measureUnit: '公里' } }), 'red');
  assert.equal(at({ promise: { ...events, measureUnit: '万元' } }), 'red');
  assert.equal(at({ promise: { ...events, measureUnit: '个单元' } }), 'green');
  assert.equal(at({ asOf: '2026-12-31' }), 'red');
  assert.equal(at({ pace: { ...pace, expected: 4 } }), 'red');
});

test('where lower is better, and for a ratio, the bound in force decides', () => {
  const minutes = { ...promise, direction: 'lower', bound: 'at_most', target: 30, measureUnit: '分钟' } as const;
  const satisfaction = { ...promise, measure: 'ratio', target: 90, measureUnit: '%' } as const;

  const lower = [30, 31, 39.1].map((done) => lightAt({ promise: minutes, done, expected: 30, pace: null }));
  const ratio = [90, 89.9, 60, 59.9].map((done) => lightAt({ promise: satisfaction, done, expected: 90, pace: null }));

  assert.deepEqual(lower, ['green', 'yellow', 'red']);
  assert.deepEqual(ratio, ['green', 'yellow', 'yellow', 'red']);
  assert.equal(lightAt({ promise: satisfaction, done: 50, expected: null, pace: null }), 'white');
  assert.equal(lightOf(facts({ promise: minutes, done: 20, expected: 30, pace: null })).reasons[0]!.code, 'bound-kept');
});

test('a bound that holds in March is not yet met, on the deadline it is', () => {
  const complaints = { ...promise, direction: 'lower', bound: 'at_most', target: 30, measureUnit: '件' } as const;
  const on = (asOf: '2026-03-31' | '2026-12-31') =>
    lightOf(facts({ promise: complaints, done: 5, expected: 30, pace: null, asOf })).reasons[0]!.code;

  assert.deepEqual([on('2026-03-31'), on('2026-12-31')], ['bound-kept', 'target-met-unverified']);
});

test('a row takes its worst light whatever the order of its promises', () => {
  const lights = fc.array(fc.constantFrom(...WORST_FIRST), { minLength: 1, maxLength: 8 });

  fc.assert(fc.property(lights, (some) => assert.equal(worstOf(some), worstOf([...some].reverse()))));
  assert.equal(worstOf(['green', 'closed', 'grey', 'white']), 'grey');
  assert.equal(worstOf([]), 'grey');
});

test('more done never worsens the light', () => {
  const rank: Record<Light, number> = { red: 0, yellow: 1, grey: 1, white: 2, green: 2, closed: 3 };
  const measureUnits = fc.constantFrom('场', '公里');
  const shapes = fc.constantFrom(
    { kind: 'line' } as const,
    { kind: 's-curve' } as const,
    { kind: 'season', from: '2026-05-01', to: '2026-10-31' } as const,
  );
  const dates = fc.constantFrom(
    '2026-02-01',
    '2026-06-18',
    '2026-10-30',
    '2026-11-01',
    '2026-12-31',
    '2027-01-01',
  ) as fc.Arbitrary<'2026-02-01'>;
  const light = (
    value: number,
    asOf: '2026-02-01',
    measureUnit: string,
    shape: typeof shapes extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    const finishOn = shape.kind === 'season' ? shape.to : '2026-12-31';
    const input = {
      promises: [aPromise({ target: 40, measureUnit })],
      reports: [aReport({ value, measureUnit, asOf: '2026-01-31' })],
      asOf,
    };
    return boardOf(aBoardInput({ ...input, trajectories: [aTrajectory({ shape, target: 40, finishOn })] })).projects[0]!.light;
  };

  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 45, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      dates,
      measureUnits,
      shapes,
      (done, more, asOf, unit, shape) => {
        assert.ok(rank[light(done + more, asOf, unit, shape)] >= rank[light(done, asOf, unit, shape)]);
      },
    ),
  );
});

function only(change: Parameters<typeof aBoardInput>[0]): PromiseStanding {
  return boardOf(aBoardInput(change)).projects[0]!.promises[0]!;
}
const codes = ({ reasons }: PromiseStanding) => reasons.map((it) => it.code);

test('the board says by which plan, from what, and on how little a light rests', () => {
  const byStage = only({
    reports: [aReport({ value: null, valueKind: null, stage: '招标', beforeOutput: true })],
    promises: [aPromise({ target: 70 })],
  });

  assert.deepEqual([byStage.light, byStage.done, byStage.doneFrom], ['red', 0, 'stage']);
  assert.deepEqual(codes(byStage), ['gap', 'speed-needed', 'from-stage', 'default-line', 'few-points']);
});

test('silence, a bare percentage, a missing target and a set of steps without approval are all grey, each for its own reason', () => {
  const steps = aPromise({ measure: 'milestone-set', target: 1, measureUnit: '个' });
  const percent = aReport({ value: 60, measureUnit: '%', inMeasure: false });

  assert.deepEqual(codes(only({ reports: [] })), ['no-report']);
  assert.deepEqual(only({ reports: [percent] }).reasons, [{ code: 'other-measure', facts: { value: 60, measureUnit: '%' } }]);
  assert.deepEqual(codes(only({ promises: [aPromise({ target: null })] })), ['no-target']);
  assert.deepEqual(codes(only({ promises: [steps] })), ['no-approved-steps']);
});

test('a milestone set earns the weight of the steps that evidence proves', () => {
  const step = (id: string, weight: number, dueOn: '2026-03-31' | '2026-05-31' | '2026-12-31') => ({ id, title: id, weight, dueOn });
  const shape = {
    kind: 'milestones',
    steps: [step('site', 1, '2026-03-31'), step('contract', 1, '2026-05-31'), step('built', 2, '2026-12-31')],
  } as const;
  const promises = [aPromise({ measure: 'milestone-set', target: null, measureUnit: '' })];
  const trajectories = [aTrajectory({ shape, target: 100 })];
  const proof = (hasEvidence: boolean) => aReport({ value: null, valueKind: null, stepsDone: ['site', 'contract'], hasEvidence });

  const [bare, proven] = [false, true].map((it) => only({ promises, trajectories, reports: [proof(it)] }));

  assert.deepEqual([bare!.done, bare!.light], [0, 'red']);
  assert.deepEqual([proven!.done, proven!.pace!.expected, proven!.light], [50, 50, 'green']);
});

test('a plan approved in the year counts from its approval day; before it the default line speaks, and the board says that a plan waits', () => {
  const trajectories = [aTrajectory({ shape: { kind: 'line' }, base: 3, startsOn: '2026-06-01', approvedOn: '2026-06-01' })];
  const reports = [aReport({ value: 3, asOf: '2026-05-31' }), aReport({ value: 4, asOf: '2026-06-18' })];

  const before = only({ trajectories, reports, asOf: '2026-05-31' });
  const after = only({ trajectories, reports });

  assert.deepEqual([before.plan!.kind, before.pace!.plannedDays, before.light], ['default-line', 365, 'red']);
  assert.ok(codes(before).includes('plan-starts-today-or-later'));
  assert.deepEqual([after.plan!.kind, after.pace!.plannedDays, after.pace!.elapsedDays, after.light], ['approved', 214, 18, 'green']);
});

test('a month that was behind and has been caught up reads 补上 in yellow, not green', () => {
  const frozen = (month: number, light: Light, expected: number) => ({ promiseId: 'promise', year: 2026, month, light, expected });
  const months = [frozen(1, 'red', 1.3), frozen(2, 'green', 2.4), frozen(5, 'red', 9), frozen(7, 'green', 9)];

  const seen = only({ months }).months;

  assert.deepEqual(seen.slice(0, 7), [
    { light: 'yellow', caughtUp: true },
    { light: 'green', caughtUp: false },
    null,
    null,
    { light: 'red', caughtUp: false },
    null,
    null,
  ]);
});

test('figures older than 35 days are marked as stale, on day 35 not yet', () => {
  const asOf = (day: '2026-07-23' | '2026-07-24') => only({ asOf: day }).stale;

  assert.deepEqual([asOf('2026-07-23'), asOf('2026-07-24')], [false, true]);
});

test('the forecast light is grey on fewer than three reports or in the first tenth of the plan', () => {
  const deadline = '2026-12-31';

  assert.equal(forecastLight(aPace(), deadline), 'green');
  assert.equal(forecastLight(aPace({ forecastOn: '2027-01-30' }), deadline), 'yellow');
  assert.equal(forecastLight(aPace({ forecastOn: '2027-01-31' }), deadline), 'red');
  assert.equal(forecastLight(aPace({ reportPoints: 2 }), deadline), 'grey');
  assert.deepEqual(
    [aPace({ elapsedDays: 36 }), aPace({ done: 0 }), aPace({ reportPoints: 1 }), aPace()].map((it) => forecastCaution(it)),
    ['too-early', 'too-early', 'few-points', null],
  );
});

test('projects are listed worst first and then in the printed order', () => {
  const projects = ['1', '2', '3'].map((no) => aProject({ id: no, no, position: Number(no) }));
  const promises = projects.map((it) => aPromise({ id: `p${it.id}`, projectId: it.id }));
  const reports = [aReport({ promiseId: 'p1', value: 8 }), aReport({ promiseId: 'p2', value: 1 }), aReport({ promiseId: 'p3', value: 0 })];

  const board = boardOf(aBoardInput({ projects, promises, reports }));

  assert.deepEqual(
    worstFirst(board.projects).map((it) => it.project.no),
    ['2', '3', '1'],
  );
  assert.deepEqual(board.counts, { red: 2, yellow: 0, grey: 0, green: 1, white: 0, closed: 0 });
  assert.deepEqual([board.elapsedDays, board.periodDays], [169, 365]);
});

test('a board of a hundred promises costs less than two milliseconds of computing', () => {
  const projects = Array.from({ length: 40 }, (_, i) => aProject({ id: `j${i}`, no: `${i}`, position: i }));
  const promises = Array.from({ length: 100 }, (_, i) => aPromise({ id: `p${i}`, projectId: `j${i % 40}`, target: 50 + i }));
  const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-18'] as const;
  const reports = promises.flatMap((it) => days.map((asOf, i) => aReport({ id: `${it.id}${i}`, promiseId: it.id, asOf, value: i * 3 })));
  const input = aBoardInput({ projects, promises, reports });
  for (let i = 0; i < 200; i++) boardOf(input);

  const start = process.cpuUsage();
  for (let i = 0; i < 200; i++) boardOf(input);
  const spent = process.cpuUsage(start);

  assert.ok((spent.user + spent.system) / 200 < 2000, `${(spent.user + spent.system) / 200} µs a board`);
  assert.equal(DEFAULT_LIGHTS.version, 0);
});
