import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { recordsCounter } from './store/counter.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

type Kept = Readonly<Record<string, unknown>>;
type Change = {
  readonly before: Kept;
  readonly after: Kept;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedOn: string;
};
type Card = Kept & { readonly id: string; readonly changes: readonly Change[] };

async function cardOf(it: TestPeople, id: string): Promise<Card> {
  const { kinds, rosters } = (await it.list.office.get('/records/lists')).body as Record<'kinds' | 'rosters', readonly Card[]>;
  return [...kinds, ...rosters].find((one) => one.id === id)!;
}

async function withTwoTested(t: Parameters<typeof aDistrictWithTests>[0]) {
  const it = await aDistrictWithTests(t);
  await it.accept(await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 2, evidence: '' })])));
  const kept = { serviceKindId: it.kindId, name: '乙肝检测', unitId: it.unitId, isSensitive: true, needsEvidence: true };
  const keep = (change: Kept, by = it.bureau) => by.run('records.keep-service-kind', { ...kept, ...change });
  return { ...it, keep };
}

test('what a figure hangs on is changed by the office with a reason, not by the unit whose work is counted; who, when, why and what it was is kept', async (t) => {
  const it = await withTwoTested(t);
  for (const change of [{ needsEvidence: false }, { slots: ['上午'] }, { doses: 2, doseDaysLeast: 30, doseDaysMost: 90 }]) {
    assert.equal(kindOf(await it.keep({ ...change, reason: '更正' })), 'change-by-office', JSON.stringify(change));
    assert.equal(kindOf(await it.keep(change, it.list.office)), 'change-without-reason', JSON.stringify(change));
  }
  assert.equal((await it.figure()).counted.numerator, 1);

  answerOf(await it.keep({ needsEvidence: false, reason: '实施方案修订' }, it.list.office));

  assert.equal((await it.figure()).counted.numerator, 2);
  const asked = { promiseId: it.promiseId, period: { from: '2026-01-01', to: '2026-12-31' } } as const;
  const { versions } = await reading(it.list.app.world, '990001', (reader) => recordsCounter.series(reader, asked));
  assert.deepEqual(
    versions,
    [
      { from: '2026-01-01', name: '1', isAnew: true },
      { from: '2026-06-18', name: '1.1.2', isAnew: true },
    ],
    'all is counted anew, and the line breaks there',
  );
  const { changes } = await cardOf(it, it.kindId);
  assert.deepEqual(
    changes.map(({ before, after, reason, changedOn }) => [before, after, reason, changedOn]),
    [[{ needsEvidence: true }, { needsEvidence: false }, '实施方案修订', '2026-06-18']],
  );
  assert.equal(changes[0]!.changedBy, it.list.office.actor.name);
  answerOf(await it.keep({ name: '乙肝表面抗体检测', needsEvidence: false }));
  assert.equal((await cardOf(it, it.kindId)).changes.length, 1, 'a name alone asks for no reason');
});

test('what nothing is counted by yet is put right by the unit alone', async (t) => {
  const it = await withTwoTested(t);
  const fresh = { serviceKindId: newId(), name: '新的服务' };
  answerOf(await it.keep(fresh));
  answerOf(await it.keep({ ...fresh, needsEvidence: false, isSensitive: false }));
  assert.deepEqual((await cardOf(it, fresh.serviceKindId)).changes, []);
});

test('health data stays health data: once persons are in it, the mark is taken off by the office with a reason, and put on by the unit', async (t) => {
  const it = await withTwoTested(t);
  assert.equal(kindOf(await it.keep({ isSensitive: false, reason: '更正' })), 'change-by-office');
  assert.equal(kindOf(await it.keep({ isSensitive: false }, it.list.office)), 'change-without-reason');
  answerOf(await it.keep({ isSensitive: false, reason: '不含健康信息' }, it.list.office));
  answerOf(await it.keep({ isSensitive: true }));

  const rosterId = newId();
  const roster = {
    rosterId,
    name: '居民名册',
    unitId: it.unitId,
    asOf: '2026-03-01',
    source: '公安局',
    statedCount: null,
    isEstimate: false,
  };
  answerOf(await it.bureau.run('records.keep-roster', { ...roster, isSensitive: true }));
  await it.accept(
    await it.read(`姓名,证件号码,乡镇\r\n${aRow({ serial: 5 }).split(',').slice(0, 3).join(',')}`, {
      target: 'roster',
      targetId: rosterId,
    }),
  );
  const unmarked = { ...roster, isSensitive: false, reason: '更正' };
  assert.equal(kindOf(await it.bureau.run('records.keep-roster', unmarked)), 'change-by-office');
  answerOf(await it.list.office.run('records.keep-roster', unmarked));
});

test('a list is kept by a unit of the district and by no other', async (t) => {
  const it = await withTwoTested(t);
  assert.equal(kindOf(await it.keep({ unitId: newId() })), 'unit-unknown');
  const roster = {
    rosterId: newId(),
    name: '居民名册',
    unitId: newId(),
    asOf: '2026-03-01',
    source: '公安局',
    statedCount: 9,
    isEstimate: false,
  };
  assert.equal(kindOf(await it.list.office.run('records.keep-roster', { ...roster, isSensitive: false })), 'unit-unknown');
});

test('the number, day and source of a roster that a figure is measured by change with a reason, and what they were is kept', async (t) => {
  const it = await withTwoTested(t);
  const rosterId = newId();
  const stated = { rosterId, name: '应检居民', unitId: it.unitId, asOf: '2026-03-01', source: '公报', statedCount: 400, isEstimate: true };
  const keep = (change: Kept) => it.bureau.run('records.keep-roster', { ...stated, isSensitive: false, ...change });
  answerOf(await keep({}));
  answerOf(await keep({ statedCount: 390 }));
  const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', rosterId };
  answerOf(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, from: '2026-06-18', reason: '对照名册' }));

  const now = { statedCount: 2, isEstimate: false };
  assert.equal(kindOf(await keep(now)), 'change-without-reason');
  answerOf(await keep({ ...now, reason: '年鉴公布了确切数' }));

  assert.deepEqual(
    (await cardOf(it, rosterId)).changes.map(({ before, after, reason, changedBy }) => [before, after, reason, changedBy]),
    [[{ statedCount: 390, isEstimate: true }, now, '年鉴公布了确切数', '卫健局联络员']],
  );
});
