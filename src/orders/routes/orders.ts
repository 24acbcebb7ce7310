import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/db.ts';
import { read } from '#/platform/module.ts';
import { maySee, seesAll } from '../rules/access.ts';
import { OrderFilter, PAGE_SIZE, type RegisterQuery } from '../rules/filter.ts';
import { NEXT, type Order } from '../rules/order.ts';
import { loadBearers } from '../store/bearers.ts';
import { listClearings } from '../store/clearings.ts';
import { listEvents } from '../store/events.ts';
import { countRegister, listRegister, listUnitMonths } from '../store/facts.ts';
import { getOrder } from '../store/orders.ts';
import { listOwnUnits } from '../store/own-units.ts';
import { getProfile, loadProfiles } from '../store/profile.ts';
import { listProposals } from '../store/proposals.ts';
import { listRequests } from '../store/requests.ts';
import { listSlips } from '../store/slips.ts';
import { listWaiting } from '../store/timers.ts';

/** The order, when whoever asks may see it. */
export async function orderSeen(
  reader: ActingReader,
  orderId: string,
): Promise<{ readonly order: Order; readonly ownUnits: readonly string[] }> {
  const order = await getOrder(reader, orderId);
  const ownUnits = await listOwnUnits(reader, reader.actor.unitId);
  if (!maySee(order, reader.actor, ownUnits)) throw new Problem(403, 'other-unit');
  return { order, ownUnits };
}

/** What stays inside until it is carried out: a unit does not read what is being proposed to a leader. */
const INNER = ['proposed', 'addressed', 'measure-decided'];

const orderRead = read({
  path: '/orders/order',
  permission: 'orders.read',
  query: z.object({ orderId: z.uuid() }),
  summary: 'One order, its course, and what can be done next; a unit sees only its own',
  async run(reader, { orderId }) {
    const { order, ownUnits } = await orderSeen(reader, orderId);
    const isInner = seesAll(reader.actor);
    const [bearer] = await loadBearers(reader, [order]);
    const events = await listEvents(reader, orderId);
    const profiles = await loadProfiles(reader);
    return {
      ...{ order, bearer, isOwn: ownUnits.includes(order.unitId), next: NEXT[order.state] },
      events: isInner ? events : events.filter(({ kind }) => !INNER.includes(kind)),
      slips: await listSlips(reader, [orderId]),
      requests: await listRequests(reader, orderId),
      clearings: await listClearings(reader, orderId),
      proposals: isInner ? await listProposals(reader, orderId) : [],
      waiting: await listWaiting(reader, orderId),
      profile: profiles.get(order.profileVersion)!,
    };
  },
});

/** The rows that a person may see, by the filter that he set. */
export async function registerQuery(reader: ActingReader, filter: OrderFilter): Promise<RegisterQuery> {
  const units = seesAll(reader.actor) ? null : await listOwnUnits(reader, reader.actor.unitId);
  return { ...filter, units, today: reader.today };
}

const listRead = read({
  path: '/orders/list',
  permission: 'orders.read',
  query: OrderFilter,
  summary: 'The register of orders, page by page; a unit sees its own',
  async run(reader, filter) {
    const query = await registerQuery(reader, filter);
    const rows = await listRegister(reader, query, filter.page);
    const bearers = await loadBearers(reader, rows);
    const { profile } = await getProfile(reader);
    return {
      rows: rows.map((row, i) => ({ ...row, unitNow: bearers[i]!.unitNow })),
      counts: await countRegister(reader, query),
      page: filter.page,
      pageSize: PAGE_SIZE,
      kinds: profile.kinds,
    };
  },
});

const monthsRead = read({
  path: '/orders/unit-months',
  permission: 'orders.issue',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  summary: 'How many orders each unit was given in each month, and how many a month allows',
  async run(reader, { year }) {
    const { profile } = await getProfile(reader);
    return { months: await listUnitMonths(reader, year), cap: profile.capPerUnitMonth };
  },
});

export const orderReads = [orderRead, listRead, monthsRead];
