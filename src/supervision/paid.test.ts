import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { aPayment } from '#/records/test-entries.ts';

type Bulletin = { readonly content: { readonly extra: { readonly parts: readonly { heading: string; paragraphs: readonly string[] }[] } } };

test('the bulletin adds up what was paid with a voucher, by the month and in all; what has none yet and what an insurer paid out stand in no sum', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const evidence = [await list.evidence()];
  const pay = async (change: Parameters<typeof aPayment>[0]) =>
    answerOf(await list.office.run('records.add-entry', { id: newId(), entry: aPayment({ promiseId, evidence, ...change }) }));
  await pay({ on: '2026-05-10', amountFen: 3_200_000, title: '首期' });
  await pay({ on: '2026-06-10', amountFen: 1_000_000, title: '二期' });
  await pay({ on: '2026-06-11', amountFen: 20_000_000, title: '还没有凭证', evidence: [] });
  await pay({ on: '2026-06-12', amountFen: 900_000, title: '理赔', moneyKind: 'payout' });

  const { content } = (await list.office.get('/supervision/bulletin?year=2026&month=6')).body as Bulletin;
  const { paragraphs } = content.extra.parts.find(({ heading }) => heading === '资金安排和支付')!;

  assert.deepEqual(paragraphs.slice(-3, -1), [
    '台账登记支付累计2笔、4.2万元，其中本月1笔、1万元。',
    '另有登记1笔、20万元没有凭证，没有计入。',
  ]);
  assert.match(paragraphs.at(-1)!, /支付4\.2万元/);
});
