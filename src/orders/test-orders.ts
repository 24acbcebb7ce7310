import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import type { OrderDraftInput } from './rules/draft.ts';
import type { Order } from './rules/order.ts';

type TestUnit = {
  readonly unitId: string;
  readonly headPostId: string;
  readonly head: TestPerson;
  readonly liaison: TestPerson;
};

/** The fictional district 990001 with its office, a leader, and two units whose heads are appointed. */
export type TestOrders = {
  readonly app: TestApp;
  readonly setup: TestPerson;
  readonly office: TestPerson;
  readonly officeUnitId: string;
  readonly leader: TestPerson;
  readonly leaderPostId: string;
  readonly water: TestUnit;
  readonly roads: TestUnit;
  readonly vacantPostId: string;
  readonly made: (name: string, input: unknown) => Promise<string>;
  readonly draft: (change?: Partial<OrderDraftInput>) => OrderDraftInput;
  readonly issue: (change?: Partial<OrderDraftInput>) => Promise<Order>;
  readonly file: (name?: string) => Promise<{ digest: string; name: string }>;
  /** The district's today from here on. */
  readonly at: (day: `${number}-${number}-${number}`) => void;
};

export async function aDistrictWithUnits(t: TestContext, today: `${number}-${number}-${number}` = '2026-06-18'): Promise<TestOrders> {
  const app = await startTestApp(t, { today });
  await app.mustRun(createDistrict, '990001', { name: '清泉区', demoToday: null });
  const setup = app.as('setup');
  const made = async (name: string, input: unknown) => valueIn<{ id: string }>(await setup.run(name, input)).id;
  const officeUnitId = await made('organisation.set-up-unit', { name: '区政府督查室', kind: 'institution' });
  const governmentId = await made('organisation.set-up-unit', { name: '区政府', kind: 'leadership' });
  const leaderPostId = await made('organisation.create-post', { unitId: governmentId, title: '副区长（城建）', kind: 'leader' });
  const appoint = (postId: string, name: string) =>
    setup.run('organisation.appoint', { postId, person: { name }, fromOn: '2026-01-01' }).then(valueIn);
  await appoint(leaderPostId, '方远');
  const unit = async (name: string, person: string): Promise<TestUnit> => {
    const unitId = await made('organisation.set-up-unit', { name, kind: 'department' });
    const headPostId = await made('organisation.create-post', { unitId, title: `${name}局长`, kind: 'head' });
    await appoint(headPostId, person);
    return {
      unitId,
      headPostId,
      head: app.as('unit-head', { unitId, name: person }),
      liaison: app.as('liaison', { unitId, name: `${name}联络员` }),
    };
  };
  const water = await unit('区水利局', '陈水');
  const roads = await unit('区住建局', '卢平');
  const vacantPostId = await made('organisation.create-post', { unitId: water.unitId, title: '水利局副局长', kind: 'deputy-head' });
  const office = app.as('office', { name: '石敏', unitId: officeUnitId });
  let count = 0;
  const draft = (change: Partial<OrderDraftInput> = {}): OrderDraftInput => ({
    kind: 'ordinary',
    matter: `修复东街第${++count}处路灯`,
    unitId: water.unitId,
    ...change,
  });
  return {
    ...{ app, setup, office, officeUnitId, leaderPostId, water, roads, vacantPostId, made, draft },
    leader: app.as('leader', { unitId: governmentId, name: '方远' }),
    async issue(change) {
      const [issued] = valueIn<readonly { id: string }[]>(await office.run('orders.issue', { drafts: [draft(change)] }));
      return orderIn(office, issued!.id);
    },
    async file(name = '现场.txt') {
      const stored = await office.upload(name, Buffer.from(`${name} ${newId()}`));
      assert.equal(stored.status, 200, stored.text);
      return { digest: (stored.body as { digest: string }).digest, name };
    },
    at: (day) => void Object.assign(app.world, { today: async () => day }),
  };
}

export async function orderIn(person: TestPerson, id: string): Promise<Order> {
  const { status, body, text } = await person.get(`/orders/order?orderId=${id}`);
  assert.equal(status, 200, text);
  return (body as { order: Order }).order;
}

export function valueIn<T>({ status, body, text }: Answer): T {
  assert.equal(status, 200, text);
  return (body as { value: T }).value;
}

export function refusalOf<T = { readonly kind: string }>({ status, body, text }: Answer): T {
  assert.equal(status, 409, text);
  return (body as { refusal: T }).refusal;
}
