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

const three = csvOf([1, 2, 3].map((serial) => aRow({ serial, name: '虚构同名', phone: '13900000000' })));
type Pairs = { readonly pairs: readonly (readonly { readonly no: number }[])[] };

async function withThree(t: Parameters<typeof aDistrictWithTests>[0]) {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  await it.accept(await it.read(three));
  const path = `/records/duplicates?serviceKindId=${it.kindId}`;
  return {
    say: (personNo: number, otherNo: number, decision: string) =>
      it.bureau.run('records.decide-duplicate', { ...same, personNo, otherNo, decision, serviceKindId: it.kindId }),
    open: async () => ((await it.bureau.get(path)).body as Pairs).pairs.map((pair) => pair.map(({ no }) => no)),
    numbers: async () => [(await it.figure()).counted.numerator, (await it.figure()).four.openDuplicates],
  };
}

test('who is one person by other words is no open pair any more, and is not said to be two before one of those is undone', async (t) => {
  const { say, open, numbers } = await withThree(t);
  answerOf(await say(1, 2, 'same'));
  answerOf(await say(2, 3, 'same'));

  assert.deepEqual([await open(), await numbers()], [[], [1, 0]]);
  assert.equal(kindOf(await say(1, 3, 'different')), 'one-by-others');
  answerOf(await say(2, 3, 'undone'));
  assert.deepEqual(
    [await open(), await numbers()],
    [
      [
        [1, 3],
        [2, 3],
      ],
      [2, 2],
    ],
  );
  answerOf(await say(1, 3, 'different'));
});

test('two who were said to be different are not joined through a third, and who is one with either is no open pair with the other', async (t) => {
  const { say, open, numbers } = await withThree(t);
  answerOf(await say(1, 3, 'different'));
  assert.deepEqual(await numbers(), [3, 2]);
  answerOf(await say(1, 2, 'same'));

  assert.equal(kindOf(await say(2, 3, 'same')), 'apart-by-others');
  assert.deepEqual([await open(), await numbers()], [[], [2, 0]]);
  answerOf(await say(1, 3, 'undone'));
  assert.deepEqual(
    [await open(), await numbers()],
    [
      [
        [1, 3],
        [2, 3],
      ],
      [2, 2],
    ],
  );
  answerOf(await say(2, 3, 'same'));
  assert.deepEqual(await numbers(), [1, 0]);
});
