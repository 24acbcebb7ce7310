import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import {
  ApplyClearing,
  CheckClearing,
  type Clearing,
  type ClearingRefusal,
  CloseOrder,
  mayApply,
  mayClose,
  mayJudge,
  ReturnOrder,
  VisitOrder,
} from '../rules/clearing.ts';
import type { DoerRefusal } from '../rules/doer.ts';
import type { Order, OrderAct } from '../rules/order.ts';
import { findKind } from '../rules/profile.ts';
import { addClearing, getOpenClearing, saveChecked, saveEnded, saveVisited } from '../store/clearings.ts';
import { addEvents } from '../store/events.ts';
import { saveOrder } from '../store/orders.ts';
import { loadProfiles } from '../store/profile.ts';
import { dropProposals } from '../store/proposals.ts';
import { replaceTimers } from '../store/timers.ts';
import { officeTurn, unitTurn } from './doer.ts';
import { beginAnew, goOn } from './timers.ts';

type Refusal = DoerRefusal | ClearingRefusal;
type Done = { readonly orderId: string; readonly state: Order['state'] };

/** 申请销号: the unit says that it is done, and shows it. */
export const applyForClearing = command({
  name: 'orders.apply',
  version: 1,
  input: ApplyClearing,
  permission: 'orders.ask',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<Done, Refusal>> {
    const turn = await unitTurn(writer, 'apply', input);
    if (!turn.ok) return turn;
    const allowed = mayApply(input.files);
    if (!allowed.ok) return allowed;
    const { order, typed } = turn.value;
    const { text, files } = input;
    const appliedOn = typed?.on ?? writer.today;
    const by = { appliedBy: typed?.name ?? writer.actor.name, appliedByAccount: typed === null ? writer.actor.accountId : null, appliedOn };
    await addClearing(writer, { orderId: order.id, text, files, ...by });
    await saveOrder(writer, order.id, { state: 'applied', appliedOn });
    await replaceTimers(writer, order.id, { without: 'all', starts: [] });
    await addEvents(writer, [{ orderId: order.id, kind: 'applied', body: text, files, typed }]);
    return accept({ orderId: order.id, state: 'applied' });
  },
});

type Judging = { readonly order: Order; readonly clearing: Clearing };

async function judging(writer: Writer, act: OrderAct, orderId: string): Promise<Result<Judging, Refusal>> {
  const turn = await officeTurn(writer, act, orderId);
  if (!turn.ok) return turn;
  const clearing = await getOpenClearing(writer, orderId);
  const may = mayJudge(clearing, turn.value.doer);
  return may.ok ? accept({ order: turn.value.order, clearing }) : may;
}

/** 材料核查: the evidence shows what the application says. */
export const checkClearing = command({
  name: 'orders.check',
  version: 1,
  input: CheckClearing,
  permission: 'orders.clear',
  subject: (input) => input.orderId,
  async run(writer, { orderId, note }): Promise<Result<Done, Refusal>> {
    const found = await judging(writer, 'check', orderId);
    if (!found.ok) return found;
    await saveChecked(writer, found.value.clearing.id, note);
    await saveOrder(writer, orderId, { state: 'checked' });
    await addEvents(writer, [{ orderId, kind: 'checked', body: note }]);
    return accept({ orderId, state: 'checked' });
  },
});

/** 现场核验: somebody went there; the photos are his own. */
export const visitOrder = command({
  name: 'orders.visit',
  version: 1,
  input: VisitOrder,
  permission: 'orders.clear',
  subject: (input) => input.orderId,
  async run(writer, { orderId, note, files }): Promise<Result<Done, Refusal>> {
    const found = await judging(writer, 'visit', orderId);
    if (!found.ok) return found;
    if (files.length === 0) return refuse({ kind: 'visit-photo-missing' });
    await checkFilesKnown(
      writer,
      files.map(({ digest }) => digest),
    );
    await saveVisited(writer, found.value.clearing.id, note, files);
    await saveOrder(writer, orderId, { state: 'visited' });
    await addEvents(writer, [{ orderId, kind: 'visited', body: note, files }]);
    return accept({ orderId, state: 'visited' });
  },
});

/** 办结、销号: from here on it counts as finished. */
export const closeOrder = command({
  name: 'orders.close',
  version: 1,
  input: CloseOrder,
  permission: 'orders.clear',
  subject: (input) => input.orderId,
  async run(writer, { orderId, note }): Promise<Result<Done, Refusal>> {
    const found = await judging(writer, 'close', orderId);
    if (!found.ok) return found;
    const { order, clearing } = found.value;
    const profile = (await loadProfiles(writer)).get(order.profileVersion)!;
    const may = mayClose(clearing, findKind(profile, order.kind));
    if (!may.ok) return may;
    await saveEnded(writer, clearing.id, 'accepted', note);
    await saveOrder(writer, orderId, { state: 'closed', closedOn: writer.today });
    await dropProposals(writer, orderId);
    await addEvents(writer, [{ orderId, kind: 'closed', body: note }]);
    return accept({ orderId, state: 'closed' });
  },
});

/** 退回: what was said to be done is not; the unit goes on, by the same day or by a new one. */
export const returnOrder = command({
  name: 'orders.return',
  version: 1,
  input: ReturnOrder,
  permission: 'orders.clear',
  subject: (input) => input.orderId,
  async run(writer, { orderId, reason, newDueOn }): Promise<Result<Done, Refusal>> {
    const found = await judging(writer, 'return', orderId);
    if (!found.ok) return found;
    const { today } = writer;
    if (newDueOn !== null && newDueOn < today) return refuse({ kind: 'return-day-past', newDueOn, today });
    const { order, clearing } = found.value;
    await saveEnded(writer, clearing.id, 'returned', reason);
    const changed = { ...order, state: 'signed', appliedOn: null, dueOn: newDueOn ?? order.dueOn } as const;
    await saveOrder(writer, orderId, { state: 'signed', appliedOn: null, dueOn: changed.dueOn });
    await addEvents(writer, [{ orderId, kind: 'returned', body: reason, facts: { newDueOn } }]);
    await (newDueOn === null ? goOn(writer, changed) : beginAnew(writer, changed));
    return accept({ orderId, state: 'signed' });
  },
});
