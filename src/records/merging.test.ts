import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { aDistrictWithTests, aRow, csvOf } from './test-people.ts';

const twice = csvOf([1, 2].map((serial) => aRow({ serial, name: '虚构同名', phone: '13900000000' })));
const same = { personNo: 1, otherNo: 2, decision: 'same', reason: '核对户口簿' };

test('a unit says who is one person only among those whom its own service knows, and reads of no others', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  await it.accept(await it.read(twice));
  const unitId = answerOf<{ id: string }>(await it.list.office.run('organisation.set-up-unit', { name: '区文旅局二科' })).id;
  const others = it.list.app.as('liaison', { unitId, name: '另一单位联络员' });
  const serviceKindId = newId();
  const own = { serviceKindId, name: '观影', unitId, isSensitive: false, needsEvidence: false };
  answerOf(await others.run('records.keep-service-kind', own));

  assert.equal(kindOf(await others.run('records.decide-duplicate', { ...same, serviceKindId })), 'not-in-service');
  assert.equal((await it.figure()).counted.numerator, 2);
  answerOf(await it.bureau.run('records.decide-duplicate', { ...same, serviceKindId: it.kindId }));
  assert.equal((await it.figure()).counted.numerator, 1);
  const read = async (person: typeof others, id: string) =>
    (await person.get(`/records/duplicates?serviceKindId=${id}`)).body as { decisions: unknown[]; persons: unknown[] };
  assert.deepEqual([(await read(others, serviceKindId)).decisions, (await read(others, serviceKindId)).persons], [[], []]);
  assert.equal((await read(it.bureau, it.kindId)).decisions.length, 1);
});

test('a decision stays to be undone when a corrected file has taken the place of the first', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const one = await it.read(twice);
  await it.accept(one);
  answerOf(await it.bureau.run('records.decide-duplicate', { ...same, serviceKindId: it.kindId }));
  await it.accept(await it.read(csvOf([aRow({ serial: 3 })])), one);

  answerOf(
    await it.bureau.run('records.decide-duplicate', { ...same, serviceKindId: it.kindId, decision: 'undone', reason: '户口簿看错' }),
  );
});
