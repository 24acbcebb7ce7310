import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { derivedPoints, derivedShare, markable, type SiteStep, type StepDone, settleSteps, stageBySteps, undoable } from './step.ts';

/** Water for ten villages: pipes before roads, commissioned before the water is tested, a winter before the last visit. */
const STEPS: readonly SiteStep[] = [
  { id: 'pipes', name: '管网铺设', weight: 40, needs: [] },
  { id: 'markers', name: '标志桩', weight: 5, needs: ['pipes'] },
  { id: 'road', name: '路面恢复', weight: 20, needs: ['pipes'] },
  { id: 'equipment', name: '设备调试', weight: 20, needs: ['pipes'] },
  { id: 'water', name: '水质检测报告', weight: 10, needs: ['equipment'] },
  { id: 'winter', name: '首个冬季回访', weight: 5, needs: ['water'] },
];
const VILLAGES = Array.from({ length: 10 }, (_, i) => `v${i}`);
const done = (siteId: string, stepId: string, doneOn: CivilDate = '2026-05-01'): StepDone => ({
  siteId,
  stepId,
  doneOn,
  evidence: ['a'],
  byName: '陈水',
  byPost: '股长',
  onDay: doneOn,
});
const book = (it: readonly StepDone[] = [], siteIds = VILLAGES) => ({ steps: STEPS, siteIds, overrides: [], done: it });

test('ten villages with pipes, markers and roads stand at 650 of 1000 points', () => {
  const half = VILLAGES.flatMap((it) => [done(it, 'pipes'), done(it, 'markers'), done(it, 'road', '2026-06-01')]);

  const { numerator, denominator, share, doneOn } = derivedShare(book(half), '2026-06-18');

  assert.deepEqual([numerator, denominator, share, doneOn], [650, 1000, 0.65, '2026-06-01']);
  assert.deepEqual(derivedPoints(book(half), '2026-06-18'), [
    { on: '2026-05-01', share: 0.45 },
    { on: '2026-06-01', share: 0.65 },
  ]);
});

test('a step that a village does not need counts neither above nor below', () => {
  const with0 = { ...book([done('v0', 'pipes')], ['v0']), overrides: [{ siteId: 'v0', stepId: 'road', weight: 0 }] };

  assert.deepEqual([derivedShare(with0, '2026-06-18').numerator, derivedShare(with0, '2026-06-18').denominator], [40, 80]);
});

test('the road is not restored before the pipe lies, nor on an earlier day', () => {
  const [pipes, , road] = STEPS;
  const today = '2026-06-18';
  const mark = (it: readonly StepDone[], step: SiteStep, doneOn: CivilDate) =>
    markable(book(it), { siteId: 'v0', step, doneOn, today })?.kind ?? null;

  const cases: readonly (readonly [readonly StepDone[], SiteStep, CivilDate, string | null])[] = [
    [[], pipes!, '2026-05-01', null],
    [[], road!, '2026-05-01', 'step-before-needed'],
    [[done('v1', 'pipes')], road!, '2026-05-01', 'step-before-needed'],
    [[done('v0', 'pipes')], road!, '2026-04-30', 'step-before-needed'],
    [[done('v0', 'pipes')], road!, '2026-05-01', null],
    [[done('v0', 'pipes')], pipes!, '2026-05-02', 'step-done-already'],
    [[], pipes!, '2026-06-19', 'step-done-in-future'],
  ];
  for (const [it, step, doneOn, refusal] of cases) assert.equal(mark(it, step, doneOn), refusal);
});

test('a step on which another rests is taken back after that one', () => {
  const both = book([done('v0', 'pipes'), done('v0', 'road')]);

  assert.equal(undoable(both, 'v0', STEPS[0]!)?.kind, 'step-needed-by');
  assert.equal(undoable(both, 'v0', STEPS[2]!), null);
  assert.equal(undoable(both, 'v0', STEPS[3]!)?.kind, 'step-not-done');
});

test('the stage of a site follows from its steps', () => {
  const all = STEPS.map((it) => done('v0', it.id));
  const stages = [[], all.slice(0, 1), all].map((it) => stageBySteps(book(it), 'v0', '2026-06-18'));

  assert.deepEqual(stages, ['not-begun', 'under-way', 'done']);
  assert.equal(stageBySteps({ ...book(), steps: [] }, 'v0', '2026-06-18'), null);
});

test('steps are named once, stand after what they need, and change with a reason; what is done stays', () => {
  const plan = { projectId: 'p', planNo: 1, steps: STEPS, reason: null, setBy: '', setOn: '2026-04-01' } as const;
  const settle = (steps: readonly SiteStep[], why: string | null, it: readonly StepDone[] = []) => {
    const settled = settleSteps(steps, { plan, done: it }, why);
    return settled.ok ? null : settled.refusal.kind;
  };

  assert.equal(settle([...STEPS, { ...STEPS[0]!, id: 'x' }], '增加'), 'step-name-twice');
  assert.equal(settle(STEPS.toReversed(), '调整'), 'step-order-circular');
  assert.equal(settle(STEPS.slice(0, 5), null), 'steps-changed-without-reason');
  assert.equal(settle(STEPS.slice(0, 5), '并入验收', [done('v0', 'winter')]), 'step-has-done');
  assert.equal(settle(STEPS.slice(0, 5), '并入验收'), null);
});

test('the share lies between nothing and all, never falls when a step is done, and does not mind the order of the sites', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...VILLAGES), fc.constantFrom(...STEPS.map((it) => it.id))), {
    selector: (it) => it.join(' '),
    minLength: 1,
  });
  const weights = fc.array(fc.tuple(fc.constantFrom(...VILLAGES), fc.constantFrom(...STEPS.map((it) => it.id)), fc.nat(50)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(pairs, weights, fc.shuffledSubarray(VILLAGES, { minLength: 10 }), (marked, own, order) => {
      const overrides = [...new Map(own.map(([siteId, stepId, weight]) => [`${siteId} ${stepId}`, { siteId, stepId, weight }])).values()];
      let last = 0;
      for (let i = 0; i <= marked.length; i++) {
        const it = { ...book(marked.slice(0, i).map(([site, step]) => done(site, step))), overrides };
        const found = derivedShare(it, '2026-06-18');
        assert.deepEqual(derivedShare({ ...it, siteIds: order }, '2026-06-18'), found);
        assert.ok(found.share !== null && found.share >= last && found.share <= 1);
        last = found.share;
      }
    }),
  );
});
