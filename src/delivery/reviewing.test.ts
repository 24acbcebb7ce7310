import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from './rules/report.ts';
import { aContent, aFrozenList, answerOf, kindOf, type TestList } from './test-list.ts';

async function inTwoSteps(list: TestList, object = '招聘会'): Promise<void> {
  const unitId = list.promise(object).leadUnitId;
  answerOf(await list.office.run('delivery.set-review-steps', { unitId, steps: 2, reason: '区政府办通知：重点单位两级审核' }));
}

const deputyOf = ({ app, promise }: TestList, object = '招聘会') => app.as('deputy-head', { unitId: promise(object).leadUnitId });

async function send(list: TestList, object = '招聘会', change: object = {}): Promise<string> {
  const sent = await list.liaisonOf(object).run('delivery.submit-report', { ...aContent(list.promise(object).id), ...change });
  return answerOf<{ reportId: string }>(sent).reportId;
}

const stateOf = async (list: TestList, reportId: string): Promise<string | undefined> => {
  const asSetup = list.app.as('setup');
  const { reports } = (await asSetup.get(`/delivery/promise?promiseId=${list.promise('招聘会').id}`)).body as { reports: Report[] };
  return reports.find(({ id }) => id === reportId)?.state;
};

test('in a unit with one step a report waits for the office; with two it waits in the unit first', async (t) => {
  const list = await aFrozenList(t);

  const before = await stateOf(list, await send(list));
  await inTwoSteps(list);
  const second = await send(list, '招聘会', { asOf: '2026-06-17' });
  const adoptedTooEarly = await list.office.run('delivery.adopt-report', { reportId: second });
  answerOf(await deputyOf(list).run('delivery.review-report', { reportId: second, decision: 'pass' }));
  const passed = await stateOf(list, second);
  answerOf(await list.office.run('delivery.adopt-report', { reportId: second }));

  assert.deepEqual(
    [before, kindOf(adoptedTooEarly), passed, (await list.standing('招聘会')).done],
    ['submitted', 'not-waiting', 'submitted', 8],
  );
});

test('nobody reviews his own entry, neither in the unit nor at the office; the setup account may', async (t) => {
  const list = await aFrozenList(t);
  await inTwoSteps(list);
  const deputy = deputyOf(list);
  const setup = list.app.as('setup');
  const content = aContent(list.promise('招聘会').id);
  const own = answerOf<{ reportId: string }>(await deputy.run('delivery.submit-report', content)).reportId;

  const passedByHimself = await deputy.run('delivery.review-report', { reportId: own, decision: 'pass' });
  answerOf(await deputyOf(list).run('delivery.review-report', { reportId: own, decision: 'pass' }));
  const typed = aContent(list.promise('检测').id, { value: 100, measureUnit: '名' });
  const byOffice = answerOf<{ reportId: string }>(await list.office.run('delivery.submit-report', typed)).reportId;
  const adoptedByHimself = await list.office.run('delivery.adopt-report', { reportId: byOffice });
  const byColleague = await list.app.as('office').run('delivery.adopt-report', { reportId: byOffice });
  const bySetup = answerOf<{ reportId: string }>(
    await setup.run('delivery.submit-report', aContent(list.promise('送戏').id, { value: 1 })),
  );

  assert.deepEqual([kindOf(passedByHimself), kindOf(adoptedByHimself), byColleague.status], ['own-report', 'own-report', 200]);
  assert.equal((await setup.run('delivery.adopt-report', { reportId: bySetup.reportId })).status, 200);
});

test('a reviewer of the unit returns a report with a reason, and the reporter corrects it', async (t) => {
  const list = await aFrozenList(t);
  await inTwoSteps(list);
  const reportId = await send(list);

  answerOf(await deputyOf(list).run('delivery.review-report', { reportId, decision: 'send-back', reason: '与签到表不符' }));
  const returned = await stateOf(list, reportId);
  const content = aContent(list.promise('招聘会').id, { value: 7 });
  const corrected = await list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '按签到表更正', content });

  assert.equal(returned, 'sent-back');
  assert.equal(await stateOf(list, answerOf<{ reportId: string }>(corrected).reportId), 'unit-review');
});

test('what waits inside a unit is not replaced by another unit of the same project', async (t) => {
  const list = await aFrozenList(t);
  await inTwoSteps(list);
  const { id } = list.promise('招聘会');
  const { leadUnitId: other } = list.promise('送戏');
  list.app.tampered = true;
  await list.app.ownerPool.query(
    `update programme.project j set supporting_unit_ids = array[$1::uuid] from programme.promise p where p.project_id = j.id and p.id = $2`,
    [other, id],
  );
  const reportId = await send(list);

  const content = aContent(id, { value: 3 });
  const replaced = await list.app
    .as('liaison', { unitId: other })
    .run('delivery.correct-report', { reportId, reason: '另一单位的数', content });
  const own = await list.liaisonOf('招聘会').run('delivery.correct-report', { reportId, reason: '按签到表更正', content });

  assert.deepEqual([replaced.status, own.status, await stateOf(list, reportId)], [403, 200, 'superseded']);
});

test('the office sends back to the reviewer of the unit or to the reporter, and only where there is a reviewer', async (t) => {
  const list = await aFrozenList(t);
  const oneStep = await send(list);
  const refused = await list.office.run('delivery.send-back-report', { reportId: oneStep, reason: '请核对', to: 'unit-review' });
  answerOf(await list.office.run('delivery.send-back-report', { reportId: oneStep, reason: '请核对' }));
  await inTwoSteps(list);
  const reportId = await send(list, '招聘会', { asOf: '2026-06-17' });
  answerOf(await deputyOf(list).run('delivery.review-report', { reportId, decision: 'pass' }));

  answerOf(await list.office.run('delivery.send-back-report', { reportId, reason: '请分管领导再核', to: 'unit-review' }));
  const again = await stateOf(list, reportId);
  answerOf(await deputyOf(list).run('delivery.review-report', { reportId, decision: 'pass' }));

  assert.deepEqual([kindOf(refused), again, await stateOf(list, reportId)], ['one-step', 'unit-review', 'submitted']);
});

test('what waits in a unit is seen there and counted above; what is not adopted is not shown to leaders', async (t) => {
  const list = await aFrozenList(t);
  await inTwoSteps(list);
  const { id, leadUnitId } = list.promise('招聘会');
  await send(list);
  const shown = async (person: { get: (path: string) => Promise<{ body: unknown }> }) =>
    ((await person.get(`/delivery/promise?promiseId=${id}`)).body as { reports: Report[] }).reports.map((it) => it.state);
  const waiting = async (person: { get: (path: string) => Promise<{ body: unknown }> }) => {
    const { reports, elsewhere } = (await person.get('/delivery/waiting?year=2026')).body as {
      reports: { report: Report; ifAdopted: { light: string; done: number } }[];
      elsewhere: { unit: string | null; count: number }[];
    };
    return [reports.map(({ ifAdopted }) => ifAdopted), elsewhere.map(({ unit, count }) => [unit, count])];
  };
  const leader = list.app.as('leader');
  const stranger = list.app.as('unit-head', { unitId: list.promise('检测').leadUnitId });

  assert.deepEqual(
    [await shown(deputyOf(list)), await shown(list.office), await shown(leader), await shown(stranger)],
    [['unit-review'], [], [], []],
  );
  assert.deepEqual(await waiting(list.office), [[], [['区人社局', 1]]]);
  assert.deepEqual(await waiting(deputyOf(list)), [[{ light: 'green', done: 8 }], []]);
  assert.deepEqual(await waiting(leader), [[], []]);
  const other = list.app.as('deputy-head', { unitId: list.promise('检测').leadUnitId });
  const { reports } = (await list.app.as('setup').get(`/delivery/promise?promiseId=${id}`)).body as { reports: Report[] };
  const crossed = await other.run('delivery.review-report', { reportId: reports[0]!.id, decision: 'pass' });
  assert.deepEqual([crossed.status, leadUnitId === other.actor.unitId], [403, false]);
});

test('two reviewers of a unit at once: one is heard, the other is told', async (t) => {
  const list = await aFrozenList(t);
  await inTwoSteps(list);
  const reportId = await send(list);

  const answers = await Promise.all(
    [deputyOf(list), deputyOf(list)].map((it) => it.run('delivery.review-report', { reportId, decision: 'pass' })),
  );

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal(kindOf(answers.find((it) => it.status === 409)!), 'not-waiting');
});

test('one tap says that nothing changed: the last value for today, reviewed like any other; not where nothing is known', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const state = () => liaison.run('delivery.state-unchanged', { promiseId: id, period: '2026-06' });

  const unknown = await state();
  const may = await send(list, '招聘会', { asOf: '2026-05-31' });
  const whileWaiting = await state();
  answerOf(await list.office.run('delivery.adopt-report', { reportId: may }));
  const { reportId } = answerOf<{ reportId: string }>(await state());
  answerOf(await list.office.run('delivery.adopt-report', { reportId }));
  const twice = await state();
  const ahead = await liaison.run('delivery.state-unchanged', { promiseId: id, period: '2026-07' });
  const { done, doneOn, progressText } = await list.standing('招聘会');

  assert.deepEqual([kindOf(unknown), kindOf(whileWaiting)], ['unchanged-not-possible', 'waiting-already']);
  assert.deepEqual([done, doneOn, progressText], [8, '2026-06-18', '本月无变化']);
  assert.deepEqual([kindOf(twice), kindOf(ahead)], ['unchanged-not-possible', 'unchanged-not-possible']);
});

test('a unit sees once what is asked of it: corrections first, with the words of the office, then the monthly reports', async (t) => {
  const list = await aFrozenList(t);
  const liaison = list.liaisonOf('招聘会');
  type Shown = { asks: { kind: string; reason: string | null; waitsAt: string | null }[]; others: unknown[] };
  const week = async () => {
    const { asks, others } = (await liaison.get('/delivery/my-week?year=2026')).body as Shown;
    return [asks.map(({ kind, reason, waitsAt }) => [kind, reason, waitsAt]), others.length];
  };

  const first = await week();
  const reportId = await send(list);
  const sent = await week();
  answerOf(await list.office.run('delivery.send-back-report', { reportId, reason: '请附签到表' }));
  const sentBack = await week();
  const content = aContent(list.promise('招聘会').id);
  const again = await liaison.run('delivery.correct-report', { reportId, reason: '已附', content });
  answerOf(await list.office.run('delivery.adopt-report', { reportId: answerOf<{ reportId: string }>(again).reportId }));

  const asked = ['report', null, null];
  assert.deepEqual(first, [[asked, asked], 0]);
  assert.deepEqual(sent, [[asked, ['report', null, 'office']], 0]);
  assert.deepEqual(sentBack, [[['correct-sent-back', '请附签到表', null], asked], 0]);
  assert.deepEqual(await week(), [[asked], 1]);
});
