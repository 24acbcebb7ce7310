import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnOf } from './rules/revisit.ts';
import { aDistrictWithUnits, orderIn, refusalOf, type TestOrders, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

async function closed({ issue, water, roads, office, file }: TestOrders, isRoads = false): Promise<string> {
  const unit = isRoads ? roads : water;
  const { id: orderId } = await issue({ unitId: unit.unitId, kind: 'paper' });
  valueIn(await unit.head.run('orders.sign', { orderId }));
  valueIn(await unit.head.run('orders.apply', { orderId, text: '已报送', files: [await file()] }));
  valueIn(await office.run('orders.check', { orderId }));
  valueIn(await office.run('orders.close', { orderId }));
  return orderId;
}

type Samples = {
  readonly samples: readonly { id: string; seed: string; size: number; population: { id: string; unitId: string }[] }[];
  readonly revisits: readonly { orderId: string }[];
};
const DAYS = { from: '2026-06-01', to: '2026-06-30', dueOn: '2026-07-31' };

test('lots for 回头看 are drawn from what was closed; from the recorded seed and population anybody draws the same', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { office } = orders;
  assert.equal(
    wordsOf(refusalOf(await office.run('orders.draw-revisits', DAYS))),
    '2026年6月1日至2026年6月30日没有办结的件，无可抽取；请改日期',
  );
  for (const isRoads of [false, false, true, true]) await closed(orders, isRoads);

  const { orderIds } = valueIn<{ orderIds: string[] }>(await office.run('orders.draw-revisits', { ...DAYS, size: 2 }));
  const { samples, revisits } = (await office.get('/orders/revisits')).body as Samples;

  assert.deepEqual(drawnOf(samples[0]!), orderIds);
  assert.deepEqual(drawnOf({ ...samples[0]!, population: samples[0]!.population.toReversed() }), orderIds, 'in whatever order they stand');
  assert.deepEqual(revisits.map((it) => it.orderId).toSorted(), orderIds.toSorted());
});

test('what holds stays closed; what relapsed is open again with a day, and counts as finished no more', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { office, file } = orders;
  const [held, relapsed] = [await closed(orders), await closed(orders)];
  const { sampleId } = valueIn<{ sampleId: string }>(await office.run('orders.draw-revisits', { ...DAYS, size: 2 }));
  const record = async (orderId: string, change: object) =>
    office.run('orders.record-revisit', { sampleId, orderId, result: 'relapsed', files: [await file()], ...change });

  const sentences = [await record(relapsed, { files: [] }), await record(relapsed, {}), await record(relapsed, { note: '又坏了' })];
  valueIn(await record(held, { result: 'held' }));
  valueIn(await record(relapsed, { note: '又坏了', newDueOn: '2026-07-10' }));
  const again = await record(held, { result: 'held' });

  assert.deepEqual(
    [...sentences, again].map((it) => wordsOf(refusalOf(it))),
    ['请附上回头看的现场照片', '问题反弹的，请写明现场看到了什么', '问题反弹的，请写明重新办结的日期', '这件已于2026年6月18日回头看过'],
  );
  const [first, second] = [await orderIn(office, held), await orderIn(office, relapsed)];
  assert.deepEqual([first.state, second.state, second.closedOn, second.dueOn], ['closed', 'signed', null, '2026-07-10']);
});
