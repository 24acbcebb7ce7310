import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { TestPerson } from '#/testing.ts';
import { timersJob } from './jobs.ts';
import type { OrderState } from './rules/order.ts';
import { aDistrictWithUnits, orderIn, type TestOrders } from './test-orders.ts';

/** The graph as the README draws it, written a second time: the code may not take any other way. */
const WAYS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  issued: ['signed', 'withdrawn'],
  signed: ['applied', 'withdrawn'],
  applied: ['checked', 'signed', 'withdrawn'],
  checked: ['visited', 'closed', 'signed', 'withdrawn'],
  visited: ['closed', 'signed', 'withdrawn'],
  closed: [],
  withdrawn: [],
};

const ACTS = ['sign', 'reply', 'object', 'ask-extension', 'apply', 'check', 'visit', 'close', 'return', 'withdraw', 'urge'] as const;
type Step = { readonly act: (typeof ACTS)[number] | 'decide' | 'tick' | 'issue'; readonly of: number; readonly days: number };

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS, 'sign', 'apply', 'check', 'visit', 'decide', 'tick', 'tick', 'issue'),
  of: fc.nat({ max: 5 }),
  days: fc.integer({ min: 1, max: 6 }),
});

type Course = TestOrders & { day: CivilDate; readonly shown: { readonly digest: string; readonly name: string } };

function inputOf({ act, days }: Step, orderId: string, today: CivilDate, files: readonly object[]): object {
  const soon = addDays(today, days);
  switch (act) {
    case 'object':
      return { orderId, reason: '不属本局职责', files: [] };
    case 'ask-extension':
      return { orderId, reason: '材料未到', progress: '已完成一半', wantedDueOn: addDays(today, 40 + days), files: [] };
    case 'apply':
      return { orderId, text: '已办完', files };
    case 'visit':
      return { orderId, note: '看过', files };
    case 'return':
      return { orderId, reason: '照片不清', newDueOn: days > 3 ? soon : null };
    case 'withdraw':
      return { orderId, reason: '不再需要' };
    case 'reply':
      return { orderId, text: '正在办', files: [] };
    case 'urge':
      return { orderId, reason: '请抓紧' };
    default:
      return { orderId, note: '' };
  }
}

function whoDoes({ office, water }: TestOrders, act: Step['act']): TestPerson {
  return ['sign', 'reply', 'object', 'ask-extension', 'apply'].includes(act) ? water.head : office;
}

/** The job as the calendar starts it. */
function tick({ app, office }: TestOrders): Promise<void> {
  return timersJob.run(office.district, { world: app.world, run: app.run, outside: {} } as unknown as Parameters<typeof timersJob.run>[1]);
}

async function traces({ app }: TestOrders): Promise<string> {
  const { rows } = await app.ownerPool.query<{ traces: string }>(
    `select concat((select count(*) from orders.event), ' ', (select count(*) from orders.slip), ' ', (select count(*) from orders.proposal), ' ',
            (select count(*) from orders.timer)) as traces`,
  );
  return rows[0]!.traces;
}

async function decideOpen(orders: TestOrders, granted: boolean): Promise<void> {
  const { rows } = await orders.app.ownerPool.query<{ id: string }>(`select id from orders.request where decided_on is null limit 1`);
  if (rows[0] === undefined) return;
  const answer = { requestId: rows[0].id, granted, decision: '已研究', newDueOn: null };
  const { status, text } = await orders.office.run('orders.decide-request', answer);
  assert.ok(status === 200 || status === 409, text);
}

async function play(orders: Course, steps: readonly Step[]): Promise<void> {
  const overCap = { approvedBy: '方远', reason: '汛期集中交办' };
  const ids = [(await orders.issue({ overCap })).id];
  for (const it of steps) {
    if (it.act === 'issue') {
      const { status, body } = await orders.office.run('orders.issue', { drafts: [orders.draft()] });
      if (status === 200) ids.push((body as { value: { id: string }[] }).value[0]!.id);
    } else if (it.act === 'decide') await decideOpen(orders, it.days > 3);
    else if (it.act === 'tick') {
      orders.day = addDays(orders.day, it.days);
      orders.at(orders.day);
      await tick(orders);
      const after = await traces(orders);
      await Promise.all([tick(orders), tick(orders)]);
      assert.equal(await traces(orders), after, 'the day’s work is done once');
    } else await act(orders, it, { orderId: ids[it.of % ids.length]!, today: orders.day });
  }
}

async function act(orders: Course, it: Step, { orderId, today }: { readonly orderId: string; readonly today: CivilDate }): Promise<void> {
  const before = (await orderIn(orders.office, orderId)).state;
  const { status, text } = await whoDoes(orders, it.act).run(`orders.${it.act}`, inputOf(it, orderId, today, [orders.shown]));
  const after = (await orderIn(orders.office, orderId)).state;
  assert.ok(status === 200 || status === 409, `${it.act} of ${before}: ${status} ${text}`);
  if (status === 409) assert.equal(after, before, `${it.act} was refused and changed nothing`);
  if (after !== before) assert.ok(WAYS[before].includes(after), `${it.act}: ${before} → ${after}`);
}

/** Each series runs 1, 2, 3 … within its year. */
async function assertGapless({ app }: TestOrders): Promise<void> {
  const { rows } = await app.ownerPool.query<{ series: string; numbers: number[] }>(
    `select 'order ' || year as series, array_agg(number order by number) as numbers from orders.item group by year
     union all select kind || ' ' || year, array_agg(number order by number) from orders.slip group by kind, year
     union all select 'proposal ' || year, array_agg(number order by number) from orders.proposal group by year`,
  );
  for (const { series, numbers } of rows)
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => i + 1),
      series,
    );
}

test('whatever is done in whatever order on whatever day: no order leaves its course, no number is missing, nothing comes twice', async (t) => {
  const orders = await aDistrictWithUnits(t);
  const course: Course = { ...orders, day: '2026-06-18', shown: await orders.file() };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      await play(course, steps);
      await assertGapless(course);
      const left = await course.app.ownerPool.query(
        `select t.step, i.state from orders.timer t join orders.item i on i.district = t.district and i.id = t.item_id
          where t.state = 'waiting' and i.state not in ('issued', 'signed')`,
      );
      assert.deepEqual(left.rows, [], 'nothing waits for a unit that has handed in');
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
