import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { type CountDefinition, settleDefinition } from './rules/definition.ts';
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
    settleDefinition({ spec: asked, from }, { versions: [first], lastNo: 1, ...begins });

  assert.deepEqual(settleDefinition({ spec: first.spec, from: '2026-05-01' }, { versions: [], lastNo: 0, ...begins }), {
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

test('a version that was set wrong today is put right today: from its day or another, the first for the whole list; an older one is not', () => {
  const kind = newId();
  const said = { promiseId: newId(), reason: '', setBy: '' };
  const first = { ...said, versionNo: 1, spec: spec('services', kind), from: '2026-01-01', setOn: '2026-06-18' } as const;
  const second = { ...said, versionNo: 2, spec: spec('doses' as never, kind), from: '2026-05-01', setOn: '2026-06-18' } as const;
  const known = { begins: '2026-01-01', today: '2026-06-18', measureUnit: '人' } as const;
  const settle = (versions: readonly CountDefinition[], asked: Partial<Parameters<typeof settleDefinition>[0]>) =>
    settleDefinition({ spec: spec('persons', kind), from: null, ...asked }, { versions, lastNo: versions.length, ...known });

  assert.deepEqual(settle([first], { replaces: 1 }), { ok: true, value: { versionNo: 2, from: '2026-01-01' } });
  assert.deepEqual(settle([first, second], { replaces: 2 }), { ok: true, value: { versionNo: 3, from: '2026-05-01' } });
  const sameButLater = { replaces: 2, spec: second.spec, from: '2026-05-10' } as const;
  assert.deepEqual(settle([first, second], sameButLater), { ok: true, value: { versionNo: 3, from: '2026-05-10' } });
  const refused = (it: ReturnType<typeof settle>) => (it.ok ? null : it.refusal);
  assert.equal(refused(settle([first, second], { replaces: 2, spec: second.spec }))?.kind, 'definition-same');
  assert.equal(refused(settle([first, second], { replaces: 1 }))?.kind, 'version-not-of-today');
  assert.equal(refused(settle([first, second], { replaces: 2, from: '2026-01-01' }))?.kind, 'definition-not-later');
  assert.deepEqual(refused(settle([{ ...first, setOn: '2026-06-17' }], { replaces: 1 })), {
    ...{ kind: 'version-not-of-today', versionNo: 1, setOn: '2026-06-17', today: '2026-06-18' },
  });
});

test('what was defined wrong today and put right today counts by the right one from the first day on, and both stay to be read', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'services' });
  await it.accept(await it.read(csvOf([{ serial: 1 }, { serial: 1, on: '2026-04-05' as const }, { serial: 2 }].map(aRow))));
  assert.equal((await it.figure()).counted.numerator, 3);
  const asked = { promiseId: it.promiseId, spec: spec('persons', it.kindId), reason: '误选了人次' };
  const { office } = it.list;

  assert.equal(kindOf(await office.run('records.set-definition', { ...asked, replaces: 7 })), 'version-not-of-today');
  const both = await Promise.all([1, 2].map(() => office.run('records.set-definition', { ...asked, replaces: 1 })));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  const { counted, versions } = (await it.figure()) as unknown as {
    counted: { numerator: number; versionNo: number };
    versions: readonly { versionNo: number; from: string; reason: string; replacedBy: number | null }[];
  };
  assert.deepEqual([counted.numerator, counted.versionNo], [2, 2]);
  assert.deepEqual(
    versions.map(({ versionNo, from, reason, replacedBy }) => [versionNo, from, reason, replacedBy]),
    [
      [1, '2026-01-01', '实施方案', 2],
      [2, '2026-01-01', '误选了人次', null],
    ],
  );
  const series = await reading(it.list.app.world, '990001', (reader) =>
    recordsCounter.series(reader, { promiseId: it.promiseId, period: { from: '2026-01-01', to: '2026-12-31' } }),
  );
  assert.deepEqual(series.versions, [{ from: '2026-01-01', name: '2', isAnew: true }]);
});

test('a rule that was set wrong today is put right today for every service that it judged, and both stay to be read', async (t) => {
  const it = await aDistrictWithTests(t, { groups: [[{ about: 'age', least: 70, most: null }]] });
  await it.accept(await it.read(csvOf([{ serial: 1 }, { serial: 2 }].map(aRow))));
  assert.equal((await it.figure()).counted.numerator, 0);
  const right = { groups: [[{ about: 'age', least: 7, most: 60 }]], consentUnder14: true };
  const set = (more: object) =>
    it.list.office.run('records.set-eligibility', { serviceKindId: it.kindId, rule: right, reason: '写错了年龄', ...more });

  assert.equal(kindOf(await set({ replaces: 3 })), 'version-not-of-today');
  answerOf(await set({ replaces: 1 }));
  assert.equal((await it.figure()).counted.numerator, 2);
  assert.equal(kindOf(await set({ replaces: 2 })), 'rule-same');
  const { kinds } = (await it.bureau.get('/records/lists')).body as unknown as {
    kinds: readonly { rules: readonly { versionNo: number }[]; pastRules: readonly { versionNo: number; replacedBy: number | null }[] }[];
  };
  assert.deepEqual(
    kinds[0]!.rules.map(({ versionNo }) => versionNo),
    [2],
  );
  assert.deepEqual(
    kinds[0]!.pastRules.map(({ versionNo, replacedBy }) => [versionNo, replacedBy]),
    [
      [1, 2],
      [2, null],
    ],
  );
});

test('a rule does not ask for an age without saying which, and no slot stands twice', async (t) => {
  const it = await aDistrictWithTests(t);
  const rule = { groups: [[{ about: 'sex', is: 'f' }], [{ about: 'age', least: null, most: null }]], consentUnder14: true };
  const set = await it.list.office.run('records.set-eligibility', { serviceKindId: it.kindId, rule, reason: '实施方案' });
  assert.deepEqual((set.body as { refusal: object }).refusal, { kind: 'age-open', group: 2 });
  const kind = { serviceKindId: newId(), name: '助餐', unitId: it.unitId, isSensitive: false, needsEvidence: false };
  const kept = await it.bureau.run('records.keep-service-kind', { ...kind, slots: ['午餐', ' 午餐 '] });
  assert.deepEqual((kept.body as { refusal: object }).refusal, { kind: 'slot-twice', slot: '午餐' });
});

test('a rule that begins later judges its own days: the line begins anew with it, and May is not compared with June as if by one rule', async (t) => {
  const it = await aDistrictWithTests(t, { groups: [[{ about: 'age', least: 30, most: 60 }]] });
  const tests = ['2026-05-05', '2026-05-06', '2026-06-03', '2026-06-04'].map((on, i) => ({
    ...{ serial: i + 1, on, birthOn: i % 2 === 0 ? ('1990-05-01' as const) : ('2005-05-01' as const) },
  }));
  await it.accept(await it.read(csvOf(tests.map(aRow))));
  const { office, app } = it.list;
  answerOf(await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  const wider = { groups: [[{ about: 'age', least: 7, most: 60 }]], consentUnder14: true };
  answerOf(await office.run('records.set-eligibility', { serviceKindId: it.kindId, rule: wider, from: '2026-06-01', reason: '扩大年龄' }));

  const asked = { promiseId: it.promiseId, period: { from: '2026-01-01', to: '2026-12-31' } } as const;
  const { versions } = await reading(app.world, '990001', (reader) => recordsCounter.series(reader, asked));
  assert.deepEqual(versions, [
    { from: '2026-01-01', name: '1.1', isAnew: true },
    { from: '2026-06-01', name: '1.2', isAnew: false },
  ]);
  const { points } = (await it.bureau.get(`/delivery/promise?promiseId=${it.promiseId}`)).body as {
    readonly points: readonly { readonly on: string; readonly value: number; readonly begins?: true }[];
  };
  assert.deepEqual(
    points.map(({ on, value, begins }) => [on, value, begins ?? false]),
    [
      ['2026-05-05', 1, false],
      ['2026-06-03', 2, true],
      ['2026-06-04', 3, false],
    ],
  );
  const over = async (from: CivilDate, to: CivilDate) =>
    ((await it.bureau.get(`/records/comparable?promiseId=${it.promiseId}&from=${from}&to=${to}`)).body as { figure: Comparable }).figure;
  const [may, june] = [await over('2026-05-01', '2026-05-31'), await over('2026-06-01', '2026-06-18')];
  assert.deepEqual([may.definition, june.definition, (await over('2026-05-01', '2026-06-18')).definition], ['1.1', '1.2', '1.1、1.2']);
  assert.ok(compare(june, may).reasons.some(({ code }) => code === 'other-definition'));
});
