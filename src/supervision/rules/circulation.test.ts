import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type CirculationStep, nextStep, type SignedStep, type StepTaker, takeStep } from './circulation.ts';

const TODAY = '2026-06-18' as CivilDate;
const OFFICE: StepTaker = { name: '甲', post: '督查室', roles: ['office'], today: TODAY };
const LEADER: StepTaker = { name: '乙', post: '副区长', roles: ['leader'], today: TODAY };

function taken(...steps: readonly CirculationStep[]): readonly SignedStep[] {
  return steps.map((step) => ({ step, name: '甲', post: '督查室', on: '2026-06-17' as CivilDate, recordedBy: '甲', isTyped: false }));
}

test('拟稿, 核稿, 会签, 签发 follow each other; a district may leave 会签 out', () => {
  const stepsOf = (needsCountersign: boolean) => {
    const walk: CirculationStep[] = [];
    for (let it = nextStep(taken(...walk), needsCountersign); it !== null; it = nextStep(taken(...walk), needsCountersign)) walk.push(it);
    return walk;
  };

  assert.deepEqual(stepsOf(true), ['drafted', 'checked', 'countersigned', 'signed']);
  assert.deepEqual(stepsOf(false), ['drafted', 'checked', 'signed']);
});

test('a step out of turn, a day ahead and a day before the last step are refused; an office does not sign in its own name', () => {
  const typed = (on: string) => ({ name: '林守成', post: '副区长', on: on as CivilDate });
  const kindOf = (...args: Parameters<typeof takeStep>) => {
    const decided = takeStep(...args);
    return decided.ok ? 'accepted' : decided.refusal.kind;
  };
  const sign = { step: 'signed', needsCountersign: false } as const;

  assert.equal(kindOf(taken('drafted'), sign, LEADER), 'step-out-of-turn');
  assert.equal(kindOf(taken('drafted', 'checked'), { ...sign, needsCountersign: true }, LEADER), 'step-out-of-turn');
  assert.equal(kindOf(taken('drafted', 'checked', 'signed'), sign, LEADER), 'step-out-of-turn');
  assert.equal(kindOf(taken('drafted', 'checked'), { ...sign, typed: typed('2026-06-19') }, OFFICE), 'step-day-ahead');
  assert.equal(kindOf(taken('drafted', 'checked'), { ...sign, typed: typed('2026-06-16') }, OFFICE), 'step-before-last');
  assert.equal(kindOf(taken('drafted', 'checked'), sign, OFFICE), 'leader-signs');
  assert.equal(kindOf(taken('drafted', 'checked'), sign, LEADER), 'accepted');
});

test('a typed name keeps who recorded it', () => {
  const typed = { name: '林守成', post: '副区长', on: '2026-06-17' as CivilDate };
  const decided = takeStep(taken('drafted', 'checked'), { step: 'signed', needsCountersign: false, typed }, OFFICE);

  assert.deepEqual(decided.ok && decided.value, { step: 'signed', ...typed, recordedBy: '甲', isTyped: true });
});
