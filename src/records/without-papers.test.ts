import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { aDistrictWithTests, type TestPeople } from './test-people.ts';

const HEADS = '姓名,证件号码,出生日期,监护人电话,乡镇,检测日期,报告编号';
const child = (name: string, on = '2026-03-05') => `${name},,2013-04-01,13900000000,东河乡,${on},R`;
const fileOf = (rows: readonly string[]) => [HEADS, ...rows].join('\r\n');

type Pair = readonly [{ readonly no: number }, { readonly no: number }];
const pairsOf = async (it: TestPeople) =>
  ((await it.bureau.get(`/records/duplicates?serviceKindId=${it.kindId}`)).body as { pairs: readonly Pair[] }).pairs;
const decide = async (it: TestPeople, [{ no: personNo }, { no: otherNo }]: Pair, decision: string) =>
  answerOf(await it.bureau.run('records.decide-duplicate', { personNo, otherNo, serviceKindId: it.kindId, decision, reason: '电话核实' }));

test('two rows without papers that look alike and stand in different files are two until a person has said that they are one', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const numbers = async () => {
    const { counted, four } = await it.figure();
    return [counted.numerator, four.services, four.openDuplicates];
  };
  await it.accept(await it.read(fileOf([child('虚构宝'), child('虚构宝', '2026-04-05')])));
  assert.deepEqual(await numbers(), [1, 2, 0], 'within one file he is one');
  await it.accept(await it.read(fileOf([child('虚构宝', '2026-05-05')])));
  assert.deepEqual(await numbers(), [2, 3, 1]);

  const [pair] = await pairsOf(it);
  await decide(it, pair!, 'same');
  assert.deepEqual(await numbers(), [1, 3, 0]);
  await decide(it, pair!, 'undone');
  assert.deepEqual(await numbers(), [2, 3, 1]);
  await decide(it, pair!, 'different');
  assert.deepEqual(await numbers(), [2, 3, 0]);
});

test('a corrected file takes the place of the first: nobody without papers stands there twice, and nobody is proposed', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const first = await it.read(fileOf([child('虚构宝'), child('虚构贝')]));
  await it.accept(first);
  await it.accept(await it.read(fileOf([child('虚构宝'), child('虚构贝'), child('虚构珍')])), first);
  const { four } = await it.figure();
  assert.deepEqual([four.persons, four.openDuplicates], [3, 0]);
});

test('a roster that is renewed keeps the numbers of those without papers, so that who signed in stays one', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons', kind: { name: '助餐', slots: ['午餐'], needsEvidence: false } });
  const rosterId = newId();
  const roster = { rosterId, name: '名册', unitId: it.unitId, asOf: '2026-06-01', source: '村委会', statedCount: null };
  answerOf(await it.bureau.run('records.keep-roster', { ...roster, isEstimate: false, isSensitive: true }));
  const into = { target: 'roster', targetId: rosterId } as const;
  const listed = async () =>
    (
      (await it.bureau.get(`/records/sign-in-list?serviceKindId=${it.kindId}&rosterId=${rosterId}&areaId=${it.areas[0]}`)).body as {
        people: readonly { readonly no: number; readonly name: string }[];
      }
    ).people.find(({ name }) => name === '虚构宝')!.no;
  const first = await it.read(fileOf([child('虚构宝')]), into);
  await it.accept(first);
  const before = await listed();
  await it.accept(await it.read(fileOf([child('虚构贝'), child('虚构宝')]), into), first);
  assert.equal(await listed(), before);
});

test('in whatever order files without papers come, the count is the same; once every pair is said to be one, repetition changes nothing', async (t) => {
  const names = ['虚构宝', '虚构贝', '虚构珍'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.shuffledSubarray(names, { minLength: 1 }), { minLength: 2, maxLength: 3 }), async (files) => {
      const counts = [];
      for (const order of [files, files.toReversed()]) {
        const it = await aDistrictWithTests(t, { counts: 'persons' });
        for (const part of order) await it.accept(await it.read(fileOf([...part.map((name) => child(name)), `,,,,,${newId()},`])));
        const { four } = await it.figure();
        const pairs = await pairsOf(it);
        assert.equal(four.openDuplicates, pairs.length);
        counts.push([four.persons, pairs.length]);
        for (const pair of pairs) await decide(it, pair, 'same');
        assert.deepEqual([(await it.figure()).four.persons, await pairsOf(it)], [new Set(files.flat()).size, []]);
      }
      assert.deepEqual(counts[0], counts[1]);
      assert.equal(counts[0]![0], files.flat().length);
    }),
    { numRuns: 2 },
  );
});
