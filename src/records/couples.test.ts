import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aDistrictWithTests, type TestPeople } from './test-people.ts';

const HEADS = ['姓名', '证件号码', '乡镇', '检测日期', '报告编号'];
const who = (serial: number) => fictionalIdentity(serial, '1995-05-01', serial % 2 === 0 ? 'f' : 'm');
const row = (serial: number, ...more: readonly string[]) => [`虚构${serial}`, who(serial), '东河乡', '2026-03-05', `R${serial}`, ...more];
const textOf = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(',')).join('\r\n');

async function byCouples(t: Parameters<typeof aDistrictWithTests>[0]): Promise<TestPeople> {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', of: 'couples' };
  answerOf(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, from: '2026-06-18', reason: '按对计' }));
  return it;
}
const counted = async (it: TestPeople) => {
  const { counted: own, four, parts } = await it.figure();
  assert.equal(four.couples, own.numerator);
  assert.deepEqual(
    parts.byPlace.map(({ numerator }) => numerator).filter((it) => it),
    own.numerator === 0 ? [] : [own.numerator],
  );
  return own.numerator;
};

test('two couples who married on one day are two, by the number of their registration', async (t) => {
  const it = await byCouples(t);
  for (const [i, name] of ['登记编号', '结婚证字号', '婚姻登记证号'].entries()) {
    const couple = (no: number, first: number) => [first, first + 1].map((serial) => row(serial, '2026-05-20', `J990001-2026-00${no}`));
    const rows = [...couple(i * 2, i * 4 + 1), ...couple(i * 2 + 1, i * 4 + 3)];
    await it.accept(await it.read(textOf([[...HEADS, '结婚登记日期', name], ...rows])));
    assert.equal(await counted(it), (i + 1) * 2);
  }
});

test('a day of the wedding alone makes no couple', async (t) => {
  const it = await byCouples(t);
  await it.accept(await it.read(textOf([[...HEADS, '结婚登记日期'], row(1, '2026-05-20'), row(2, '2026-05-20')])));
  assert.equal(await counted(it), 0);
});

test('one partner alone is no couple; the other makes it one, from whichever side the papers are named, and only when eligible', async (t) => {
  const it = await byCouples(t);
  const heads = [...HEADS, '配偶姓名', '配偶证件号'];
  await it.accept(await it.read(textOf([heads, row(1, '虚构2', who(2)), row(5, '虚构6', who(6))])));
  assert.equal(await counted(it), 0);
  await it.accept(await it.read(textOf([heads, row(2, '虚构1', who(1)), row(6, '虚构5', who(5)).with(4, '')])));
  assert.equal(await counted(it), 1);
});

test('a table with a couple in each row has two persons in each', async (t) => {
  const it = await byCouples(t);
  const heads = ['男方姓名', '男方身份证号', '女方姓名', '女方身份证号', '乡镇', '检测日期', '报告编号'];
  const couple = (a: number, b: number) => [`虚构${a}`, who(a), `虚构${b}`, who(b), '东河乡', '2026-03-05', 'R'];
  await it.accept(await it.read(textOf([heads, couple(1, 2), couple(3, 4)])));
  assert.equal(await counted(it), 2);
  assert.equal((await it.figure()).four.persons, 4);
});

test('a couple that one file tells by its registration and another by the papers of both is one', async (t) => {
  const it = await byCouples(t);
  const byNumber = [1, 2].map((serial) => row(serial, 'J990001-2026-0007'));
  await it.accept(await it.read(textOf([[...HEADS, '结婚登记编号'], ...byNumber])));
  const byPapers = [row(1, '虚构2', who(2)), row(2, '虚构1', who(1)), row(3, '虚构4', who(4)), row(4, '虚构3', who(3))];
  const later = byPapers.map((cells) => cells.with(3, '2026-04-02'));
  await it.accept(await it.read(textOf([[...HEADS, '配偶姓名', '配偶证件号'], ...later])));
  assert.equal(await counted(it), 2);
});

test('a promise in 对 is counted only once it is said whether persons or couples count', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  it.list.app.tampered = true;
  await it.list.app.ownerPool.query(`update programme.promise set measure_unit = '对' where id = $1`, [it.promiseId]);
  const define = (spec: object) =>
    it.list.office.run('records.set-definition', {
      promiseId: it.promiseId,
      spec: { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', ...spec },
      from: '2026-06-18',
      reason: '按对计',
    });
  assert.equal(kindOf(await define({})), 'couples-or-persons');
  answerOf(await define({ of: 'couples' }));
});
