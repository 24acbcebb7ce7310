import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { maySee } from '../rules/access.ts';
import { listEvents } from '../store/events.ts';
import { getOrder } from '../store/orders.ts';
import { listOwnUnits } from '../store/own-units.ts';

const orderRead = read({
  path: '/orders/order',
  permission: 'orders.read',
  query: z.object({ orderId: z.uuid() }),
  summary: 'One order and its course; a unit sees only its own',
  async run(reader, { orderId }) {
    const order = await getOrder(reader, orderId);
    const units = await listOwnUnits(reader, reader.actor.unitId);
    if (!maySee(order, reader.actor, units)) throw new Problem(403, 'other-unit');
    return { order, events: await listEvents(reader, orderId) };
  },
});

export const orderReads = [orderRead];
