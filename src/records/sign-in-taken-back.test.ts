import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { aCanteen, meal } from './test-canteen.ts';
import type { TestPeople } from './test-people.ts';

const DAY = '2026-06-17';

const takeBack = (it: TestPeople, personNo: number, signInId: string | null, more: Record<string, unknown> = {}, by = it.bureau) =>
  by.run('records.take-back-sign-in', {
    ...{ serviceKindId: it.kindId, personNo, onDay: DAY, slot: '午餐', signInId, reason: '点错了人' },
    ...more,
  });

const services = async (it: TestPeople) => (await it.figure()).four.services;
const kept = async (it: TestPeople) =>
  (await it.list.app.ownerPool.query('select person_no, signed_by, taken_back_by, reason from records.sign_in_taken_back')).rows;

test('a sign-in that is taken back counts no more, stays on record with who took it back and why, and the person may sign in again', async (t) => {
  const it = await aCanteen(t);
  const [no] = it.people.map((one) => one.no) as [number];
  const id = newId();
  answerOf(await meal(it, no, { id }));
  assert.equal(await services(it), 1);

  answerOf(await takeBack(it, no, id));
  assert.equal(await services(it), 0);
  const by = '卫健局联络员';
  assert.deepEqual(await kept(it), [{ person_no: no, signed_by: by, taken_back_by: by, reason: '点错了人' }]);
  const { people, takenBack } = await it.listed(DAY);
  assert.deepEqual(people.find((one) => one.no === no)!.signed, []);
  assert.deepEqual(
    takenBack.map(({ slot, reason, takenBackBy }) => [slot, reason, takenBackBy]),
    [['午餐', '点错了人', by]],
  );

  const again = newId();
  answerOf(await meal(it, no, { id: again }));
  assert.equal(await services(it), 1);
  assert.deepEqual((await it.listed(DAY)).people.find((one) => one.no === no)!.signed, [{ slot: '午餐', eventId: null, id: again, by }]);
  answerOf(await takeBack(it, no, again));
  assert.deepEqual([await services(it), (await kept(it)).length], [0, 2]);
  assert.ok((await verifyJournal(it.list.app.world, ['990001'])).ok);
});

test('only the sign-in that is meant is taken back: not another phone’s, not twice, not one that never was, and not another unit’s', async (t) => {
  const it = await aCanteen(t);
  const [no, other] = it.people.map((one) => one.no) as [number, number];
  const [one, two] = [newId(), newId()];
  answerOf(await meal(it, no, { id: one }));

  assert.equal(kindOf(await meal(it, no, { id: two })), 'signed-already');
  assert.equal(kindOf(await takeBack(it, no, two)), 'signed-by-another');
  assert.equal(kindOf(await takeBack(it, other, two)), 'not-signed');
  assert.equal(kindOf(await takeBack(it, no, one, { slot: '晚餐' })), 'not-signed');
  assert.equal(kindOf(await takeBack(it, no, one, {}, it.list.liaisonOf('招聘会'))), 'not-of-unit');
  assert.equal((await takeBack(it, no, one, { reason: ' ' })).status, 400);
  assert.equal(await services(it), 1);
  answerOf(await takeBack(it, no, one));
  assert.equal(kindOf(await takeBack(it, no, one)), 'taken-back-already');
  answerOf(await meal(it, no));
});

test('two phones that sign in and take back at once leave the person signed in once or not at all, and nothing in between', async (t) => {
  const it = await aCanteen(t);
  const [no] = it.people.map((one) => one.no) as [number];
  for (let round = 0; round < 5; round++) {
    const ids = [newId(), newId(), newId()];
    const signed = await Promise.all(ids.map((id) => meal(it, no, { id })));
    assert.deepEqual(signed.map(({ status }) => status).sort(), [200, 409, 409]);
    const back = await Promise.all([...ids, ...ids].map((id) => takeBack(it, no, id)));
    assert.equal(back.filter(({ status }) => status === 200).length, 1);
    assert.deepEqual([await services(it), (await kept(it)).length], [0, round + 1]);
  }
});

test('the same taking back that is sent twice is one; the same signing that comes late again does not sign anew', async (t) => {
  const it = await aCanteen(t);
  const [no] = it.people.map((one) => one.no) as [number];
  const [id, back] = [newId(), newId()];
  answerOf(await meal(it, no, { id }));
  const input = { serviceKindId: it.kindId, personNo: no, onDay: DAY, slot: '午餐', signInId: id, reason: '点错了人' };
  for (const _ of [1, 2]) answerOf(await it.bureau.run('records.take-back-sign-in', input, { id: back }));
  answerOf(await meal(it, no, { id }));
  assert.deepEqual([await services(it), (await kept(it)).length], [0, 1]);
});
