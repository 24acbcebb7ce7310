import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { settleDefinition } from './rules/definition.ts';
import { recordsCounter } from './store/counter.ts';
import { aDistrictWithTests, aRow, csvOf } from './test-people.ts';

const DAYS = { from: '2026-01-01', reason: '', setBy: '', setOn: '2026-01-05' } as const;

const spec = (counts: 'services' | 'persons', serviceKindId = newId()) =>
  ({ kind: 'people', serviceKindId, counts, doseNo: null, of: 'persons', rosterId: null }) as const;

test('the first version holds from the first day of the list; a later one begins after it, no later than today, and says something else', () => {
  const first = {
    promiseId: newId(),
    versionNo: 1,
    spec: spec('services'),
    ...DAYS,
  };
  const begins = { begins: '2026-01-01', today: '2026-06-18', measureUnit: '人' } as const;
  const settle = (from: CivilDate | null, asked: Parameters<typeof settleDefinition>[0]['spec'] = spec('persons')) =>
    settleDefinition({ spec: asked, from }, { versions: [first], ...begins });

  assert.deepEqual(settleDefinition({ spec: first.spec, from: '2026-05-01' }, { versions: [], ...begins }), {
    ok: true,
    value: { versionNo: 1, from: '2026-01-01' },
  });
  assert.deepEqual(settle('2026-05-01'), { ok: true, value: { versionNo: 2, from: '2026-05-01' } });
  assert.deepEqual(settle(null), { ok: true, value: { versionNo: 2, from: '2026-06-18' } });
  assert.deepEqual(settle('2026-05-01', first.spec), { ok: false, refusal: { kind: 'definition-same', versionNo: 1 } });
  assert.deepEqual(settle('2026-01-01'), {
    ok: false,
    refusal: { kind: 'definition-not-later', from: '2026-01-01', after: '2026-01-01' },
  });
  assert.deepEqual(settle('2026-06-19'), {
    ok: false,
    refusal: { kind: 'definition-in-future', from: '2026-06-19', today: '2026-06-18' },
  });
});

test('what was counted before a second definition stays as it was; from its day on all is counted anew, and the line breaks there', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'services' });
  const tests = [
    { serial: 1, on: '2026-03-05' },
    { serial: 1, on: '2026-04-05' },
    { serial: 2, on: '2026-05-12' },
    { serial: 2, on: '2026-05-15' },
  ];
  await it.accept(await it.read(csvOf(tests.map(aRow))));
  const { office, app } = it.list;
  answerOf(await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  const define = (from: string) =>
    office.run('records.set-definition', { promiseId: it.promiseId, spec: spec('persons', it.kindId), from, reason: '按人数' });
  const answer = await it.bureau.get(`/delivery/promise?promiseId=${it.promiseId}`);
  const before = (answer.body as { readonly points: readonly object[] }).points;
  assert.ok(before.every((point) => !('begins' in point)));

  answerOf(await define('2026-05-13'));

  const { points } = (await it.bureau.get(`/delivery/promise?promiseId=${it.promiseId}`)).body as {
    readonly points: readonly { readonly on: string; readonly value: number; readonly begins?: true }[];
  };
  assert.deepEqual(
    points.map(({ on, value, begins }) => [on, value, begins ?? false]),
    [
      ['2026-03-05', 1, false],
      ['2026-04-05', 2, false],
      ['2026-05-12', 3, false],
      ['2026-05-13', 2, true],
    ],
  );
  const asked = { promiseId: it.promiseId, scope: null, period: { from: '2026-01-01', to: '2026-12-31' } } as const;
  const counted = async (asOf: '2026-05-12' | '2026-05-13') => {
    const found = await reading(app.world, '990001', (reader) => recordsCounter.count(reader, { ...asked, asOf }));
    return [found?.numerator, found?.versionNo];
  };
  assert.deepEqual(await counted('2026-05-12'), [3, 1]);
  assert.deepEqual(await counted('2026-05-13'), [2, 2]);
  assert.equal(kindOf(await define('2026-05-20')), 'definition-same');

  const over = async (from: CivilDate, to: CivilDate) => {
    const path = `/records/comparable?promiseId=${it.promiseId}&from=${from}&to=${to}`;
    return ((await it.bureau.get(path)).body as { figure: Comparable }).figure;
  };
  const [april, june] = [await over('2026-04-01', '2026-04-30'), await over('2026-06-01', '2026-06-18')];
  assert.deepEqual([april.definition, april.count, june.definition, june.count], ['1', 1, '2', 0]);
  assert.equal(compare(june, april).verdict, 'refused');
  assert.ok(compare(june, april).reasons.some(({ code }) => code === 'other-definition'));
  assert.deepEqual((await over('2026-01-01', '2026-04-30')).months, { '2026-01': 0, '2026-02': 0, '2026-03': 1, '2026-04': 1 });
});
