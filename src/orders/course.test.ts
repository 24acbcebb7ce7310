import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDistrictWithUnits, orderIn, refusalOf, type TestOrders, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

type Seen = { readonly events: readonly { kind: string; body: string }[]; readonly requests: readonly { id: string }[] };

async function seen({ office }: TestOrders, orderId: string): Promise<Seen> {
  return (await office.get(`/orders/order?orderId=${orderId}`)).body as Seen;
}

const said = async (answer: Promise<Parameters<typeof refusalOf>[0]>) => wordsOf(refusalOf(await answer));

test('an order is signed for, answered, said to be done with evidence, checked, verified on site and settled by another unit', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, water, office, file, roads } = orders;
  const { id: orderId } = await issue();

  assert.equal(
    await said(water.liaison.run('orders.reply', { orderId, text: '已派人' })),
    '这件现在是“待签收”，暂不能反馈进展；待签收的请先签收',
  );
  valueIn(await water.liaison.run('orders.sign', { orderId }));
  valueIn(await water.liaison.run('orders.reply', { orderId, text: '灯杆已到货' }));
  assert.equal(
    await said(water.head.run('orders.apply', { orderId, text: '修好了', files: [] })),
    '请附上佐证材料（照片、验收单等），再申请销号',
  );
  valueIn(await water.head.run('orders.apply', { orderId, text: '修好了', files: [await file()] }));
  const asHead = orders.app.as(['office', 'unit-head'], { unitId: water.unitId, name: '兼职' });
  assert.equal(await said(asHead.run('orders.check', { orderId })), '这件由本单位办理，核查、核验、办结和答复要由另一个单位来做');
  valueIn(await office.run('orders.check', { orderId, note: '照片清楚' }));
  assert.equal(await said(office.run('orders.close', { orderId })), '这一类要先现场核验，再办结');
  assert.equal(await said(office.run('orders.visit', { orderId, files: [] })), '请附上现场照片，再记录现场核验');
  valueIn(await office.run('orders.visit', { orderId, files: [await file('核验.txt')] }));
  const beforeClosing = await orderIn(office, orderId);
  valueIn(await office.run('orders.close', { orderId }));

  const order = await orderIn(office, orderId);
  assert.deepEqual([beforeClosing.state, beforeClosing.closedOn, order.state, order.closedOn], ['visited', null, 'closed', '2026-06-18']);
  assert.deepEqual(
    (await seen(orders, orderId)).events.map(({ kind }) => kind),
    ['issued', 'signed', 'replied', 'applied', 'checked', 'visited', 'closed'],
  );
  assert.equal((await roads.head.get(`/orders/order?orderId=${orderId}`)).status, 403, 'another unit does not see it');
});

test('what was said to be done and is not goes back with a reason; it is not finished, and may be applied for again', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, water, office, file } = orders;
  const { id: orderId } = await issue();
  valueIn(await water.head.run('orders.sign', { orderId }));
  valueIn(await water.head.run('orders.apply', { orderId, text: '修好了', files: [await file()] }));

  valueIn(await office.run('orders.return', { orderId, reason: '照片不是这一处', newDueOn: '2026-07-01' }));
  const returned = await orderIn(office, orderId);
  valueIn(await water.head.run('orders.apply', { orderId, text: '重新修好', files: [await file('新照片.txt')] }));

  assert.deepEqual([returned.state, returned.dueOn, returned.firstDueOn, returned.closedOn], ['signed', '2026-07-01', '2026-06-25', null]);
  assert.equal((await orderIn(office, orderId)).state, 'applied');
});

test('more time is asked for before the day, for a later one, once; the office answers, and both days are kept', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, water, office, at } = orders;
  const { id: orderId } = await issue();
  const ask = (wantedDueOn: string) =>
    water.head.run('orders.ask-extension', { orderId, reason: '雨季停工', progress: '基础已完成', wantedDueOn });

  assert.equal(await said(ask('2026-06-25')), '申请的日期要晚于现在的时限2026年6月25日');
  const { requestId } = valueIn<{ requestId: string }>(await ask('2026-07-05'));
  assert.equal(await said(ask('2026-07-06')), '2026年6月18日提出的延期申请还没有答复，请等答复后再提');
  valueIn(await office.run('orders.decide-request', { requestId, granted: true, decision: '同意' }));
  const extended = await orderIn(office, orderId);
  assert.equal(await said(ask('2026-07-20')), '按督办规则，一件最多延期1次，已经用完；确有困难的请申辩');
  at('2026-07-06');
  assert.equal(await said(ask('2026-07-20')), '时限2026年7月5日已过（今天是2026年7月6日），延期要在到期前申请；请反馈原因和完成时间');

  assert.deepEqual([extended.firstDueOn, extended.dueOn], ['2026-06-25', '2026-07-05']);
});

test('a unit that holds an order to be wrong says so: upheld, the order ends and counts as withdrawn; dismissed, it goes on', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, water, office } = orders;
  const [wrong, right] = [await issue(), await issue()];
  const object = async (orderId: string) =>
    valueIn<{ requestId: string }>(await water.head.run('orders.object', { orderId, reason: '该路灯归区住建局管' })).requestId;

  const first = await object(wrong.id);
  const second = await object(right.id);
  valueIn(await office.run('orders.decide-request', { requestId: first, granted: true, decision: '属实，另行交办' }));
  valueIn(await office.run('orders.decide-request', { requestId: second, granted: false, decision: '该段归水利局' }));

  assert.deepEqual([(await orderIn(office, wrong.id)).state, (await orderIn(office, right.id)).state], ['withdrawn', 'issued']);
  assert.equal(
    await said(office.run('orders.decide-request', { requestId: second, granted: true, decision: '改判' })),
    '这项申请已于2026年6月18日答复，不再改动',
  );
});

test('for a unit without an account the office writes down who signed for it, and when', async (t) => {
  const { issue, office, roads } = await aDistrictWithUnits(t);
  const { id: orderId } = await issue();

  assert.equal(await said(office.run('orders.sign', { orderId })), '代单位登记的，请写明单位经办人和日期');
  valueIn(await office.run('orders.sign', { orderId, typed: { name: '陈水', on: '2026-06-17' } }));

  assert.equal((await orderIn(office, orderId)).signedOn, '2026-06-17');
  assert.equal((await roads.head.run('orders.reply', { orderId, text: '不是我的' })).status, 403);
});

test('after a merger the unit that took the other over sees its orders and answers for them', async (t) => {
  const { issue, setup, water, roads, office } = await aDistrictWithUnits(t);
  const { id: orderId } = await issue();

  valueIn(await setup.run('organisation.merge-units', { fromId: water.unitId, intoId: roads.unitId }));
  valueIn(await roads.head.run('orders.sign', { orderId }));

  assert.deepEqual([(await orderIn(office, orderId)).state, (await orderIn(office, orderId)).unitName], ['signed', '区水利局']);
});

test('two heads sign for one order at once: one is heard, the other is told that it is under way', async (t) => {
  const { issue, water } = await aDistrictWithUnits(t);
  const { id: orderId } = await issue();

  const answers = await Promise.all([water.head.run('orders.sign', { orderId }), water.liaison.run('orders.sign', { orderId })]);

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('a number of the province stands on one order only', async (t) => {
  const { issue, office } = await aDistrictWithUnits(t);
  const [first, second] = [await issue(), await issue()];
  const set = (orderId: string) => office.run('orders.set-province-number', { orderId, provinceNumber: '13710-2026-0088' });

  valueIn(await set(first.id));

  assert.equal(await said(set(second.id)), '省系统编号“13710-2026-0088”已登记在〔2026〕1号上，请核对');
});
