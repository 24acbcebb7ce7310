import { z } from 'zod';
import type { ActingReader } from '#/platform/db.ts';
import { read } from '#/platform/module.ts';
import { listAddressees } from '../store/addressees.ts';
import { loadBearers } from '../store/bearers.ts';
import { findOrders } from '../store/orders.ts';
import { listProposals } from '../store/proposals.ts';
import { listRevisits, listSamples } from '../store/revisits.ts';

/** Orders by id, each with how its unit is called now. */
async function ordersOf(reader: ActingReader, ids: readonly string[]) {
  const orders = await findOrders(reader, [...new Set(ids)]);
  const bearers = await loadBearers(reader, orders);
  return orders.map(({ id, year, number, matter, unitName, dueOn, state }, i) => ({
    ...{ id, year, number, matter, unitName, dueOn, state },
    unitNow: bearers[i]!.unitNow,
  }));
}

const proposalsRead = read({
  path: '/orders/proposals',
  permission: 'orders.measures',
  query: z.object({}),
  summary: '呈批件: measures proposed to leaders, the newest first',
  async run(reader) {
    const proposals = await listProposals(reader);
    const orders = await ordersOf(
      reader,
      proposals.map((it) => it.orderId),
    );
    const addressees = await listAddressees(
      reader,
      proposals.flatMap(({ toPostId }) => toPostId ?? []),
    );
    return { proposals, orders, addressees };
  },
});

const revisitsRead = read({
  path: '/orders/revisits',
  permission: 'orders.revisit',
  query: z.object({}),
  summary: '回头看: samples with seed and population, and what was seen',
  async run(reader) {
    const samples = await listSamples(reader);
    const revisits = await listRevisits(reader);
    const orders = await ordersOf(
      reader,
      revisits.map((it) => it.orderId),
    );
    return { samples, revisits, orders };
  },
});

export const measureReads = [proposalsRead, revisitsRead];
