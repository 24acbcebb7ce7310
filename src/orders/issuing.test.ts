import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reading } from '#/platform/transaction.ts';
import { listOrdersDuties } from './store/duties.ts';
import { aDistrictWithUnits, orderIn, refusalOf, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

test('an order is numbered in its year, is to be signed for the same day, answered within 3 days and settled within 7', async (t) => {
  const { issue } = await aDistrictWithUnits(t);

  const { year, number, unitName, state, issuedOn, signBy, feedbackBy, dueOn } = await issue();

  assert.deepEqual(
    { year, number, unitName, state, issuedOn, signBy, feedbackBy, dueOn },
    {
      ...{ year: 2026, number: 1, unitName: '区水利局', state: 'issued', issuedOn: '2026-06-18' },
      ...{ signBy: '2026-06-18', feedbackBy: '2026-06-21', dueOn: '2026-06-25' },
    },
  );
});

test('two clerks issue at once: the numbers of the year have no gap and no double, also where one of them is refused', async (t) => {
  const { office, draft, app } = await aDistrictWithUnits(t);
  const other = app.as('office', { name: '另一位' });
  const twice = draft();

  const answers = await Promise.all([
    office.run('orders.issue', { drafts: [draft(), draft()] }),
    other.run('orders.issue', { drafts: [twice] }),
    office.run('orders.issue', { drafts: [draft(), twice] }),
    other.run('orders.issue', { drafts: [draft()] }),
  ]);

  const numbers = answers
    .filter((it) => it.status === 200)
    .flatMap((it) => valueIn<{ number: number }[]>(it))
    .map((it) => it.number);
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    numbers.map((_, i) => i + 1),
  );
  assert.equal(answers.filter((it) => it.status === 409).length, 1, 'one of the two that ask for the same matter is refused');
});

test('what cannot be issued gets a sentence that says what to do, and nothing of the batch is written', async (t) => {
  const { office, draft, water, roads, vacantPostId, setup, made, app } = await aDistrictWithUnits(t);
  const old = await made('organisation.set-up-unit', { name: '区水务中心', kind: 'institution' });
  valueIn(await setup.run('organisation.merge-units', { fromId: old, intoId: water.unitId }));
  const bad = [
    { kind: 'nonsense' },
    { kind: 'tracked' },
    { dueOn: '2026-06-17' },
    { matter: '秘密★10年 修复路灯' },
    { postId: vacantPostId },
    { postId: roads.headPostId },
    { unitId: old },
  ];

  const said: string[] = [];
  for (const change of bad) said.push(wordsOf(refusalOf(await office.run('orders.issue', { drafts: [draft(), draft(change as never)] }))));

  assert.deepEqual(said, [
    '第2件：督办规则里没有“nonsense”这一类，请重新选择类别',
    '第2件：“跟踪督办事项”没有固定时限，请写明办结日期',
    '第2件：办结日期2026年6月17日已经过去（今天是2026年6月18日），请改为今天或以后',
    '第2件：文字里有密级标志“秘密★10年”，暂不能交办；本系统不处理涉密内容',
    '第2件：“区水利局”的岗位“水利局副局长”现在没有人担任，暂不能交办给它；请改交单位，或先在“单位和人员”里任职',
    '第2件：岗位“区住建局局长”不属于“区水利局”；请选该单位的岗位',
    '第2件：“区水务中心”已停用，现由“区水利局”承接，暂不能交办；请改选“区水利局”',
  ]);
  const { rows } = await app.ownerPool.query('select count(*)::int as n from orders.item');
  assert.equal(rows[0].n, 0);
});

test('one matter is not asked of a unit twice, however it is punctuated; of another unit it may be', async (t) => {
  const { office, draft, roads } = await aDistrictWithUnits(t);
  valueIn(await office.run('orders.issue', { drafts: [draft({ matter: '修复东街路灯' })] }));

  const again = await office.run('orders.issue', { drafts: [draft({ matter: '修复“东街”路灯。' })] });
  const other = await office.run('orders.issue', { drafts: [draft({ matter: '修复东街路灯', unitId: roads.unitId })] });

  assert.equal(
    wordsOf(refusalOf(again)),
    '“修复“东街”路灯。”已于2026年6月18日以〔2026〕1号交办“区水利局”，还没有办结；同一事项不重复交办，请在该件上催办',
  );
  assert.equal(other.status, 200);
});

test('a unit bears ten orders a month; one more needs a named leader and his reason', async (t) => {
  const { office, draft } = await aDistrictWithUnits(t);
  valueIn(await office.run('orders.issue', { drafts: Array.from({ length: 10 }, () => draft()) }));

  const eleventh = await office.run('orders.issue', { drafts: [draft()] });
  const approved = await office.run('orders.issue', { drafts: [draft({ overCap: { approvedBy: '方远', reason: '汛期抢险' } })] });

  assert.equal(wordsOf(refusalOf(eleventh)), '“区水利局”2026年6月已有10件，达到每月10件的上限；请并入已有的件，或写明批准的领导和理由');
  assert.equal(approved.status, 200);
});

test('a unit renamed in mid-year keeps its orders; each says how it was called on its day', async (t) => {
  const { issue, setup, water, office } = await aDistrictWithUnits(t);
  const before = await issue();

  valueIn(await setup.run('organisation.rename-unit', { unitId: water.unitId, name: '区水务局' }));
  const after = await issue();

  assert.deepEqual([(await orderIn(office, before.id)).unitName, after.unitName], ['区水利局', '区水务局']);
  assert.equal(before.unitId, after.unitId);
});

test('an order to a post that falls vacant afterwards is borne by its unit, and the slip says that nobody holds the post', async (t) => {
  const { app, issue, setup, water, office } = await aDistrictWithUnits(t);
  const { id } = await issue({ postId: water.headPostId });
  const owed = async () =>
    (await reading(app.world, office.district, (it) => listOrdersDuties(it, '2026-12-31'))).map(({ postId }) => postId);
  const before = await owed();

  valueIn(await setup.run('organisation.release', { postId: water.headPostId, lastDay: '2026-06-17' }));
  const after = await owed();
  const { bearer } = (await office.get(`/orders/order?orderId=${id}`)).body as { bearer: { isPostHeld: boolean; holder: string | null } };

  assert.deepEqual([before, after], [[water.headPostId], [null]]);
  assert.deepEqual([bearer.isPostHeld, bearer.holder], [false, null]);
  assert.equal((await water.liaison.run('orders.sign', { orderId: id })).status, 200);
});
