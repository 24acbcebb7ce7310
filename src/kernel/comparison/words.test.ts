import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from './compare.ts';
import { aFigure, aShare } from './fixtures.ts';
import { comparisonText, offerSentence, reasonSentence } from './words.ts';

const lastYear = { from: '2025-01-01', to: '2025-12-31' } as const;

test('the 85 % of five months against twelve are worded with what they are worth', () => {
  const compared = compare(aFigure({ count: null }), aFigure({ count: null, period: lastYear }), { change: -0.85 });

  assert.equal(
    comparisonText(compared),
    '不可比（期间长短不同：5个月对12个月）。什么都不变，只因5个月对12个月，也会显示−58.3%。按月均折算：变化−64%；不可作同比。' +
      '究竟变化多少，要看全年的数有几成落在这几个月：60%则−75%，50%则−70%，42%则−64%，30%则−50%，20%则−25%，10%则+50%；若占15%，则没有变化。' +
      '要作同比，请提供旧的数的分月数：2025年1—5月。',
  );
  assert.match(comparisonText(compared, 'en'), /^not comparable \(The periods differ in length: 5 months against 12 months\)\./);
});

test('with the counts given, the sentence carries both counts, the change and its exact interval', () => {
  const compared = compare(aFigure({ count: 3 }), aFigure({ count: 8, period: { from: '2025-01-01', to: '2025-05-31' } }));

  assert.equal(
    comparisonText(compared),
    '可比。2026年1—5月：3 件；2025年1—5月：8 件；变化−62.5%。比率之比0.38，95%精确区间0.06～1.56：数太少，说不上有差别。',
  );
});

test('the percentage that no whole count gives is worded with the nearest one and the smallest base', () => {
  const { reasons, offers, a, b } = compare(aShare({ printedPercent: '92.22', base: 25 }), aShare({ count: 58, base: 91 }));

  assert.equal(reasonSentence(reasons[0]!), '92.22%不可能是25里的比率：最近的是23/25，即92.00%');
  assert.deepEqual(
    offers.map((it) => offerSentence(it, { a, b })),
    ['两个数只能各说各的，不能放在一起比', '能得出92.22%的最小基数是90（83/90）', '旧的数58/91，即63.7%（95%精确区间53.0%～73.6%）'],
  );
});

test('days are said as days, months across the years with both years', () => {
  const open = compare(
    aFigure({ period: { from: '2026-06-01', to: '2026-06-18' }, isClosed: false }),
    aFigure({ period: { from: '2025-12-01', to: '2026-02-28' } }),
  );

  assert.equal(
    comparisonText({ ...open, offers: open.offers.slice(0, 1) }),
    '不可比（期间长短不同：18天对3个月；新的数的期间还没有结束，晚报的数还没有到齐）。什么都不变，只因18天对3个月，也会显示−80.0%。',
  );
});

test('where nobody gave the counts nothing is worked out from them, and no count is said to be 0', () => {
  const bare = compare(aFigure({ count: null }), aFigure({ count: null, period: lastYear }));

  assert.equal(
    comparisonText(bare),
    '不可比（期间长短不同：5个月对12个月）。什么都不变，只因5个月对12个月，也会显示−58.3%。要作同比，请提供旧的数的分月数：2025年1—5月。',
  );
  assert.match(comparisonText(compare(aFigure(), aFigure({ count: 0, period: lastYear }))), /4件对0件，旧的数为0，算不出变化/);
});
