import { z } from 'zod';
import { accept, type Result } from '#/kernel/result.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { Order } from '../rules/order.ts';
import { numberText } from '../rules/order.ts';
import type { OrderProfile } from '../rules/profile.ts';
import { outcomeOf, resumed, type TimerOutcome } from '../rules/timer-outcome.ts';
import { dueTimers, type TimerStart } from '../rules/timers.ts';
import { loadAddressees } from '../store/addressees.ts';
import { addEvents, type NewEvent } from '../store/events.ts';
import { findOrders } from '../store/orders.ts';
import { loadProfiles } from '../store/profile.ts';
import { addProposals, type NewProposal } from '../store/proposals.ts';
import { addSlips, listSlips } from '../store/slips.ts';
import { addTimers, type DueTimer, endTimers, replaceTimers, takeDueTimers } from '../store/timers.ts';

type Handled = { readonly timer: DueTimer; readonly outcome: TimerOutcome };

/** 到期处理: what the day brings to the orders whose time has come, so many at a time; what it does and that it did it are one. */
export const runTimers = command({
  name: 'orders.run-timers',
  version: 1,
  input: z.object({ limit: z.number().int().min(1).max(5000).default(2000) }),
  permission: 'orders.run-timers',
  subject: () => 'timers',
  async run(writer, { limit }): Promise<Result<{ readonly handled: number }, never>> {
    const due = await takeDueTimers(writer, limit);
    if (due.length === 0) return accept({ handled: 0 });
    const profiles = await loadProfiles(writer);
    const office = await loadOfficeDays(writer);
    const slips = Map.groupBy(await listSlips(writer, [...new Set(due.map(({ order }) => order.id))]), ({ orderId }) => orderId);
    const handled = due.map((timer): Handled => {
      const about = (slips.get(timer.order.id) ?? []).filter(({ forDueOn }) => forDueOn === timer.order.dueOn);
      const profile = profiles.get(timer.order.profileVersion)!;
      const order = { ...timer.order, slips: about };
      return { timer, outcome: outcomeOf(timer.step, order, { today: writer.today, profile, office }) };
    });
    await carryOut(asCalendar(writer), handled);
    return accept({ handled: handled.length });
  },
});

/** What the calendar sends is signed by nobody in person. */
function asCalendar(writer: Writer): Writer {
  return { ...writer, actor: { ...writer.actor, name: '系统', postTitle: '' } };
}

async function carryOut(writer: Writer, handled: readonly Handled[]): Promise<void> {
  const slips = handled.flatMap(({ timer, outcome }) =>
    outcome.do === 'slip' ? [{ ...outcome.slip, orderId: timer.order.id, reason: '' }] : [],
  );
  const proposals = await proposalsOf(writer, handled);
  const issued = await addSlips(writer, slips);
  const proposed = await addProposals(writer, proposals);
  const notes = handled.flatMap(({ timer, outcome }): NewEvent[] =>
    outcome.do === 'note' ? [{ orderId: timer.order.id, kind: outcome.event }] : [],
  );
  const proposalEvents = proposals.map(
    (it, i): NewEvent => ({
      orderId: it.orderId,
      kind: 'proposed',
      facts: { measure: it.measure, number: numberText(proposed[i]!) },
    }),
  );
  await addEvents(writer, [...notes, ...issued.map(slipEvent), ...proposalEvents]);
  await endTimers(
    writer,
    handled.map(({ timer, outcome }) => ({ id: timer.id, state: outcome.do === 'drop' ? 'dropped' : 'done' })),
  );
  const next = handled.flatMap(({ timer, outcome }) => (outcome.do === 'slip' ? [{ ...outcome.next, orderId: timer.order.id }] : []));
  await addTimers(writer, next);
}

async function proposalsOf(writer: Writer, handled: readonly Handled[]): Promise<readonly NewProposal[]> {
  const proposed = handled.flatMap(({ timer, outcome }) =>
    outcome.do === 'propose' ? [{ orderId: timer.order.id, measure: outcome.measure, facts: outcome.facts }] : [],
  );
  if (proposed.length === 0) return [];
  const orders = await findOrders(writer, [...new Set(proposed.map(({ orderId }) => orderId))]);
  const addressees = await loadAddressees(writer, orders);
  return proposed.map((it) => ({ ...it, toPostId: addressees.get(it.orderId) ?? null }));
}

export function slipEvent(slip: Awaited<ReturnType<typeof addSlips>>[number]): NewEvent {
  const { orderId, kind, colour, replyBy, daysLate, reason } = slip;
  const facts = { number: numberText(slip), colour, replyBy, daysLate };
  return { orderId, kind: kind === 'urge' ? 'urged' : 'demanded', body: reason, facts };
}

const ON_DUE_DAY = ['remind', 'urge', 'demand', 'circular', 'talk', 'listing'] as const;
type By = { readonly profile: OrderProfile; readonly office: CalendarSpec };

async function timersBy(writer: Writer, order: Pick<Order, 'profileVersion'>): Promise<By> {
  return { profile: (await loadProfiles(writer)).get(order.profileVersion)!, office: await loadOfficeDays(writer) };
}

/** A new day begins the course anew. */
export async function beginAnew(writer: Writer, order: Order): Promise<void> {
  const starts = dueTimers({ issuedOn: writer.today, dueOn: order.dueOn }, await timersBy(writer, order));
  await replaceTimers(writer, order.id, { without: ON_DUE_DAY, starts });
}

/** After a return or a refused request the course goes on where it stood. */
export async function goOn(writer: Writer, order: Order): Promise<void> {
  const about = (await listSlips(writer, [order.id])).filter(({ forDueOn }) => forDueOn === order.dueOn);
  const by = await timersBy(writer, order);
  const starts: readonly TimerStart[] = resumed({ order, lastSlip: about.at(-1)?.kind ?? null, today: writer.today, ...by });
  await replaceTimers(writer, order.id, { without: ON_DUE_DAY, starts });
}
