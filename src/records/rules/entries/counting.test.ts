import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { anEvent, aPayment, aWork, entered } from '../../test-entries.ts';
import { cadenceMonths } from './cadence.ts';
import { countedEntries, dayFigures, duplicatesOf, figureOf, figureParts, lacksOf, lacksWithin } from './counting.ts';
import type { Entry, EventInput, MoneyEntry } from './entry.ts';
import { moneyRatio } from './money.ts';
import { mayCorrect, reportEvent, settleEntry } from './settle.ts';
import type { EntrySpec } from './spec.ts';

const fairs: EntrySpec = { kind: 'events', eventKind: 'fair', counts: 'held' };
const year = { from: '2026-01-01', to: '2026-12-31', areas: null } as const;

test('a fair counts with date, place, host, a picture and the number who came, and lacks by name what is missing', () => {
  const bare = entered(anEvent(undefined, { place: '', host: '', evidence: [], attended: null }));

  assert.deepEqual(lacksOf(fairs, bare, new Set()), ['place', 'host', 'evidence', 'attended']);
  assert.deepEqual(figureOf(fairs, [bare, entered(anEvent())], year), { numerator: 1, denominator: null, records: 1 });
});

test('only what was held counts: not a plan, not a cancelled one, not what was corrected, not another kind, not another year', () => {
  const entries = [
    entered(anEvent(undefined, { state: 'planned', evidence: [], attended: null })),
    entered(anEvent(), { state: 'cancelled' }),
    entered(anEvent(), { state: 'superseded' }),
    entered(anEvent(undefined, { eventKind: 'show' })),
    entered(anEvent(undefined, { on: '2025-12-31' })),
  ];
  assert.equal(figureOf(fairs, entries, year).numerator, 0);
});

test('five trainings with 380 certificates are five, or 380, and never both in one number', () => {
  const sizes = [70, 80, 76, 84, 70];
  const entries = sizes.map((certified, i) =>
    entered(anEvent(undefined, { eventKind: 'training', on: addDays('2026-02-01', i * 10), attended: certified + 5, certified })),
  );
  const of = (counts: 'held' | 'attended' | 'certified') =>
    figureOf({ kind: 'events', eventKind: 'training', counts }, entries, year).numerator;

  assert.deepEqual([of('held'), of('certified'), of('attended')], [5, 380, 405]);
});

test('two fairs on one day at one place by one host count once until somebody says that they are two', () => {
  const [one, other] = [entered(anEvent()), entered(anEvent(undefined, { place: ' 清泉广场', title: '春季专场' }))];

  assert.deepEqual([...duplicatesOf([one, other])], [[other.id, one.id]]);
  assert.equal(figureOf(fairs, [one, other], year).numerator, 1);
  assert.equal(figureOf(fairs, [one, { ...other, notDuplicate: '上午下午各一场' }], year).numerator, 2);
});

test('of two entries of one event the first that lacks nothing counts, in whatever order they were entered: a line that lacks its picture, or is still a plan, leaves none out', () => {
  const complete = entered(anEvent());
  const others: readonly Partial<EventInput>[] = [{ attended: null }, { evidence: [] }, { state: 'planned', attended: null, evidence: [] }];
  for (const changes of others) {
    const bare = entered(anEvent(undefined, changes));
    for (const entries of [
      [bare, complete],
      [complete, bare],
    ]) {
      assert.deepEqual([...duplicatesOf(entries)], [[bare.id, complete.id]]);
      assert.equal(figureOf(fairs, entries, year).numerator, 1);
    }
  }
  assert.equal(figureOf(fairs, [complete, entered(anEvent())], year).numerator, 1);
});

test('works add up in their own unit and no other, and only when accepted where the promise says so', () => {
  const entries = [
    entered(aWork()),
    entered(aWork({ quantity: 83, acceptedBy: '街道', acceptedOn: '2026-06-01' })),
    entered(aWork({ measureUnit: '处', quantity: 2 })),
  ];
  const spec = { kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'done' } as const;

  assert.equal(figureOf(spec, entries, year).numerator, 123);
  assert.equal(figureOf({ ...spec, counts: 'accepted' }, entries, year).numerator, 83);
});

test('works count with pictures of before and of after; what is missing is named', () => {
  const spec = { kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'done' } as const;
  const bare = entered(aWork({ before: [], evidence: [] }));
  const after = entered(aWork({ before: [] }));

  assert.deepEqual([lacksOf(spec, bare, new Set()), lacksOf(spec, after, new Set())], [['before', 'evidence'], ['before']]);
  assert.equal(figureOf(spec, [bare, after], year).numerator, 0);
  assert.deepEqual(lacksOf(spec, entered(aWork()), new Set()), []);
});

test('what lies outside the period of the list says so, whatever else it lacks', () => {
  const spec = { kind: 'events', eventKind: null, counts: 'held' } as const;
  const lacks = (changes: Parameters<typeof anEvent>[1]) => lacksWithin(spec, entered(anEvent(undefined, changes)), new Set(), year);

  assert.deepEqual(lacks({ on: '2016-06-10', host: '' }), ['host', 'period']);
  assert.deepEqual([lacks({ on: year.from }), lacks({ on: year.to }), lacks({ on: '2027-01-01' })], [[], [], ['period']]);
});

test('money is added in whole fen: a tenth of a yuan ten times is one yuan', () => {
  const entries = Array.from({ length: 10 }, () => entered(aPayment({ amountFen: 10 })));
  assert.equal(figureOf({ kind: 'money', moneyKind: 'premium', counts: 'amount', fenPerUnit: 100 }, entries, year).numerator, 1);
});

test('a ratio of money waits for both periods, and for the same one', () => {
  const money = (changes: Parameters<typeof aPayment>[0]) => entered(aPayment(changes)) as MoneyEntry;
  const [premium, payout] = [money({ amountFen: 100_000 }), money({ moneyKind: 'payout', amountFen: 25_000 })];
  const kindOf = (entries: readonly MoneyEntry[]) => {
    const found = moneyRatio(entries, 'payout', 'premium');
    return found.ok ? found.value : found.refusal.kind;
  };

  assert.equal(kindOf([premium]), 'money-nothing');
  assert.equal(kindOf([premium, money({ moneyKind: 'payout', evidence: [] })]), 'money-without-evidence');
  assert.equal(kindOf([premium, money({ moneyKind: 'payout', periodFrom: null, periodTo: null })]), 'money-period-unknown');
  assert.equal(kindOf([premium, money({ moneyKind: 'payout', periodTo: '2026-05-31' })]), 'money-periods-differ');
  assert.deepEqual(kindOf([premium, payout]), {
    numeratorFen: 25_000,
    denominatorFen: 100_000,
    period: { from: '2026-01-01', to: '2026-12-31' },
    emptyMonths: [],
  });
});

test('January with December is no year: the months between are named, and only who says that nothing fell into them gets a ratio', () => {
  const money = (changes: Parameters<typeof aPayment>[0]) => entered(aPayment(changes)) as MoneyEntry;
  const premium = money({ amountFen: 100_000 });
  const payout = (periodFrom: CivilDate, periodTo: CivilDate) => money({ moneyKind: 'payout', amountFen: 10_000, periodFrom, periodTo });
  const ends = [payout('2026-01-01', '2026-01-31'), payout('2026-12-01', '2026-12-31')];
  const between = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((it) => `2026-${it}`);

  assert.deepEqual(moneyRatio([premium, ...ends], 'payout', 'premium'), {
    ok: false,
    refusal: { kind: 'money-months-missing', of: 'payout', months: between },
  });
  assert.deepEqual(moneyRatio([premium, ...ends], 'payout', 'premium', { isComplete: true }), {
    ok: true,
    value: { numeratorFen: 20_000, denominatorFen: 100_000, period: { from: '2026-01-01', to: '2026-12-31' }, emptyMonths: between },
  });
  const joined = [payout('2026-01-01', '2026-06-15'), payout('2026-03-01', '2026-05-31'), payout('2026-06-16', '2026-12-31')];
  assert.ok(moneyRatio([premium, ...joined], 'payout', 'premium').ok, 'periods that meet or overlap leave nothing out');
  const torn = moneyRatio([premium, payout('2026-01-01', '2026-06-15'), payout('2026-06-20', '2026-12-31')], 'payout', 'premium');
  assert.deepEqual(torn, { ok: false, refusal: { kind: 'money-months-missing', of: 'payout', months: ['2026-06'] } });
});

test('eight fairs in three months do not keep 每月至少一场: each month is looked at by itself, the one under way may still be kept', () => {
  const heldOn = ['2026-01-05', '2026-01-09', '2026-03-02', '2026-03-03', '2026-03-04', '2026-04-01', '2026-05-30', '2026-05-31'] as const;
  const heldIn = (month: string) => heldOn.filter((on) => on.startsWith(month)).length;
  const months = cadenceMonths({ every: 'month', times: 1 }, heldIn, { from: '2026-01-01', asOf: '2026-06-18' })!;

  assert.deepEqual(
    months.map((it) => `${it.month.slice(5)} ${it.held} ${it.state}`),
    ['01 2 kept', '02 0 missed', '03 3 kept', '04 1 kept', '05 2 kept', '06 0 running'],
  );
  assert.equal(cadenceMonths({ every: 'week', times: 1 }, heldIn, { from: '2026-01-01', asOf: '2026-06-18' }), null);
});

test('a month that nothing kept is missed as of its last day, which a bulletin of the month is, and under way until then', () => {
  const stateOn = (asOf: CivilDate) => cadenceMonths({ every: 'month', times: 1 }, () => 0, { from: '2026-06-01', asOf })!.at(-1)!.state;

  assert.deepEqual([stateOn('2026-06-29'), stateOn('2026-06-30')], ['running', 'missed']);
});

test('what may be written down on 18 June', () => {
  const today = '2026-06-18' as const;
  const kindOf = (input: Parameters<typeof settleEntry>[0]) => {
    const settled = settleEntry(input, today);
    return settled.ok ? 'accepted' : settled.refusal.kind;
  };
  const planned: Partial<EventInput> = { state: 'planned', attended: null, evidence: [] };
  const cases: readonly (readonly [Parameters<typeof settleEntry>[0], string])[] = [
    [anEvent(), 'accepted'],
    [anEvent(undefined, { on: today }), 'accepted'],
    [anEvent(undefined, { on: '2026-06-19' }), 'entry-ahead'],
    [anEvent(undefined, { ...planned, on: '2026-06-18' }), 'accepted'],
    [anEvent(undefined, { ...planned, on: '2026-06-17' }), 'plan-behind'],
    [anEvent(undefined, { ...planned, on: '2026-07-01', attended: 3 }), 'planned-with-result'],
    [anEvent(undefined, { certified: 121 }), 'certified-beyond-attended'],
    [anEvent(undefined, { from: null }), 'event-ends-before-it-begins'],
    [anEvent(undefined, { to: '09:00' }), 'event-ends-before-it-begins'],
    [aWork({ acceptedBy: '街道' }), 'acceptance-half'],
    [aWork({ acceptedBy: '街道', acceptedOn: '2026-05-19' }), 'accepted-before-done'],
    [aWork({ acceptedBy: '街道', acceptedOn: '2026-05-20' }), 'accepted'],
    [aWork({ on: '2026-06-19' }), 'entry-ahead'],
    [aPayment({ periodTo: null }), 'period-half'],
    [aPayment({ periodFrom: '2027-01-01' }), 'period-backwards'],
    [aPayment({ periodFrom: null, periodTo: null }), 'accepted'],
  ];
  for (const [input, expected] of cases) assert.equal(kindOf(input), expected, JSON.stringify(input));
});

test('a planned event becomes a held one with its result, once; what was corrected is corrected no more', () => {
  const planned = entered(anEvent(undefined, { state: 'planned', on: '2026-06-10', evidence: [], attended: null }));
  const result = { on: '2026-06-11', attended: 90, certified: null, evidence: ['b'.repeat(64)] } as const;
  const held = reportEvent(planned, { ...result, evidence: [...result.evidence] }, '2026-06-18');

  assert.ok(held.ok && held.value.state === 'held' && held.value.on === '2026-06-11' && held.value.attended === 90);
  assert.equal(reportEvent(entered(anEvent()), { ...result, evidence: [] }, '2026-06-18').ok, false);
  const refused = mayCorrect(entered(anEvent(), { state: 'superseded' }), anEvent(), '2026-06-18');
  assert.deepEqual(refused.ok || refused.refusal, { kind: 'entry-not-current', state: 'superseded' });
});

const some: fc.Arbitrary<Entry> = fc
  .record({
    day: fc.integer({ min: 0, max: 364 }),
    place: fc.constantFrom('甲', '乙', '丙'),
    attended: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    area: fc.constantFrom(null, 'east', 'west'),
  })
  .map(({ day, place, attended, area }) => entered(anEvent(undefined, { on: addDays('2026-01-01', day), place, attended, areaId: area })));

test('a figure is the sum of its months and of its places, and its line ends at the figure, whatever was entered', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (entries) => {
      const { numerator } = figureOf(fairs, entries, year);
      const { byMonth, byPlace } = figureParts(fairs, entries, { ...year, topOf: (it) => it });
      const sum = (parts: readonly { readonly numerator: number }[]) => parts.reduce((total, it) => total + it.numerator, 0);
      assert.deepEqual([sum(byMonth), sum(byPlace)], [numerator, numerator]);
      assert.equal(dayFigures(fairs, entries, year).at(-1)?.value ?? 0, numerator);
      assert.equal(countedEntries(fairs, entries, { ...year, to: '2026-06-30' }).length <= numerator, true);
    }),
    { numRuns: 60 },
  );
});
