import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { aCanteen, meal } from './test-canteen.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const REASON = '误把去年的名单导入了';
const withdraw = (it: TestPeople, importNo: number, by = it.bureau) => by.run('records.withdraw-import', { importNo, reason: REASON });
const rows = (serials: readonly number[]) => csvOf(serials.map((serial) => aRow({ serial })));
const numbers = async (it: TestPeople) => (await it.figure()).four;
const left = async (it: TestPeople) =>
  (
    await it.list.app.ownerPool.query(
      `select (select count(*) from records.person)::int as persons, (select count(*) from records.person_seal)::int as seals,
              (select count(*) from records.roll_block)::int as blocks, (select count(*) from records.roll_person)::int as again`,
    )
  ).rows[0];

test('an import that is withdrawn counts no more, leaves no row and nobody who stands nowhere else, and says who withdrew it and why', async (t) => {
  const it = await aDistrictWithTests(t);
  await it.accept(await it.read(rows([1, 2])));
  const [before, stood] = [await numbers(it), await left(it)];
  const wrong = await it.read(rows([2, 3, 4]));
  await it.accept(wrong);
  assert.equal((await numbers(it)).persons, 4);

  answerOf(await withdraw(it, wrong));
  assert.deepEqual([await numbers(it), await left(it)], [before, stood]);
  const { import: shown } = (await it.bureau.get(`/records/import?importNo=${wrong}`)).body as {
    import: { state: string; withdrawnBecause: string; withdrawnBy: string; withdrawnOn: string };
  };
  assert.deepEqual([shown.state, shown.withdrawnBecause, shown.withdrawnBy], ['withdrawn', REASON, '卫健局联络员']);
  assert.equal(shown.withdrawnOn, '2026-06-18', 'the day of the district, not of the clock on the wall');
  assert.equal(kindOf(await withdraw(it, wrong)), 'import-not-ready');
  assert.ok((await verifyJournal(it.list.app.world, ['990001'])).ok);

  await it.accept(await it.read(rows([2, 3, 4])));
  assert.equal((await numbers(it)).persons, 4, 'the same file may come again');
});

test('a correction that is withdrawn gives its place back to the import that it corrected; that one cannot be withdrawn from under it', async (t) => {
  const it = await aDistrictWithTests(t);
  const first = await it.read(rows([1, 2]));
  await it.accept(first);
  const before = await numbers(it);
  const second = await it.read(rows([2, 3, 5]));
  await it.accept(second, first);

  assert.deepEqual((await withdraw(it, first)).body, { ok: false, refusal: { kind: 'import-superseded', byNo: second } });
  answerOf(await withdraw(it, second));
  assert.deepEqual(await numbers(it), before);
  answerOf(await withdraw(it, first));
  assert.deepEqual([(await numbers(it)).persons, await left(it)], [0, { persons: 0, seals: 0, blocks: 0, again: 0 }]);
});

test('who signed in, or was taken for somebody else, stays known when his list is withdrawn, and what he had still counts', async (t) => {
  const it = await aCanteen(t);
  const [one, two] = it.people.map(({ no }) => no) as [number, number];
  for (const no of [one, two]) answerOf(await meal(it, no));
  const decided = { personNo: one, otherNo: two, serviceKindId: it.kindId, reason: '电话核实' };
  answerOf(await it.bureau.run('records.decide-duplicate', { ...decided, decision: 'same' }));
  const listNo = (await it.list.app.ownerPool.query<{ no: number }>('select no from records.import')).rows[0]!.no;

  answerOf(await withdraw(it, listNo));
  const { services, persons } = await numbers(it);
  assert.deepEqual([services, persons, (await left(it)).persons], [1, 1, 2]);
  assert.equal(kindOf(await meal(it, one, { slot: '晚餐' })), 'person-not-listed');
  answerOf(await it.bureau.run('records.decide-duplicate', { ...decided, decision: 'undone' }));
  assert.equal((await numbers(it)).persons, 2);
});

test('two who withdraw at once withdraw once; what nobody accepted is cancelled, not withdrawn, and another unit withdraws nothing', async (t) => {
  const it = await aDistrictWithTests(t);
  const first = await it.read(rows([1]));
  assert.equal(kindOf(await withdraw(it, first)), 'import-not-ready');
  await it.accept(first);
  assert.equal(kindOf(await withdraw(it, first, it.list.liaisonOf('招聘会'))), 'not-of-unit');
  assert.equal((await it.bureau.run('records.withdraw-import', { importNo: first, reason: '' })).status, 400);
  const both = await Promise.all([1, 2].map(() => withdraw(it, first)));
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
});
