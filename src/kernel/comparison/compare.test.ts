import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '../civil-date.ts';
import { briefText } from './brief.ts';
import { compare } from './compare.ts';
import type { Comparable, Offer, Reason } from './figure.ts';
import { aFigure, aShare } from './fixtures.ts';
import { smallestBase } from './shares.ts';
import { daysOf, monthsOf } from './span.ts';

const lastYear = { from: '2025-01-01', to: '2025-12-31' } as const;
const sameMonths = { from: '2025-01-01', to: '2025-05-31' } as const;

const codes = (items: readonly (Reason | Offer)[]) => items.map((it) => it.code);
const offer = <Code extends Offer['code']>(offers: readonly Offer[], code: Code) =>
  offers.find((it) => it.code === code) as Extract<Offer, { code: Code }>;

test('January to May against the same months of last year is comparable', () => {
  const { verdict, reasons, offers } = compare(aFigure({ count: 15 }), aFigure({ period: sameMonths, count: 40 }));

  assert.deepEqual([verdict, reasons, codes(offers)], ['comparable', [], ['change', 'rate-ratio']]);
  assert.equal(offer(offers, 'change').percent, -62.5);
});

test('half as many of twice the households is a quarter of the rate; where only one side names its households, nobody’s count', () => {
  const before = (exposed: number | null) => aFigure({ period: sameMonths, count: 40, exposed });
  const ratioTo = (exposed: number | null) => offer(compare(aFigure({ count: 20, exposed: 200 }), before(exposed)).offers, 'rate-ratio');

  assert.deepEqual([ratioTo(100).ratio, ratioTo(null).ratio], [0.25, 0.5]);
  assert.deepEqual([ratioTo(100).low.toFixed(3), ratioTo(100).high!.toFixed(3)], ['0.138', '0.438']);
});

test('none against none is no rate, so no interval stands beside it', () => {
  const { verdict, offers } = compare(aFigure({ count: 0 }), aFigure({ period: sameMonths, count: 0 }));
  assert.deepEqual([verdict, offers], ['comparable', [{ code: 'change', a: 0, b: 0, percent: null }]]);
});

test('February of a leap year is as long as any other February', () => {
  const february = aFigure({ period: { from: '2024-02-01', to: '2024-02-29' } });
  assert.equal(compare(aFigure({ period: { from: '2025-02-01', to: '2025-02-28' } }), february).verdict, 'comparable');
});

test('five months down 85 % against all of last year is refused: unchanged it would read −58.3 %, per month it is −64 %', () => {
  const { verdict, reasons, offers } = compare(aFigure({ count: null }), aFigure({ count: null, period: lastYear }), { change: -0.85 });

  assert.deepEqual([verdict, codes(reasons)], ['refused', ['other-length']]);
  assert.equal(offer(offers, 'null-of-lengths').percent.toFixed(1), '-58.3');
  assert.equal(offer(offers, 'per-span').percent!.toFixed(0), '-64');
  assert.deepEqual(offer(offers, 'needs-months').months, ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05']);
});

test('what the 85 % are worth depends on the share of last year that fell into these months, which nobody stated', () => {
  const { offers } = compare(aFigure({ count: null }), aFigure({ count: null, period: lastYear }), { change: -0.85 });
  const { rows, unchangedShare } = offer(offers, 'depends-on-share');

  assert.deepEqual(
    rows.map(({ share, percent }) => `${(share * 100).toFixed(1)} ${percent.toFixed(0)}`),
    ['60.0 -75', '50.0 -70', '41.7 -64', '30.0 -50', '20.0 -25', '10.0 50'],
  );
  assert.equal(unchangedShare.toFixed(2), '0.15');
});

test('with the counts, the exact interval says whether a fall is shown at all', () => {
  const { offers } = compare(aFigure({ count: 3 }), aFigure({ count: 20, period: lastYear }));
  const { ratio, low, high, differs } = offer(offers, 'rate-ratio');

  assert.deepEqual([ratio!.toFixed(2), low.toFixed(2), high!.toFixed(2), differs], ['0.36', '0.07', '1.21', false]);
});

test('where the months of last year are known, the same months are offered and nothing is guessed', () => {
  const months = { '2025-01': 12, '2025-02': 9, '2025-03': 6, '2025-04': 2, '2025-05': 1, '2025-06': 5 };
  const { verdict, offers } = compare(aFigure({ count: 15 }), aFigure({ count: 100, period: lastYear, months }));

  assert.equal(verdict, 'refused');
  assert.deepEqual(codes(offers), ['same-months', 'null-of-lengths', 'per-span', 'rate-ratio']);
  assert.deepEqual([offer(offers, 'same-months').b, offer(offers, 'same-months').percent], [30, -50]);
  assert.equal(offer(offers, 'rate-ratio').ratio, 0.5);
});

test('where the newer figure is the longer one, it is cut to the months of the older, whose own nobody has to give', () => {
  const months = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`2026-${String(i + 1).padStart(2, '0')}`, i + 1]));
  const whole = aFigure({ period: { from: '2026-01-01', to: '2026-12-31' }, count: 78, months });
  const { verdict, offers } = compare(whole, aFigure({ period: sameMonths, count: 30 }));

  assert.equal(verdict, 'refused');
  assert.deepEqual(codes(offers), ['same-months', 'null-of-lengths', 'per-span', 'rate-ratio']);
  const { a, b, percent, months: said } = offer(offers, 'same-months');
  assert.deepEqual([a, b, percent, said], [15, 30, -50, ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']]);
  assert.equal(offer(offers, 'rate-ratio').ratio, 0.5);
});

test('a month that the longer period cuts in two is no like month', () => {
  const cut = aFigure({ period: { from: '2025-01-01', to: '2025-05-18' }, months: { '2025-04': 4, '2025-05': 8 } });
  const of = (from: CivilDate, to: CivilDate) => offer(compare(aFigure({ period: { from, to } }), cut).offers, 'same-months');

  assert.equal(of('2026-04-01', '2026-04-30').b, 4);
  assert.equal(of('2026-05-01', '2026-05-31'), undefined);
});

test('while figures still come in, neither a change nor a rate nor a ratio is offered of them, whichever side is open', () => {
  const june = { from: '2026-06-01', to: '2026-06-30' } as const;
  const may = aFigure({ period: { from: '2026-05-01', to: '2026-05-31' }, count: 40 });
  const open = compare(aFigure({ period: june, count: 3, isClosed: false }), may);
  assert.deepEqual([open.verdict, codes(open.offers)], ['refused', ['each-alone']]);
  assert.match(briefText({ newer: open.a, older: open.b }, 'zh-CN'), /还没有到齐）：两个数只能各说各的，不能放在一起比$/);

  const year = aFigure({ period: lastYear, months: { '2025-06': 30 }, isClosed: false });
  assert.deepEqual(codes(compare(aFigure({ period: june }), year).offers), ['null-of-lengths', 'each-alone']);
  assert.deepEqual(codes(compare(year, aFigure({ period: june }), { change: -0.5 }).offers), ['null-of-lengths', 'each-alone']);
  const shares = compare(aShare({ count: 3, base: 4, isClosed: false }), aShare({ count: 58, base: 91 }));
  assert.deepEqual(codes(shares.offers), ['share-of', 'share-of']);
});

test('92.22 % is no share of 25: the nearest is 23, and the smallest base that prints so is 90', () => {
  const { verdict, reasons, offers } = compare(
    aShare({ printedPercent: '92.22', base: 25 }),
    aShare({ printedPercent: '63.7', period: lastYear }),
  );

  assert.equal(verdict, 'refused');
  assert.deepEqual(reasons[0], { code: 'share-impossible', side: 'a', printed: '92.22', base: 25, nearest: { count: 23, base: 25 } });
  assert.deepEqual(reasons[1], { code: 'base-unknown', side: 'b' });
  assert.deepEqual(offer(offers, 'smallest-base').smallest, { count: 83, base: 90 });
  assert.deepEqual(codes(offers), ['each-alone', 'smallest-base', 'smallest-base', 'needs-base']);
  assert.deepEqual(smallestBase('63.7'), { count: 58, base: 91 });
});

test('two shares of known bases stand together, each with its exact interval, in percentage points', () => {
  const { verdict, offers } = compare(aShare({ count: 83, base: 90 }), aShare({ count: 58, base: 91, period: lastYear }));

  assert.deepEqual([verdict, codes(offers)], ['comparable', ['points', 'share-of', 'share-of']]);
  assert.equal(offer(offers, 'points').points.toFixed(1), '28.5');
});

test('each difference between two figures is a reason of its own, and all are named', () => {
  const other: Partial<Comparable>[] = [
    { indicator: '咨询工单' },
    { measureUnit: '人次' },
    { kind: 'share', base: 30 },
    { scope: '示例小区及周边' },
    { definition: '2' },
    { method: '上门登记' },
    { period: null },
    { period: { from: '2025-06-01', to: '2026-02-28' } },
    { isClosed: false },
  ];
  const expected = [
    ['other-indicator'],
    ['other-unit'],
    ['count-against-share'],
    ['other-scope'],
    ['other-definition'],
    ['other-method'],
    ['period-unknown'],
    ['overlapping', 'other-length'],
    ['not-closed'],
  ];
  const found = other.map((it) => compare(aFigure(), aFigure({ period: sameMonths, ...it })));

  assert.deepEqual(
    found.map(({ reasons }) => codes(reasons)),
    expected,
  );
  assert.ok(found.every(({ verdict }) => verdict === 'refused'));
});

test('May against April may be said with care; against last May, where it is known, only that', () => {
  const may = aFigure({ period: { from: '2026-05-01', to: '2026-05-31' } });
  const april = aFigure({ period: { from: '2026-04-01', to: '2026-04-30' } });

  assert.deepEqual([compare(may, april).verdict, codes(compare(may, april).reasons)], ['caution', ['other-months']]);
  const lastApril = aFigure({ period: { from: '2025-04-01', to: '2025-04-30' }, months: { '2025-04': 4, '2025-05': 8 } });
  assert.deepEqual([compare(may, lastApril).verdict, offer(compare(may, lastApril).offers, 'same-months').b], ['refused', 8]);
});

test('where nobody said how it was counted, that is said with it', () => {
  const { verdict, reasons } = compare(aFigure({ definition: null }), aFigure({ period: sameMonths, method: null }));
  assert.deepEqual([verdict, codes(reasons)], ['caution', ['definition-unknown', 'method-unknown']]);
});

const period = fc
  .record({ start: fc.integer({ min: 0, max: 1500 }), length: fc.integer({ min: 1, max: 400 }) })
  .map(({ start, length }) => ({ from: addDays('2022-01-01', start), to: addDays('2022-01-01', start + length - 1) }));
const monthFrom = (i: number) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01` as CivilDate;
const month = fc
  .record({ first: fc.integer({ min: 0, max: 60 }), months: fc.integer({ min: 1, max: 12 }) })
  .map(({ first, months }) => ({ from: monthFrom(first), to: addDays(monthFrom(first + months), -1) }));
const either = fc.oneof(period, month);
const figure = fc
  .record({
    ...{ period: either, isKnownByMonth: fc.boolean(), isClosed: fc.boolean() },
    ...{ count: fc.integer({ min: 0, max: 1000 }), scope: fc.constantFrom('一', '二') },
  })
  .map(({ isKnownByMonth, ...it }) =>
    aFigure({ ...it, months: isKnownByMonth ? Object.fromEntries(monthsOf(it.period).map((one) => [one, 1])) : null }),
  );
const NUMBERS: readonly Offer['code'][] = ['change', 'per-span', 'same-months', 'rate-ratio', 'depends-on-share'];

test('two figures are refused or not whichever of them is named first, and never compared without a reason why not', () => {
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [one, other] = [compare(a, b), compare(b, a)];
      assert.equal(one.verdict, other.verdict);
      assert.equal(one.verdict === 'comparable', one.reasons.length === 0);
      assert.ok(one.verdict === 'comparable' || one.reasons.length > 0);
      const isPlain = one.offers.some((it) => it.code === 'change');
      assert.ok(!(isPlain && one.reasons.some((it) => it.code === 'other-length')), 'a plain change of unlike periods');
      const isSet = one.offers.some((it) => NUMBERS.includes(it.code));
      assert.equal(isSet && one.reasons.some((it) => it.code === 'not-closed'), false, 'what still comes in is set against something');
      const isAlike = (of: typeof one) => of.offers.some((it) => it.code === 'same-months');
      assert.equal(isAlike(one), isAlike(other));
    }),
    { numRuns: 300 },
  );
});

test('with the same rate in both periods the offer per month or day is no change, and no difference is shown, whatever the lengths', () => {
  fc.assert(
    fc.property(either, either, fc.integer({ min: 1, max: 500 }), (first, second, rate) => {
      const [days, months] = [(it: typeof first) => daysOf(it), (it: typeof first) => monthsOf(it).length];
      const of = (it: typeof first, length: (it: typeof first) => number) => aFigure({ period: it, count: rate * length(it) });
      const byDay = compare(of(first, days), of(second, days)).offers;
      const perSpan = offer(byDay, 'per-span');
      const { offers } = perSpan?.unit === 'month' ? compare(of(first, months), of(second, months)) : { offers: byDay };
      const said = offer(offers, 'per-span');
      if (said !== undefined) assert.ok(Math.abs(said.percent!) < 1e-9);
      const ratio = offer(offers, 'rate-ratio');
      if (ratio !== undefined && said !== undefined) assert.equal(ratio.differs, false);
    }),
    { numRuns: 500 },
  );
});

test('what is alike by the day is no rise because a month has a day more', () => {
  const may = aFigure({ period: { from: '2026-05-01', to: '2026-05-31' }, count: 12_617 });
  const april = aFigure({ period: { from: '2026-04-01', to: '2026-04-30' }, count: 12_210 });
  const { offers } = compare(may, april);

  assert.deepEqual(codes(offers), ['change', 'per-span', 'rate-ratio']);
  assert.equal(offer(offers, 'per-span').percent, 0);
  assert.deepEqual([offer(offers, 'rate-ratio').ratio!.toFixed(6), offer(offers, 'rate-ratio').differs], ['1.000000', false]);
  assert.match(briefText({ newer: may, older: april }, 'zh-CN'), /：按日均折算：407件对407件，变化.?0%；不可作同比，说不上有差别$/);
});
