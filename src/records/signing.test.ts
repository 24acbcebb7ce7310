import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aCanteen, meal } from './test-canteen.ts';

type Listed = { readonly no: number; readonly name: string };

test('two who look alike are proposed as one once both have signed in; said to be one they count once, and taken back they count twice', async (t) => {
  const it = await aCanteen(t);
  const [first, second] = it.people.filter(({ name }) => name === '虚构同名').map(({ no }) => no) as [number, number];
  const pairs = async () =>
    ((await it.bureau.get(`/records/duplicates?serviceKindId=${it.kindId}`)).body as { pairs: readonly [Listed, Listed][] }).pairs;
  const decide = async (decision: string) =>
    answerOf(
      await it.bureau.run('records.decide-duplicate', {
        personNo: first,
        otherNo: second,
        serviceKindId: it.kindId,
        decision,
        reason: '电话核实',
      }),
    );
  const persons = async () => (await it.figure()).counted.numerator;

  answerOf(await meal(it, first));
  assert.deepEqual(await pairs(), []);
  answerOf(await meal(it, second));
  assert.deepEqual(
    (await pairs()).map((pair) => pair.map(({ no }) => no)),
    [[first, second]],
  );
  assert.deepEqual([await persons(), (await it.figure()).four.openDuplicates], [2, 1]);
  await decide('same');
  assert.deepEqual([await persons(), (await it.figure()).four.services, await pairs()], [1, 1, []]);
  await decide('undone');
  assert.deepEqual([await persons(), (await it.figure()).four.services, (await pairs()).length], [2, 2, 1]);
});

test('however often and in whatever order meals are keyed in, the count is the same', async (t) => {
  const it = await aCanteen(t, 5);
  const meals = it.people.flatMap(({ no }) =>
    ['2026-06-16', '2026-06-17'].flatMap((day) => ['午餐', '晚餐'].map((slot) => ({ no, day, slot }))),
  );
  const known = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...meals), { minLength: 1, maxLength: 12 }), async (keyed) => {
      for (const { no, day, slot } of keyed) {
        const answer = await meal(it, no, { onDay: day, slot });
        assert.equal(answer.status, known.has(`${no} ${day} ${slot}`) ? 409 : 200);
        known.add(`${no} ${day} ${slot}`);
      }
      const { four } = await it.figure();
      assert.deepEqual([four.services, four.persons], [known.size, new Set([...known].map((one) => one.split(' ')[0])).size]);
    }),
    { numRuns: 4 },
  );
});

test('a telephone whose clock is a year off signs nobody in, and is sent to the paper list', async (t) => {
  const it = await aCanteen(t);
  for (const at of ['2025-06-18T04:00:00.000Z', '2099-06-18T04:00:00.000Z']) {
    const from = { way: 'phone', at, deviceAt: at };
    const answer = await it.bureau.run('records.sign-in', {
      serviceKindId: it.kindId,
      personNo: it.people[0]!.no,
      areaId: it.areas[0],
      slot: '午餐',
      from,
    });
    assert.equal(kindOf(answer), 'clock-odd');
  }
  assert.equal((await it.figure()).four.services, 0);
});

test('where the key of the persons is not to be read, nobody is shown and it is said why; the count stands', async (t) => {
  const it = await aCanteen(t);
  answerOf(await meal(it, it.people[0]!.no));
  it.list.app.tampered = true;
  await it.list.app.ownerPool.query(`update records.person_seal set sealed = replace(sealed, 'v1.k1.', 'v1.k7.')`);

  const rows = await it.bureau.get(`/records/rows?promiseId=${it.promiseId}&purpose=${encodeURIComponent('核对就餐数')}`);
  assert.deepEqual([rows.status, rows.body], [409, { code: 'key-unreadable', facts: { key: 'k7' } }]);
  assert.equal((await it.figure()).counted.numerator, 1);
});

test('whoever stands on a corrected list again signs in with what the newest list says; who was only on the old one is listed no more', async (t) => {
  const it = await aCanteen(t, 3);
  const heads = '姓名,证件号码,乡镇,报告编号,独居';
  const rowOf = (serial: number, alone: string) =>
    `虚构${serial},${fictionalIdentity(serial, '1950-01-01', 'f')},东河乡,R${serial},${alone}`;
  const [, second, third] = it.people.map(({ no }) => no) as [number, number, number];
  const before = (await it.list.app.ownerPool.query<{ no: number }>('select no from records.import')).rows[0]!.no;
  const corrected = await it.read([heads, rowOf(1, '是'), rowOf(7, '否')].join('\r\n'), { target: 'roster', targetId: it.rosterId });
  const { differences } = (await it.bureau.get(`/records/import?importNo=${corrected}`)).body as {
    differences: readonly { against: number | null; added: number; gone: number; changed: number; same: number }[];
  };
  await it.accept(corrected, before);

  assert.deepEqual(
    differences.find(({ against }) => against === before),
    { against: before, added: 1, gone: 2, changed: 1, same: 0 },
  );
  answerOf(await meal(it, second));
  assert.equal(kindOf(await meal(it, third)), 'person-not-listed');
  const signed = await it.list.app.ownerPool.query('select person_no, lives_alone from records.sign_in');
  assert.deepEqual(signed.rows, [{ person_no: second, lives_alone: true }]);
  const list = await it.bureau.get(`/records/sign-in-list?serviceKindId=${it.kindId}&rosterId=${it.rosterId}&areaId=${it.areas[0]}`);
  assert.deepEqual(
    (list.body as { people: readonly Listed[] }).people.map(({ name }) => name),
    ['虚构同名', '虚构7'],
  );
});

test('a paper list is keyed in for a year: the day before that is refused with the earliest, at the list as at the door, and nobody is signed in', async (t) => {
  const it = await aCanteen(t);
  const [one] = it.people;
  const early = await meal(it, one!.no, { onDay: '2025-06-17' });
  assert.deepEqual(early.body, { ok: false, refusal: { kind: 'day-too-early', onDay: '2025-06-17', earliest: '2025-06-18' } });
  const who = { name: '虚构来客', document: '', identity: fictionalIdentity(77, '1950-01-01', 'f'), birthOn: null, phone: '' };
  const atDoor = { serviceKindId: it.kindId, areaId: it.areas[0], slot: '午餐', from: { way: 'paper', onDay: '1990-05-01' }, who };
  assert.equal(kindOf(await it.bureau.run('records.sign-in-at-door', atDoor)), 'day-too-early');
  assert.equal((await it.figure()).four.services, 0);
  answerOf(await meal(it, one!.no, { onDay: '2025-06-18' }));
});
