import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent, aFrozenList, answerOf, kindOf } from './test-list.ts';

const NONE = { behindReason: null };

test('a unit that is behind sends its figure only with the reason and the remedy; one that keeps pace is not asked', async (t) => {
  const list = await aFrozenList(t);
  const [fairs, checks] = [list.promise('招聘会'), list.promise('检测')];
  const behind = aContent(checks.id, { ...NONE, value: 60_000, measureUnit: '名' });

  const silent = await list.liaisonOf('检测').run('delivery.submit-report', behind);
  const excused = await list
    .liaisonOf('检测')
    .run('delivery.submit-report', { ...behind, overrides: [{ check: 'behind-unexplained', reason: '没有时间写' }] });
  const said = await list
    .liaisonOf('检测')
    .run('delivery.submit-report', { ...behind, behindReason: '试剂未到，七月起加开两个点', behindUntil: '2026-09-30' });
  const onPace = await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(fairs.id, { ...NONE, value: 9 }));

  assert.deepEqual([kindOf(silent), kindOf(excused)], Array(2).fill('behind-reason-missing'));
  assert.deepEqual([said.status, onPace.status], [200, 200]);
});

test('the office, entering for a unit that is behind, gives the reason or says why it has none', async (t) => {
  const list = await aFrozenList(t);
  const content = aContent(list.promise('检测').id, { ...NONE, value: 60_000, measureUnit: '名' });

  const asked = await list.office.run('delivery.submit-report', content);
  const passed = await list.office.run('delivery.submit-report', {
    ...content,
    overrides: [{ check: 'behind-unexplained', reason: '电话未接通' }],
  });

  assert.equal(kindOf(asked), 'open-findings');
  assert.match(asked.text, /"check":"behind-unexplained"/);
  assert.equal(passed.status, 200);
});

test('本月无变化 or a mere line of text on a promise that is behind wants the reason too', async (t) => {
  const list = await aFrozenList(t, { today: '2026-07-03' });
  const liaison = list.liaisonOf('检测');
  const first = aContent(list.promise('检测').id, { asOf: '2026-06-30', value: 60_000, measureUnit: '名' });
  const { reportId } = answerOf<{ reportId: string }>(await liaison.run('delivery.submit-report', first));
  answerOf(await list.app.as('office').run('delivery.adopt-report', { reportId }));
  const month = { promiseId: first.promiseId, period: '2026-07' };

  const silent = await liaison.run('delivery.state-unchanged', month);
  const inWords = await liaison.run('delivery.submit-report', {
    ...first,
    ...NONE,
    asOf: '2026-07-02',
    value: null,
    valueKind: null,
    text: '继续检测',
  });
  const said = await liaison.run('delivery.state-unchanged', { ...month, behindReason: '试剂还没有到' });

  assert.deepEqual([kindOf(silent), kindOf(inWords), said.status], ['behind-reason-missing', 'behind-reason-missing', 200]);
});
