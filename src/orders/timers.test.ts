import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTimers } from './actions/timers.ts';
import { timersJob } from './jobs.ts';
import { aDistrictWithUnits, orderIn, refusalOf, type TestOrders, valueIn } from './test-orders.ts';
import { wordsOf } from './words/refusals.ts';

type Seen = {
  readonly events: readonly { kind: string; on: string }[];
  readonly slips: readonly { kind: string; colour: string; year: number; number: number; replyBy: string; daysLate: number }[];
  readonly proposals: readonly {
    id: string;
    measure: string;
    number: number;
    state: string;
    facts: { daysLate: number; slips: readonly unknown[] };
  }[];
};

const seen = async ({ office }: TestOrders, orderId: string) => (await office.get(`/orders/order?orderId=${orderId}`)).body as Seen;

/** The job as the calendar starts it. */
function tick({ app, office }: TestOrders): Promise<void> {
  const deps = { world: app.world, run: app.run, outside: {} } as unknown as Parameters<typeof timersJob.run>[1];
  return timersJob.run(office.district, deps);
}

test('nothing happens before the day; then yellow, red, and a proposal follow one another, each with its own limit', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, at } = orders;
  const { id } = await issue();
  const kinds = async () => (await seen(orders, id)).events.map(({ kind }) => kind);

  await tick(orders);
  assert.deepEqual(await kinds(), ['issued']);
  at('2026-06-22');
  await tick(orders);
  assert.deepEqual(await kinds(), ['issued', 'not-signed', 'not-replied', 'reminded']);
  at('2026-06-25');
  await tick(orders);
  assert.equal((await seen(orders, id)).slips.length, 0, 'on the due day itself nobody is urged');
  at('2026-06-26');
  await tick(orders);
  const [urge] = (await seen(orders, id)).slips;
  assert.deepEqual([urge!.kind, urge!.colour, urge!.replyBy, urge!.daysLate], ['urge', 'yellow', '2026-07-01', 1]);
  at('2026-07-01');
  await tick(orders);
  assert.equal((await seen(orders, id)).slips.length, 1, 'red only after yellow has lapsed');
  at('2026-07-02');
  await tick(orders);
  const demand = (await seen(orders, id)).slips[1];
  assert.deepEqual([demand!.kind, demand!.colour, demand!.replyBy], ['demand', 'red', '2026-07-09']);
  at('2026-07-10');
  await tick(orders);
  const [proposal] = (await seen(orders, id)).proposals;
  assert.deepEqual(
    [proposal!.measure, proposal!.state, proposal!.facts.daysLate, proposal!.facts.slips.length],
    ['circular', 'proposed', 15, 2],
  );
});

test('a machine that was off for days does each step that is due once, also when two processes begin at the same moment', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, at, app, office } = orders;
  const ids = [(await issue()).id, (await issue()).id, (await issue()).id];

  at('2026-06-29');
  await Promise.all([tick(orders), tick(orders), app.run(runTimers, office.district, { limit: 2000 })]);
  await tick(orders);

  for (const id of ids)
    assert.deepEqual(
      (await seen(orders, id)).events.map(({ kind }) => kind).toSorted(),
      ['issued', 'not-replied', 'not-signed', 'urged'],
      'the reminder before the day is left out once the day has passed',
    );
  const { rows } = await app.ownerPool.query(`select number from orders.slip where kind = 'urge' order by number`);
  assert.deepEqual(
    rows.map((it) => it.number),
    [1, 2, 3],
  );
});

test('who is done, or waits for an answer of the office, is not urged; a refused request lets the course go on', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, at, water, office, file } = orders;
  const [done, waiting] = [await issue(), await issue()];
  for (const { id: orderId } of [done, waiting]) valueIn(await water.head.run('orders.sign', { orderId }));
  valueIn(await water.head.run('orders.apply', { orderId: done.id, text: '修好了', files: [await file()] }));
  const asked = { orderId: waiting.id, reason: '缺料', progress: '已订货', wantedDueOn: '2026-07-10' };
  const { requestId } = valueIn<{ requestId: string }>(await water.head.run('orders.ask-extension', asked));

  at('2026-06-29');
  await tick(orders);
  const quiet = [(await seen(orders, done.id)).slips.length, (await seen(orders, waiting.id)).slips.length];
  valueIn(await office.run('orders.decide-request', { requestId, granted: false, decision: '工期不变' }));
  at('2026-06-30');
  await tick(orders);

  assert.deepEqual(quiet, [0, 0]);
  assert.equal((await seen(orders, waiting.id)).slips.length, 1);
});

test('the office may urge earlier by hand; before the day of that slip nobody is urged again', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, office, at } = orders;
  const { id: orderId } = await issue();

  valueIn(await office.run('orders.urge', { orderId, reason: '汛期将至' }));
  const again = await office.run('orders.urge', { orderId, reason: '再催' });
  at('2026-06-26');
  await tick(orders);

  assert.equal(wordsOf(refusalOf(again)), '催办单〔2026〕1号要求2026年6月24日前办结，到期前不再催办');
  assert.deepEqual(
    (await seen(orders, orderId)).slips.map(({ kind }) => kind),
    ['urge', 'demand'],
    'what was urged and is late now gets the red slip',
  );
});

test('a measure is only proposed; a named leader approves it, on paper with a scan or himself, and the next one follows only then', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, at, office, leader, leaderPostId, water, file } = orders;
  const { id } = await issue();
  for (const day of ['2026-06-26', '2026-07-02', '2026-07-10'] as const) {
    at(day);
    await tick(orders);
  }
  const proposalId = (await seen(orders, id)).proposals[0]!.id;
  const paper = async (change: object) => ({
    proposalId,
    approved: true,
    onPaper: { leaderPostId, on: '2026-07-10', scan: await file('呈批单.txt'), ...change },
  });

  const sentences = [
    await office.run('orders.decide-proposal', { proposalId, approved: true }),
    await office.run('orders.decide-proposal', await paper({ leaderPostId: water.headPostId })),
    await office.run('orders.decide-proposal', await paper({ on: '2026-07-09' })),
    await office.run('orders.decide-proposal', await paper({ on: '2026-07-11' })),
    await office.run('orders.carry-out-measure', { proposalId, on: '2026-07-10', note: '已通报' }),
  ].map((it) => wordsOf(refusalOf(it)));
  valueIn(await office.run('orders.decide-proposal', await paper({})));
  valueIn(await office.run('orders.carry-out-measure', { proposalId, on: '2026-07-10', note: '督查通报已印发' }));
  at('2026-07-17');
  await tick(orders);
  const proposals = (await seen(orders, id)).proposals;

  assert.deepEqual(sentences, [
    '请由领导本人批示；纸上批示的，请选明是哪位领导、哪一天，并附呈批单扫描件',
    '岗位“区水利局局长”不是区领导岗位，请重新选择',
    '批示日期2026年7月9日早于呈报日期2026年7月10日，请核对',
    '日期2026年7月11日还没有到（今天是2026年7月10日），请改正',
    '这份呈批单现在是“待批”，暂不能这样办理',
  ]);
  assert.deepEqual(
    proposals.map(({ measure, state }) => [measure, state]),
    [
      ['talk', 'proposed'],
      ['circular', 'carried-out'],
    ],
  );
  assert.equal(
    ((await water.head.get(`/orders/order?orderId=${id}`)).body as Seen).events.some(({ kind }) => kind === 'proposed'),
    false,
    'the unit does not read what is proposed to a leader',
  );
  const talk = proposals[0]!.id;
  const held = leader.actor.postId;
  assert.ok(held !== null);
  assert.equal((await water.head.run('orders.decide-proposal', { proposalId: talk, approved: true })).status, 403);
  assert.equal((await orderIn(office, id)).state, 'issued', 'no measure ends an order');
});

test('what is signed for and answered in time waits for no calendar; what comes a day late is noted, also before the calendar came by', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const { issue, at, office, water } = orders;
  const [inTime, late] = [(await issue()).id, (await issue()).id];
  const waiting = async () =>
    ((await office.get(`/orders/order?orderId=${inTime}`)).body as { waiting: readonly { step: string }[] }).waiting.map(
      ({ step }) => step,
    );

  valueIn(await water.head.run('orders.sign', { orderId: inTime }));
  valueIn(await water.head.run('orders.reply', { orderId: inTime, text: '已派人去看' }));
  const left = await waiting();
  at('2026-06-19');
  valueIn(await water.head.run('orders.sign', { orderId: late }));
  await tick(orders);

  assert.deepEqual(left, ['remind', 'urge']);
  assert.equal(
    (await seen(orders, inTime)).events.some(({ kind }) => kind === 'not-signed'),
    false,
  );
  assert.equal((await seen(orders, late)).events.filter(({ kind }) => kind === 'not-signed').length, 1);
});
