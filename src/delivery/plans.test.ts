import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { NO_OUTSIDE } from '#/platform/outside/settings.ts';
import { freezeLastMonth } from './jobs.ts';
import { newestEnded } from './rules/entry-end.ts';
import { DEFAULT_LIGHTS } from './rules/lights.ts';
import type { StoredTrajectory } from './store/plans.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

async function adopted(list: TestList, object: string, change: Record<string, unknown>): Promise<void> {
  const { id } = list.promise(object);
  const { reportId } = answerOf<{ reportId: string }>(await list.liaisonOf(object).run('delivery.submit-report', aContent(id, change)));
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
}

async function proposed(list: TestList, object: string, shape: object, reason: string | null = null): Promise<string> {
  const answer = await list.liaisonOf(object).run('delivery.propose-trajectory', { promiseId: list.promise(object).id, shape, reason });
  return answerOf<{ trajectoryId: string }>(answer).trajectoryId;
}

const plansOf = async (list: TestList, object: string) =>
  (
    (await list.office.get(`/delivery/promise?promiseId=${list.promise(object).id}`)).body as { plans: { plan: StoredTrajectory }[] }
  ).plans.map(({ plan }) => plan);

test('a plan approved in the year is locked with a digest and counts from its approval day', async (t) => {
  const list = await aFrozenList(t);
  await adopted(list, '招聘会', { value: 8 });

  const trajectoryId = await proposed(list, '招聘会', { kind: 's-curve' });
  const waiting = await list.standing('招聘会');
  const approved = answerOf<{ digest: string; startsOn: string }>(await list.office.run('delivery.approve-trajectory', { trajectoryId }));
  const after = await list.standing('招聘会');
  const yesterday = await list.standing('招聘会', '2026-06-17');

  assert.match(approved.digest, /^[0-9a-f]{64}$/);
  assert.deepEqual([waiting.plan!.kind, after.plan!.kind, yesterday.plan!.kind], ['default-line', 'approved', 'default-line']);
  assert.deepEqual([after.pace!.plannedDays, after.pace!.elapsedDays, after.light], [197, 1, 'green']);
});

test('a later plan needs a reason, takes the place of the one that waits, and every version is kept', async (t) => {
  const list = await aFrozenList(t);
  await adopted(list, '招聘会', { value: 8 });
  await list.office.run('delivery.approve-trajectory', { trajectoryId: await proposed(list, '招聘会', { kind: 'line' }) });

  const without = await list
    .liaisonOf('招聘会')
    .run('delivery.propose-trajectory', { promiseId: list.promise('招聘会').id, shape: { kind: 's-curve' } });
  await proposed(list, '招聘会', { kind: 's-curve' }, '场地改到下半年');
  await proposed(list, '招聘会', { kind: 'line' }, '场地已落实');

  assert.equal(kindOf(without), 'reason-missing');
  assert.deepEqual(
    (await plansOf(list, '招聘会')).map((it) => [it.version, it.state, it.reason]),
    [
      [1, 'approved', null],
      [2, 'withdrawn', '场地改到下半年'],
      [3, 'proposed', '场地已落实'],
    ],
  );
});

test('a plan that would start without a known value is not approved, nor is a plan of one’s own unit', async (t) => {
  const list = await aFrozenList(t);
  const trajectoryId = await proposed(list, '招聘会', { kind: 'line' });
  const own = list.app.as('office', { unitId: list.promise('招聘会').leadUnitId });

  const unknown = await list.office.run('delivery.approve-trajectory', { trajectoryId });
  const byOwn = await own.run('delivery.approve-trajectory', { trajectoryId });

  assert.deepEqual([kindOf(unknown), kindOf(byOwn)], ['no-value-on-start-day', 'own-plan']);
});

test('two people approve one plan at once: it is locked once', async (t) => {
  const list = await aFrozenList(t);
  await adopted(list, '招聘会', { value: 8 });
  const trajectoryId = await proposed(list, '招聘会', { kind: 'line' });

  const answers = await Promise.all(
    [list.office, list.app.as('office')].map((it) => it.run('delivery.approve-trajectory', { trajectoryId })),
  );

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal(kindOf(answers.find((it) => it.status === 409)!), 'plan-not-proposed');
});

test('a milestone set is grey until its steps are approved; a step counts with its evidence', async (t) => {
  const list = await aFrozenList(t);
  const steps = [
    { id: newId(), title: '选址', weight: 40, dueOn: '2026-05-31' },
    { id: newId(), title: '建成', weight: 60, dueOn: '2026-11-30' },
  ] as const;
  const proof = { value: null, valueKind: null, measureUnit: '', stepsDone: [steps[0].id], evidence: [await list.evidence()] };

  const grey = await list.standing('驿站');
  await list.office.run('delivery.approve-trajectory', { trajectoryId: await proposed(list, '驿站', { kind: 'milestones', steps }) });
  const bare = await list.liaisonOf('驿站').run('delivery.submit-report', aContent(list.promise('驿站').id, { ...proof, evidence: [] }));
  await adopted(list, '驿站', proof);
  const green = await list.standing('驿站');

  assert.deepEqual([grey.light, grey.reasons[0]!.code, kindOf(bare)], ['grey', 'no-approved-steps', 'steps-need-evidence']);
  assert.deepEqual([green.done, green.pace!.expected, green.light], [0.4, 0.4, 'green']);
});

test('the lights of a month are frozen once; figures that arrive later read 补上', async (t) => {
  const list = await aFrozenList(t);
  await adopted(list, '招聘会', { value: 2, asOf: '2026-05-31' });
  const freeze = (month: number) => list.office.run('delivery.freeze-month-lights', { programmeId: list.programmeId, year: 2026, month });

  const first = answerOf<{ frozen: number }>(await freeze(5));
  const again = answerOf<{ frozen: number }>(await freeze(5));
  const running = await freeze(6);
  const frozen = (await list.standing('招聘会')).months[4];
  await adopted(list, '招聘会', { value: 8, overrides: [{ check: 'jumps', reason: '集中举办' }] });
  const caughtUp = (await list.standing('招聘会')).months[4];

  assert.deepEqual([first.frozen, again.frozen, kindOf(running)], [4, 0, 'month-not-over']);
  assert.deepEqual(
    [frozen, caughtUp],
    [
      { light: 'red', caughtUp: false },
      { light: 'yellow', caughtUp: true },
    ],
  );
});

test('the nightly job freezes the last month once its days for figures are over, for lists that were frozen by then', async (t) => {
  const list = await aFrozenList(t, { today: '2026-06-18' });
  const ran: unknown[] = [];

  await freezeLastMonth.run('990001', {
    world: list.app.world,
    outside: NO_OUTSIDE,
    run: async (_command, _district, input) => ran.push(input),
  });

  assert.deepEqual(ran, [], 'the list was frozen in June; May was before its time');
  const days = ['2026-07-03', '2026-07-04', '2026-07-31', '2026-08-05', '2026-08-06', '2026-10-10', '2026-10-11'] as const;
  assert.deepEqual(
    days.map((day) => newestEnded(day, { workDays: 3 })),
    ['2026-05', '2026-06', '2026-06', '2026-06', '2026-07', '2026-08', '2026-09'],
    'the third working day, by the announced holidays of October',
  );
});

test('thresholds are set as a new version with their source, and the board follows', async (t) => {
  const list = await aFrozenList(t);
  await adopted(list, '招聘会', { value: 5 });
  const { version: _, ...thresholds } = DEFAULT_LIGHTS;
  const set = (change: object) =>
    list.office.run('delivery.set-light-settings', { thresholds: { ...thresholds, ...change }, source: '区政府办公室通知' });

  const before = await list.standing('招聘会');
  const crossed = await set({ yellowGapPoints: 30 });
  const done = answerOf<{ version: number }>(await set({ yellowGapPoints: 20, redGapPoints: 60, yellowTspi: 1.5, redTspi: 3 }));
  const after = await list.standing('招聘会');

  assert.deepEqual([before.light, kindOf(crossed), done.version, after.light], ['yellow', 'thresholds-crossed', 1, 'green']);
});

test('a promise closes only when it is at its target and the office has accepted it on evidence', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const evidence = [await list.evidence('验收单')];
  const accept = () => list.office.run('delivery.accept-completion', { promiseId: id, evidence });
  await adopted(list, '招聘会', { value: 8 });

  const early = await accept();
  await adopted(list, '招聘会', {
    value: 15,
    overrides: [
      { check: 'jumps', reason: '集中举办' },
      { check: 'same-day', reason: '补报' },
    ],
  });
  const met = await list.standing('招聘会');
  const first = await accept();
  const again = await accept();
  const closed = await list.standing('招聘会');

  assert.deepEqual([kindOf(early), first.status, kindOf(again)], ['not-at-target', 200, 'already-accepted']);
  assert.deepEqual([met.light, met.reasons[0]!.code, closed.light], ['green', 'target-met-unverified', 'closed']);
});
