import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moneyPart } from '../words/money.ts';
import { moneyOf } from './money.ts';

const PROJECTS = [
  { id: 'p1', no: '1', name: '雨污分流' },
  { id: 'p2', no: '2', name: '校园照明' },
];
const paid = (projectId: string, yuan: number, monthYuan = 0) => ({
  ...{ projectId, count: 1, fen: yuan * 100, monthCount: monthYuan > 0 ? 1 : 0, monthFen: monthYuan * 100 },
  ...{ openCount: 0, openFen: 0 },
});

test('a list that keeps no money says nothing of it', () => {
  assert.equal(moneyOf(PROJECTS, [], []), null);
  assert.deepEqual(moneyPart(null).paragraphs, []);
});

test('what was paid stands beside what was set aside, and no share is made where nothing was set aside', () => {
  const money = moneyOf(
    PROJECTS,
    [
      { projectId: 'p1', source: 'city', yuan: 4_300_000 },
      { projectId: 'p1', source: 'district', yuan: 20_000_000 },
    ],
    [paid('p1', 860_000), paid('p2', 420_000, 240_000)],
  );

  assert.deepEqual(moneyPart(money).paragraphs, [
    '任务分解安排资金的1件，共2,430万元（市级430万元、区级2,000万元）。',
    '台账登记支付累计2笔、128万元，其中本月1笔、24万元。',
    '第1件“雨污分流”支付86万元，占安排资金2,430万元的3.5%；第2件“校园照明”支付42万元（没有分解资金，不算比例）。以台账登记为准，不等于财政拨付进度。',
  ]);
});

test('a payment without a voucher is told apart, and is in no sum', () => {
  const open = { ...paid('p1', 0), count: 0, openCount: 1, openFen: 20_000_000 };

  assert.deepEqual(moneyPart(moneyOf(PROJECTS, [], [open])).paragraphs, [
    '台账没有凭证齐全的支付。',
    '另有登记1笔、20万元没有凭证，没有计入。',
  ]);
  assert.deepEqual(moneyPart(moneyOf(PROJECTS, [], [open, paid('p2', 420_000)])).paragraphs, [
    '台账登记支付累计1笔、42万元，本月没有登记。',
    '另有登记1笔、20万元没有凭证，没有计入。',
    '第2件“校园照明”支付42万元（没有分解资金，不算比例）。以台账登记为准，不等于财政拨付进度。',
  ]);
});

test('what nobody paid is said to be unpaid, and the part stays inside the house', () => {
  const part = moneyPart(moneyOf(PROJECTS, [{ projectId: 'p2', source: 'society', yuan: 9_000.5 }], []));

  assert.deepEqual(part, {
    heading: '资金安排和支付',
    paragraphs: ['任务分解安排资金的1件，共9,000.5元（社会9,000.5元）。', '台账没有登记支付。'],
    isInternal: true,
  });
});

test('the lines of the projects add up to the total, to the fen', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 10 ** 11 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sums, (fens) => {
      const projects = fens.map((_, i) => ({ id: `p${i}`, no: String(i), name: `第${i}件` }));
      const payments = fens.map((fen, i) => ({ projectId: `p${i}`, count: 1, fen, monthCount: 0, monthFen: 0, openCount: 0, openFen: 0 }));
      const { paid: total, lines } = moneyOf(projects, [], payments)!;
      assert.equal(
        lines.reduce((sum, { paidYuan }) => sum + Math.round(paidYuan * 100), 0),
        total.fen,
      );
    }),
  );
});
