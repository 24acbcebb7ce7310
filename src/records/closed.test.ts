import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const purpose = encodeURIComponent('核对检测数');

const opened = (it: TestPeople, importNo: number) => [
  `/records/rows?promiseId=${it.promiseId}&purpose=${purpose}`,
  `/records/rows-table?promiseId=${it.promiseId}&purpose=${purpose}`,
  `/records/person/1?purpose=${purpose}`,
  `/records/import-file?importNo=${importNo}&purpose=${purpose}`,
  `/records/duplicates?serviceKindId=${it.kindId}`,
  `/records/doses?serviceKindId=${it.kindId}`,
  `/records/doses-table?serviceKindId=${it.kindId}`,
];

test('who is in a list with health data is opened by the unit’s liaison; its head, the office, leaders and other units read the counts', async (t) => {
  const it = await aDistrictWithTests(t);
  const importNo = await it.read(csvOf([aRow({ serial: 1 })]));
  await it.accept(importNo);
  const { app } = it.list;
  const head = app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  const outside = [app.as('office'), app.as('leader'), it.list.liaisonOf('戏')];

  for (const path of opened(it, importNo)) {
    assert.equal((await it.bureau.get(path)).status, 200, path);
    for (const person of [head, ...outside]) assert.equal((await person.get(path)).status, 403, `${person.actor.roles} ${path}`);
  }
  assert.equal((await head.get(`/records/figure?promiseId=${it.promiseId}`)).status, 200);
});

test('a list without such data is opened by the unit’s head too', async (t) => {
  const it = await aDistrictWithTests(t, { kind: { isSensitive: false } });
  const importNo = await it.read(csvOf([aRow({ serial: 1 })]));
  await it.accept(importNo);
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });

  for (const path of opened(it, importNo)) assert.equal((await head.get(path)).status, 200, path);
});

test('each opening of persons stands in the audit trail with who, what for and which list, and says nobody’s name', async (t) => {
  const it = await aDistrictWithTests(t);
  const importNo = await it.read(csvOf([aRow({ serial: 1 })]));
  await it.accept(importNo);
  for (const path of opened(it, importNo)) await it.bureau.get(path);

  const { rows } = await it.list.app.ownerPool.query<{ command: string; facts: unknown }>(
    `select command, facts from platform.audit where command like 'read /records/%' order by command`,
  );
  assert.deepEqual(
    rows.map(({ command }) => command),
    [
      'read /records/doses',
      'read /records/doses-table',
      'read /records/duplicates',
      'read /records/import-file',
      'read /records/person/:no',
      'read /records/rows',
      'read /records/rows-table',
    ],
  );
  const said = JSON.stringify(rows);
  assert.ok(said.includes('核对检测数'));
  for (const secret of aRow({ serial: 1 }).split(',').slice(0, 2)) assert.ok(!said.includes(secret), secret);
});

test('what is stored of a roll holds no name, number or telephone in clear', async (t) => {
  const it = await aDistrictWithTests(t);
  const row = aRow({ serial: 7, name: '虚构甲乙', phone: '13900001234' });
  await it.accept(await it.read(csvOf([row])));
  const { rows: tables } = await it.list.app.ownerPool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('records', 'platform')`,
  );
  for (const { name } of tables) {
    const { rows } = await it.list.app.ownerPool.query<{ text: string }>(`select t::text as text from ${name} t`);
    for (const secret of [row.split(',')[0]!, row.split(',')[1]!, '13900001234'])
      assert.ok(!rows.some(({ text }) => text.includes(secret)), `${name} holds ${secret}`);
  }
});

test('a service with health data counts children under fourteen with their guardians’ consent only', async (t) => {
  const it = await aDistrictWithTests(t);
  const set = (rule: unknown) =>
    it.list.office.run('records.set-eligibility', { serviceKindId: it.kindId, rule, from: '2026-06-01', reason: '实施方案' });
  const ages = (least: number) => ({ groups: [[{ about: 'age', least, most: 60 }]] });

  assert.equal(kindOf(await set(ages(7))), 'children-without-consent');
  assert.equal(kindOf(await set({ groups: [] })), 'children-without-consent');
  answerOf(await set(ages(14)));
});
