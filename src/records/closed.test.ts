import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { FigureView } from './screens/people/contract.ts';
import { aCanteen, meal } from './test-canteen.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';
import { saidOf } from './words/said.ts';

const purpose = encodeURIComponent('核对检测数');

const opened = (it: TestPeople, importNo: number) => [
  `/records/rows?promiseId=${it.promiseId}&purpose=${purpose}`,
  `/records/rows-table?promiseId=${it.promiseId}&purpose=${purpose}`,
  `/records/person/1?purpose=${purpose}`,
  `/records/import-file?importNo=${importNo}&purpose=${purpose}`,
  `/records/duplicates?serviceKindId=${it.kindId}`,
  `/records/doses?serviceKindId=${it.kindId}`,
  `/records/doses-table?serviceKindId=${it.kindId}`,
  `/records/sign-in-list?serviceKindId=${it.kindId}&areaId=${it.areas[0]}`,
  `/records/import-report?importNo=${importNo}`,
  `/records/import-differences?importNo=${importNo}`,
  `/records/import-differences-table?importNo=${importNo}`,
];

/** Health data of whom presence is the evidence, so that every read of persons has something to say. */
const SEEN = { needsEvidence: false };

test('who is in a list with health data is opened by the unit’s liaison; its head, the office, leaders and other units read the counts', async (t) => {
  const it = await aDistrictWithTests(t, { kind: SEEN });
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
  const it = await aDistrictWithTests(t, { kind: { ...SEEN, isSensitive: false } });
  const importNo = await it.read(csvOf([aRow({ serial: 1 })]));
  await it.accept(importNo);
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });

  for (const path of opened(it, importNo)) assert.equal((await head.get(path)).status, 200, path);
});

test('each opening of persons stands in the audit trail with who, what for and which list, and says nobody’s name', async (t) => {
  const it = await aDistrictWithTests(t, { kind: SEEN });
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
      'read /records/import-differences',
      'read /records/import-differences-table',
      'read /records/import-file',
      'read /records/import-report',
      'read /records/person/:no',
      'read /records/rows',
      'read /records/rows-table',
      'read /records/sign-in-list',
    ],
  );
  const said = JSON.stringify(rows);
  assert.ok(said.includes('核对检测数'));
  for (const secret of aRow({ serial: 1 }).split(',').slice(0, 2)) assert.ok(!said.includes(secret), secret);
});

test('the persons of a roster with sensitive data are not listed for a sign-in to whoever may not open it; which list, day and event were read is noted', async (t) => {
  const it = await aCanteen(t, 2, { name: '助餐', slots: ['午餐'], needsEvidence: false, isSensitive: false });
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  const [withList, without] = [`&rosterId=${it.rosterId}`, ''].map(
    (more) => `/records/sign-in-list?serviceKindId=${it.kindId}&areaId=${it.areas[0]}&onDay=2026-06-17${more}`,
  ) as [string, string];

  assert.deepEqual((await head.get(withList)).body, { code: 'sensitive-list', facts: {} });
  assert.equal((await head.get(without)).status, 200);
  assert.equal((await it.bureau.get(withList)).status, 200);
  const { rows } = await it.list.app.ownerPool.query<{ facts: Record<string, unknown> }>(
    `select facts from platform.audit where command = 'read /records/sign-in-list' and result = 'accepted' order by at desc limit 1`,
  );
  const { serviceKindId, rosterId, areaId, onDay, eventId } = rows[0]!.facts;
  assert.deepEqual([serviceKindId, rosterId, areaId, onDay, eventId], [it.kindId, it.rosterId, it.areas[0], '2026-06-17', null]);
});

test('girls of a sensitive roster are not told as due to whoever may not open it, though the service itself is open', async (t) => {
  const hpv = { name: 'HPV 接种', isSensitive: false, doses: 2, doseDaysLeast: 150, doseDaysMost: 365 };
  const it = await aCanteen(t, 2, hpv);
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  for (const path of [`/records/doses?serviceKindId=${it.kindId}`, `/records/doses-table?serviceKindId=${it.kindId}`]) {
    assert.equal((await head.get(path)).status, 200, path);
    assert.deepEqual((await head.get(`${path}&rosterId=${it.rosterId}`)).body, { code: 'sensitive-list', facts: {} }, path);
  }
});

test('how many rows of a file were not taken is read by the unit; what stands in them, by whoever may open the list', async (t) => {
  const it = await aDistrictWithTests(t);
  const importNo = await it.read(csvOf([aRow({ serial: 1 }), aRow({ serial: 2, on: '未填' })]));
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  type Seen = { readonly import: { readonly rowsRefused: number }; readonly faults: readonly unknown[]; readonly hasMore: boolean };
  const seen = async (person: typeof head) => {
    const { import: of, faults, hasMore } = (await person.get(`/records/import?importNo=${importNo}`)).body as Seen;
    return [of.rowsRefused, faults.length, hasMore];
  };

  assert.deepEqual(
    [await seen(it.bureau), await seen(head)],
    [
      [1, 1, false],
      [1, 0, false],
    ],
  );
});

test('a service that takes no sign-ins lists nobody for one', async (t) => {
  const it = await aDistrictWithTests(t);
  const answer = await it.bureau.get(`/records/sign-in-list?serviceKindId=${it.kindId}&areaId=${it.areas[0]}`);
  assert.deepEqual(answer.body, { code: 'no-sign-ins', facts: { name: '乙肝检测' } });
});

test('whoever may not open a list signs nobody in on it, takes nothing back, and decides nobody’s duplicates', async (t) => {
  const it = await aCanteen(t);
  const [one, two] = it.people.map(({ no }) => no) as [number, number];
  const head = it.list.app.as('unit-head', { unitId: it.unitId, name: '卫健局局长' });
  answerOf(await meal(it, one));
  const there = { serviceKindId: it.kindId, areaId: it.areas[0], slot: '午餐', from: { way: 'paper', onDay: '2026-06-17' } };
  const key = { serviceKindId: it.kindId, personNo: one, onDay: '2026-06-17', slot: '午餐', signInId: newId(), reason: '点错了人' };
  const pair = { personNo: one, otherNo: two, serviceKindId: it.kindId, decision: 'same', reason: '电话核实' };
  const refusal = { kind: 'sensitive-list', name: '助餐' };

  for (const [name, input] of [
    ['records.sign-in', { ...there, personNo: one }],
    ['records.sign-in-at-door', { ...there, who: { name: '虚构来客', birthOn: '1950-01-02', phone: '13900000000' } }],
    ['records.take-back-sign-in', key],
    ['records.decide-duplicate', pair],
  ] as const)
    assert.deepEqual((await head.run(name, input)).body, { ok: false, refusal }, name);
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

test('a service with health data that has no rule yet takes no child under fourteen for eligible without the guardians’ consent, and says so', async (t) => {
  const it = await aDistrictWithTests(t);
  const targetId = newId();
  const kind = { serviceKindId: targetId, name: '健康随访', unitId: it.unitId, isSensitive: true, needsEvidence: false };
  answerOf(await it.list.office.run('records.keep-service-kind', kind));
  const spec = { kind: 'people', serviceKindId: targetId, counts: 'eligible' };
  answerOf(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, from: '2026-06-18', reason: '改按随访计' }));
  const child = (serial: number, consent: string) => `${aRow({ serial, birthOn: '2016-05-01' })},${consent}`;
  const rows = [`${aRow({ serial: 1 })},`, child(2, ''), child(3, '同意'), child(4, '不同意')];
  const heads = csvOf([]).split('\r\n')[0];
  await it.accept(await it.read([`${heads},监护人同意`, ...rows].join('\r\n'), { target: 'service', targetId }));

  const { counted, four, said } = (await it.list.office.get(`/records/figure?promiseId=${it.promiseId}`)).body as unknown as FigureView;
  const { persons, eligible, undecided, ineligible } = four!;
  assert.deepEqual([counted!.numerator, persons, eligible, undecided, ineligible], [2, 4, 2, 1, 1]);
  assert.match(saidOf(said!, '人', 'zh-CN'), /没有定资格规则，不满 14 周岁的要有监护人同意，其他人都算符合/);
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
