import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { timersJob } from './jobs.ts';
import type { Proposal } from './rules/measure.ts';
import { listOrdersDuties } from './store/duties.ts';
import { aDistrictWithUnits, refusalOf, type TestOrders, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

type View = {
  readonly proposals: readonly Proposal[];
  readonly addressees: readonly { readonly postId: string; readonly title: string; readonly holder: string | null }[];
};
const viewed = async ({ office }: TestOrders) => (await office.get('/orders/proposals')).body as View;

/** The calendar comes by on each day on which something of an order of 18 June falls due. */
async function lapse(orders: TestOrders): Promise<void> {
  const { app, office, at } = orders;
  const deps = { world: app.world, run: app.run, outside: {} } as unknown as Parameters<typeof timersJob.run>[1];
  for (const day of ['2026-06-26', '2026-07-02', '2026-07-10'] as const) {
    at(day);
    await timersJob.run(office.district, deps);
  }
}

test('a measure is put before the leader whose instruction it is about, and he is the one who owes an answer', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { app, office, leaderPostId, draft } = orders;
  const instructionId = newId();
  const written = { id: instructionId, leaderPostId, body: '一周内拿出办法。', about: '《东街积水专报》', instructedOn: '2026-06-17' };
  valueIn(await office.run('orders.record-instruction', written));
  valueIn(await office.run('orders.order-instruction', { instructionId, drafts: [draft()] }));

  await lapse(orders);
  const { proposals, addressees } = await viewed(orders);
  const duties = await reading(app.world, office.district, (reader) => listOrdersDuties(reader, '2026-12-31'));

  assert.deepEqual(
    proposals.map(({ measure, toPostId }) => [measure, toPostId]),
    [['circular', leaderPostId]],
  );
  assert.deepEqual(addressees, [{ postId: leaderPostId, title: '副区长（城建）', holder: '方远' }]);
  assert.deepEqual(
    duties
      .filter(({ kind }) => kind === 'orders.propose' || kind === 'orders.approve')
      .map(({ kind, postId, roles }) => [kind, postId, roles]),
    [
      ['orders.propose', null, ['office']],
      ['orders.approve', leaderPostId, ['leader']],
    ],
  );
});

test('where no leader is known the office names one, of the leaders only, and until he has decided', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { office, leaderPostId, water, issue, file } = orders;
  await issue();
  await lapse(orders);
  const { id: proposalId, toPostId } = (await viewed(orders)).proposals[0]!;

  const wrong = await office.run('orders.address-proposal', { proposalId, leaderPostId: water.headPostId });
  valueIn(await office.run('orders.address-proposal', { proposalId, leaderPostId }));
  const named = (await viewed(orders)).proposals[0]!;
  const onPaper = { leaderPostId, on: '2026-07-10', scan: await file('呈批单.txt') };
  valueIn(await office.run('orders.decide-proposal', { proposalId, approved: true, onPaper }));
  const late = await office.run('orders.address-proposal', { proposalId, leaderPostId });

  assert.deepEqual([toPostId, named.toPostId], [null, leaderPostId]);
  assert.equal(wordsOf(refusalOf(wrong)), '岗位“区水利局局长”不是区领导岗位，请重新选择');
  assert.equal(wordsOf(refusalOf(late)), '这份呈批单现在是“已同意”，暂不能这样办理');
});

test('slips sent by two clerks and by the calendar at the same moment have numbers without gap and without double', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { app, office, officeUnitId, issue, at } = orders;
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) ids.push((await issue()).id);
  const colleague = app.as('office', { name: '常青', unitId: officeUnitId });
  at('2026-06-26');
  const deps = { world: app.world, run: app.run, outside: {} } as unknown as Parameters<typeof timersJob.run>[1];

  await Promise.all([
    ...ids.slice(0, 2).map((orderId) => office.run('orders.urge', { orderId, reason: '抓紧' })),
    ...ids.slice(1, 3).map((orderId) => colleague.run('orders.urge', { orderId, reason: '抓紧' })),
    timersJob.run(office.district, deps),
  ]);
  await timersJob.run(office.district, deps);
  const { rows } = await app.ownerPool.query(`select kind, array_agg(number order by number) as numbers from orders.slip group by kind`);

  for (const { numbers } of rows)
    assert.deepEqual(
      numbers,
      Array.from(numbers as number[], (_, i) => i + 1),
    );
  const urged = rows.find(({ kind }) => kind === 'urge');
  assert.equal(urged.numbers.length, ids.length, 'each order was urged once');
});
