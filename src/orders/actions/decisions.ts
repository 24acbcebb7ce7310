import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { WithdrawOrder } from '../rules/clearing.ts';
import { type DoerRefusal, isAnotherUnit } from '../rules/doer.ts';
import type { Order } from '../rules/order.ts';
import { Decide, decide, type RequestRefusal } from '../rules/request.ts';
import { listClearings, saveEnded } from '../store/clearings.ts';
import { addEvents } from '../store/events.ts';
import { getOrderForUpdate, saveOrder } from '../store/orders.ts';
import { dropProposals } from '../store/proposals.ts';
import { getRequest, listRequests, saveDecision } from '../store/requests.ts';
import { replaceTimers } from '../store/timers.ts';
import { doerOf, officeTurn } from './doer.ts';
import { beginAnew, goOn } from './timers.ts';

/** 对申辩、延期申请作出答复: by another unit than the one that asked. */
export const decideRequest = command({
  name: 'orders.decide-request',
  version: 1,
  input: Decide,
  permission: 'orders.decide',
  subject: (input) => input.requestId,
  async run(writer, input): Promise<Result<{ readonly orderId: string; readonly state: Order['state'] }, DoerRefusal | RequestRefusal>> {
    const order = await getOrderForUpdate(writer, (await getRequest(writer, input.requestId)).orderId);
    const another = isAnotherUnit(order, await doerOf(writer));
    if (!another.ok) return another;
    const request = await getRequest(writer, input.requestId);
    const decided = decide(request, input, writer.today);
    if (!decided.ok) return decided;
    const { newDueOn, withdraws } = decided.value;
    const { granted, decision } = input;
    await saveDecision(writer, request.id, { granted, decision, newDueOn });
    const facts = { ask: request.ask, granted, newDueOn };
    await addEvents(writer, [{ orderId: order.id, kind: 'decided', body: decision, facts }]);
    if (withdraws) return accept({ orderId: order.id, state: await withdraw(writer, order, decision) });
    if (newDueOn !== null) await saveOrder(writer, order.id, { dueOn: newDueOn });
    await (newDueOn === null ? goOn(writer, order) : beginAnew(writer, { ...order, dueOn: newDueOn }));
    return accept({ orderId: order.id, state: order.state });
  },
});

/** 撤销: the order ends without having been done; it is counted as withdrawn, never as finished. */
export const withdrawOrder = command({
  name: 'orders.withdraw',
  version: 1,
  input: WithdrawOrder,
  permission: 'orders.decide',
  subject: (input) => input.orderId,
  async run(writer, { orderId, reason }): Promise<Result<{ readonly orderId: string; readonly state: Order['state'] }, DoerRefusal>> {
    const turn = await officeTurn(writer, 'withdraw', orderId);
    if (!turn.ok) return turn;
    return accept({ orderId, state: await withdraw(writer, turn.value.order, reason) });
  },
});

async function withdraw(writer: Writer, order: Order, reason: string): Promise<Order['state']> {
  await saveOrder(writer, order.id, { state: 'withdrawn' });
  const open = (await listClearings(writer, order.id)).find(({ endedOn }) => endedOn === null);
  if (open !== undefined) await saveEnded(writer, open.id, 'withdrawn', reason);
  for (const it of await listRequests(writer, order.id))
    if (it.decidedOn === null) await saveDecision(writer, it.id, { granted: false, decision: reason, newDueOn: null });
  await replaceTimers(writer, order.id, { without: 'all', starts: [] });
  await dropProposals(writer, order.id);
  await addEvents(writer, [{ orderId: order.id, kind: 'withdrawn', body: reason }]);
  return 'withdrawn';
}
