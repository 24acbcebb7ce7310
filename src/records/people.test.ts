import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent, answerOf, kindOf } from '#/delivery/test-list.ts';
import { unseal } from '#/platform/secrets.ts';
import { reading } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { SEAL_PLACE } from './rules/people/sealed-persons.ts';
import { listSealed } from './store/people/rows.ts';
import { aDistrictWithTests, aRow, csvOf } from './test-people.ts';

test('four numbers are kept apart, and the board counts eligible persons with evidence once it is switched over', async (t) => {
  const it = await aDistrictWithTests(t);
  const no = await it.read(
    csvOf([
      aRow({ serial: 1 }),
      aRow({ serial: 1, on: '2026-04-05' }),
      aRow({ serial: 2, area: '西河乡' }),
      aRow({ serial: 2, on: '2026-05-05' }),
      aRow({ serial: 3, birthOn: '1950-01-01' }),
      aRow({ serial: 4, evidence: '' }),
    ]),
  );

  assert.equal((await it.figure()).counted.numerator, 0, 'nothing counts before it is accepted');
  await it.accept(no);
  const { four, counted, parts } = await it.figure();
  assert.deepEqual(four, {
    services: 6,
    doses: 6,
    persons: 4,
    eligible: 2,
    couples: 0,
    undecided: 0,
    ineligible: 1,
    withoutEvidence: 1,
    openDuplicates: 0,
  });
  assert.equal(counted.numerator, 2);
  assert.deepEqual(parts.byPlace.map(({ name, numerator }) => [name, numerator]).sort(), [
    ['东河乡', 2],
    ['西河乡', 1],
  ]);

  const { office } = it.list;
  assert.equal((await it.list.standing('检测')).doneFrom, null);
  const switched = await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' });
  assert.equal(switched.status, 200, switched.text);
  const standing = await it.list.standing('检测');
  assert.deepEqual([standing.done, standing.doneFrom, standing.doneOn], [2, 'records', '2026-03-05']);
  const typed = await it.bureau.run(
    'delivery.submit-report',
    aContent(it.promiseId, { value: 57_000, measureUnit: standing.promise.measureUnit }),
  );
  assert.equal(kindOf(typed), 'counted-by-records');
});

test('the same file is told and changes nothing; a corrected file takes the place of the first, and the count follows', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'services' });
  const first = csvOf([aRow({ serial: 1 }), aRow({ serial: 2 }), aRow({ serial: 2, on: '2026-05-05' })]);
  const one = await it.read(first);
  await it.accept(one);

  await assert.rejects(it.read(first), /import-known/);
  const two = await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 3 })]));
  const seen = (await it.bureau.get(`/records/import?importNo=${two}`)).body as {
    differences: { against: number | null; added: number; gone: number; changed: number; same: number }[];
  };
  assert.deepEqual(
    seen.differences.find((row) => row.against === one),
    { against: one, added: 1, gone: 2, changed: 0, same: 1 },
  );
  await it.accept(two, one);
  assert.equal((await it.figure()).counted.numerator, 2);
});

test('what two files both say counts once', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'services' });
  await it.accept(await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 2 })])));
  const two = await it.read(csvOf([aRow({ serial: 2 }), aRow({ serial: 3 })]));
  const seen = (await it.bureau.get(`/records/import?importNo=${two}`)).body as { differences: readonly object[] };
  assert.deepEqual(seen.differences[0], { against: null, added: 1, gone: 0, changed: 0, same: 1 });
  await it.accept(two);

  const { four } = await it.figure();
  assert.deepEqual([four.services, four.persons], [3, 3]);
});

test('an import that is taken back leaves no person behind', async (t) => {
  const it = await aDistrictWithTests(t);
  const no = await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 2 })]));
  const cancelled = await it.bureau.run('records.cancel-import', { importNo: no });

  assert.equal(cancelled.status, 200, cancelled.text);
  const left = await it.list.app.ownerPool.query(
    `select (select count(*) from records.roll_block)::int as rows, (select count(*) from records.person)::int as persons,
            (select count(*) from records.person_seal)::int as seals`,
  );
  assert.deepEqual(left.rows[0], { rows: 0, persons: 0, seals: 0 });
});

test('of two lists that are both taken back nobody stays, not even who stood in both; the seal is written anew without who is gone', async (t) => {
  const it = await aDistrictWithTests(t);
  const { app } = it.list;
  const rows = (serials: readonly number[]) => csvOf(serials.map((serial) => aRow({ serial })));
  const cancel = async (importNo: number) => answerOf(await it.bureau.run('records.cancel-import', { importNo }));
  const persons = async () =>
    (await app.ownerPool.query<{ no: number }>('select no from records.person order by no')).rows.map(({ no }) => no);
  const one = await it.read(rows([1, 2, 3]));
  const two = await it.read(rows([2, 4]));

  await cancel(one);

  assert.deepEqual(await persons(), [2, 4]);
  const [stays] = await reading(app.world, '990001', (reader) => listSealed(reader, [2]));
  const sealed = JSON.parse(unseal(app.world.keys, SEAL_PLACE, stays!.sealed));
  assert.deepEqual([sealed[0], sealed[1][0], sealed[2]], [null, aRow({ serial: 2 }).split(',')[1], null]);
  await cancel(two);
  assert.deepEqual(await persons(), []);
  assert.equal((await app.ownerPool.query('select 1 from records.person_seal')).rowCount, 0);
  assert.ok((await verifyJournal(app.world, ['990001'])).ok);
});

test('who was known already is not sealed a second time, and who is new lies with the new ones alone', async (t) => {
  const it = await aDistrictWithTests(t);
  const rows = (serials: readonly number[]) => csvOf(serials.map((serial) => aRow({ serial })));
  await it.accept(await it.read(rows([1, 2, 3])));
  await it.accept(await it.read(rows([3, 4, 1, 5, 4])));

  const seals = await it.list.app.ownerPool.query(
    'select l.from_no, l.import_no, count(*)::int as persons from records.person_seal l join records.person p on p.sealed_from = l.from_no group by 1, 2 order by 1',
  );
  assert.deepEqual(
    seals.rows.map((one) => [one.from_no, one.persons]),
    [
      [1, 3],
      [4, 2],
    ],
  );
  const shown = await it.bureau.get(`/records/rows?promiseId=${it.promiseId}&purpose=${encodeURIComponent('核对检测数')}`);
  const { rows: read } = shown.body as { readonly rows: readonly { readonly personNo: number; readonly identity: string }[] };
  const ends = new Map(read.map(({ personNo, identity }) => [personNo, identity.slice(-2)]));
  assert.equal(ends.size, 5, shown.text);
  for (const [no, serial] of [1, 2, 3, 4, 5].entries()) assert.equal(ends.get(no + 1), aRow({ serial }).split(',')[1]!.slice(-2));
});
