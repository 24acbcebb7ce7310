import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { loadPublicParts } from './store/public-parts.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-06-18' } as const;
const RATIO = '5\t居民检测覆盖率达到90%。\t正在推进。\t区卫健局';

async function aRoster({ bureau, unitId }: TestPeople, change: Record<string, unknown>): Promise<string> {
  const rosterId = newId();
  const stated = { name: `应检居民${rosterId.slice(-4)}`, asOf: '2026-06-01', source: '公安台账', isSensitive: false };
  answerOf(await bureau.run('records.keep-roster', { rosterId, unitId, ...stated, ...change }));
  return rosterId;
}

const threeTested = csvOf([1, 2, 3].map((serial) => aRow({ serial })));
const define = ({ list, kindId }: TestPeople, promiseId: string, change: Record<string, unknown>) =>
  list.office.run('records.set-definition', {
    promiseId,
    spec: { kind: 'people', serviceKindId: kindId, counts: 'persons', ...change },
    from: '2026-06-18',
    reason: '实施方案',
  });
const switchOver = ({ list }: TestPeople, promiseId: string) =>
  list.office.run('delivery.set-count-source', { promiseId, source: 'records', reason: '会议纪要' });

test('a promise of a number counts the number, whatever roster stands behind it; the roster says what that covers, an estimate as a range', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  await it.accept(await it.read(threeTested));
  const rosterId = await aRoster(it, { statedCount: 300, isEstimate: true });
  answerOf(await define(it, it.promiseId, { rosterId }));
  answerOf(await switchOver(it, it.promiseId));

  assert.equal((await it.list.standing('检测')).done, 3);
  const parts = await reading(it.list.app.world, '990001', (reader) => loadPublicParts(reader, [it.promiseId], YEAR));
  assert.deepEqual([parts.get(it.promiseId)?.coverage?.from, parts.get(it.promiseId)?.coverage?.to], [0, 2]);
  const seen = (await it.list.office.get(`/records/figure?promiseId=${it.promiseId}`)).body as {
    counted: { numerator: number; denominator: number | null };
    coverage: { total: number; isEstimate: boolean };
  };
  assert.deepEqual([seen.counted.numerator, seen.counted.denominator], [3, null]);
  assert.deepEqual([seen.coverage.total, seen.coverage.isEstimate], [300, true]);
});

test('a ratio is counted as a share of a roster whose number is known; without one, or of an estimate, it is refused', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons', more: [RATIO] });
  await it.accept(await it.read(threeTested));
  const { id } = it.list.promise('覆盖率');

  assert.equal(kindOf(await define(it, id, {})), 'ratio-without-whole');
  const estimated = await aRoster(it, { statedCount: 300, isEstimate: true });
  assert.equal(kindOf(await define(it, id, { rosterId: estimated })), 'ratio-of-estimate');
  const rosterId = await aRoster(it, { statedCount: 300, isEstimate: false });
  assert.equal(kindOf(await define(it, id, { rosterId, counts: 'services' })), 'ratio-not-of-persons');
  answerOf(await define(it, id, { rosterId }));
  answerOf(await switchOver(it, id));

  const standing = await it.list.standing('覆盖率');
  assert.deepEqual([standing.promise.measure, standing.done, standing.doneFrom], ['ratio', 1, 'records']);
});

test('once its list is there, a roster that was estimated is no estimate any more', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rosterId = await aRoster(it, { statedCount: 300, isEstimate: true });
  await it.accept(await it.read(threeTested));
  await it.accept(await it.read(threeTested, { target: 'roster', targetId: rosterId }));
  answerOf(await define(it, it.promiseId, { rosterId }));
  const { coverage } = (await it.list.office.get(`/records/figure?promiseId=${it.promiseId}`)).body as {
    coverage: Record<string, unknown>;
  };

  assert.deepEqual([coverage.total, coverage.isEstimate], [3, false]);
});

test('who stands twice in a roster and was found to be one person counts once in what a share is of', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rosterId = await aRoster(it, { statedCount: null, isEstimate: false });
  const into = { target: 'roster', targetId: rosterId } as const;
  const twice = [1, 2].map((serial) => aRow({ serial, name: '虚构同名', phone: '13900000000' }));
  await it.accept(await it.read(csvOf(twice), into));
  await it.accept(await it.read(csvOf(twice)));
  answerOf(await define(it, it.promiseId, { rosterId }));
  const total = async () =>
    ((await it.list.office.get(`/records/figure?promiseId=${it.promiseId}`)).body as { coverage: { total: number } }).coverage.total;

  assert.equal(await total(), 2);
  const pair = { personNo: 1, otherNo: 2, serviceKindId: it.kindId };
  answerOf(await it.bureau.run('records.decide-duplicate', { ...pair, decision: 'same', reason: '核对户口簿' }));
  assert.equal(await total(), 1);
});

test('asked of one township, a share is of those on the roster who live there; of a number without a list nothing is known of a township', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rosterId = await aRoster(it, { statedCount: 300, isEstimate: false });
  await it.accept(await it.read(csvOf([1, 2, 3, 4, 5].map((serial) => aRow({ serial, area: serial < 5 ? '西河乡' : '东河乡' })))));
  answerOf(await define(it, it.promiseId, { rosterId }));
  const seen = async (scope?: string) => {
    const asked = new URLSearchParams({ promiseId: it.promiseId, ...(scope && { scope }) });
    const { counted, coverage } = (await it.list.office.get(`/records/figure?${asked}`)).body as {
      counted: { numerator: number; denominator: number | null };
      coverage: { total: number; from: number } | null;
    };
    return [counted.numerator, counted.denominator, coverage?.total ?? null, coverage?.from ?? null];
  };
  const [east, west] = it.areas;

  assert.deepEqual(await seen(), [5, 300, 300, (5 / 300) * 100]);
  assert.deepEqual(await seen(west), [4, null, null, null]);

  const listed = [1, 2, 3, 4, 5, 6, 7, 8].map((serial) => aRow({ serial, area: serial < 6 ? '西河乡' : '东河乡' }));
  await it.accept(await it.read(csvOf(listed), { target: 'roster', targetId: rosterId }));
  assert.deepEqual(await seen(), [5, 8, 8, 62.5]);
  assert.deepEqual(await seen(west), [4, 5, 5, 80]);
  assert.deepEqual(await seen(east), [1, 3, 3, (1 / 3) * 100]);
});
