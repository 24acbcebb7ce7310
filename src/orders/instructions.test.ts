import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { findFile, readBytes } from '#/platform/files.ts';
import { getInstruction } from './store/instructions.ts';
import { aDistrictWithUnits, refusalOf, type TestOrders, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

const BODY = '请住建、水利两局一周内拿出办法，切实解决。';

async function anInstruction({ office, leaderPostId }: TestOrders, change: object = {}) {
  const id = newId();
  const given = { id, leaderPostId, body: BODY, about: '《东街积水情况专报》', instructedOn: '2026-06-17', ...change };
  return { id, answer: await office.run('orders.record-instruction', given) };
}

type Listed = {
  readonly instructions: readonly { readonly body: string; readonly leaderName: string; readonly orders: readonly { state: string }[] }[];
};

test('an instruction is kept word for word under the leader who held the post that day; it lies encrypted and no unit reads it', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { office, water, app, draft, leader } = orders;
  const { id } = await anInstruction(orders);
  const [issued] = valueIn<{ id: string }[]>(await office.run('orders.order-instruction', { instructionId: id, drafts: [draft()] }));

  const { instructions } = (await office.get('/orders/instructions')).body as Listed;
  const unitPage = await water.head.get(`/orders/order?orderId=${issued!.id}`);
  const { rows } = await app.ownerPool.query('select * from orders.instruction');

  assert.deepEqual([instructions[0]!.body, instructions[0]!.leaderName, instructions[0]!.orders.length], [BODY, '方远', 1]);
  assert.equal(unitPage.status, 200);
  assert.ok(!unitPage.text.includes('切实解决') && !unitPage.text.includes('东街积水情况专报'), 'the unit reads what is to be done only');
  assert.ok(!JSON.stringify(rows).includes('切实解决'));
  assert.equal((await water.head.get('/orders/instructions')).status, 403);
  assert.deepEqual(
    ((await leader.get('/orders/instructions')).body as Listed).instructions,
    [],
    'another post of a leader reads none of it',
  );
});

test('an instruction that cannot be recorded gets a sentence', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const bad = [
    { instructedOn: '2026-06-19' },
    { instructedOn: '2025-12-31' },
    { leaderPostId: orders.water.headPostId },
    { body: '机密★ 按此办理' },
  ];

  const said: string[] = [];
  for (const change of bad) said.push(wordsOf(refusalOf((await anInstruction(orders, change)).answer)));

  assert.deepEqual(said, [
    '批示日期2026年6月19日还没有到（今天是2026年6月18日），请改正',
    '2025年12月31日岗位“副区长（城建）”没有人担任，请核对岗位和批示日期',
    '岗位“区水利局局长”不是区领导岗位，请重新选择',
    '文字里有密级标志“机密★”，暂不能登记；本系统不处理涉密内容',
  ]);
});

test('the report goes back to the leader with his words and what came of each order, and is kept as it went out', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { app, office, draft, water } = orders;
  const { id: instructionId } = await anInstruction(orders);
  assert.equal(
    wordsOf(refusalOf(await office.run('orders.report-instruction', { instructionId }))),
    '还没有从这件批示交办事项，暂不能报告；请先交办',
  );
  const [issued] = valueIn<{ id: string }[]>(
    await office.run('orders.order-instruction', { instructionId, drafts: [draft({ matter: '清通东街雨水口' })] }),
  );
  valueIn(await water.head.run('orders.sign', { orderId: issued!.id }));
  valueIn(await water.head.run('orders.reply', { orderId: issued!.id, text: '已清通12处。' }));

  valueIn(await office.run('orders.report-instruction', { instructionId, text: '下周完成剩余3处。' }));
  const file = await office.get(`/orders/instruction-report.docx?instructionId=${instructionId}`);
  const again = await office.run('orders.order-instruction', { instructionId, drafts: [draft()] });
  const kept = await app.read('990001', async (reader) => {
    const { reportDigest } = await getInstruction(reader, instructionId);
    const { name } = (await findFile(reader, reportDigest!))!;
    return readDocument(await readBytes(reader, '990001', reportDigest!), name);
  });
  const text = kept.ok ? kept.value.blocks.map((it) => (it.kind === 'paragraph' ? it.text : '')).join('\n') : '';

  assert.equal(file.status, 200);
  assert.equal(wordsOf(refusalOf(again)), '办理情况已于2026年6月18日报告领导，不再改动');
  for (const expected of [BODY, '方远副区长（城建）', '共交办 1 件', '清通东街雨水口（交办〔2026〕1号）', '已清通12处', '下周完成剩余3处'])
    assert.ok(text.includes(expected), `${expected} in ${text}`);
});
