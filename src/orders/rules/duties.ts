import { addDays, type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { isOverdue, numberText, type Order } from './order.ts';

type OfOrder = { readonly orderId: string; readonly number: string; readonly matter: string };

/** 督办类待办: what units owe on their orders, and what the office owes to them. */
export type OrdersDuty =
  | Duty<'orders.sign', OfOrder>
  | Duty<'orders.reply', OfOrder>
  | Duty<'orders.settle', OfOrder & { readonly daysLate: number }>
  | Duty<'orders.decide', OfOrder & { readonly ask: 'objection' | 'extension'; readonly unit: string }>
  | Duty<'orders.clear', OfOrder & { readonly state: 'applied' | 'checked' | 'visited'; readonly unit: string }>
  | Duty<'orders.propose', OfOrder & { readonly measure: 'circular' | 'talk' | 'listing'; readonly unit: string }>
  | Duty<'orders.approve', OfOrder & { readonly measure: 'circular' | 'talk' | 'listing'; readonly unit: string }>
  | Duty<'orders.carry-out', OfOrder & { readonly measure: 'circular' | 'talk' | 'listing'; readonly unit: string }>
  | Duty<'orders.revisit', OfOrder & { readonly unit: string }>
  | Duty<'orders.report', { readonly instructionId: string; readonly about: string }>;

const UNIT = ['liaison', 'deputy-head', 'unit-head'] as const;
/** The office answers units within so many days (来源: 自定). */
export const OFFICE_DAYS = 3;

/** An order as My week needs it: who bears it today, and who is there. */
export type OwedOrder = Order & {
  /** The unit itself, or the one that it was merged into. */
  readonly bearerUnitId: string;
  readonly isPostHeld: boolean;
};

const about = (order: Pick<Order, 'id' | 'year' | 'number' | 'matter'>): OfOrder => ({
  orderId: order.id,
  number: numberText(order),
  matter: order.matter,
});

/** 单位欠的: signing for it, first feedback, and settling it; a post that nobody holds leaves it to its unit. */
export function unitDuties(order: OwedOrder, today: CivilDate): readonly OrdersDuty[] {
  const common = {
    key: order.id,
    unitId: order.bearerUnitId,
    postId: order.isPostHeld ? order.postId : null,
    roles: UNIT,
    since: order.issuedOn,
    urgency: order.isUrgent ? 'at-once' : 'ordinary',
    link: `orders/${order.id}`,
  } as const;
  if (order.state === 'issued') return [{ ...common, kind: 'orders.sign', facts: about(order), dueOn: order.signBy }];
  if (order.state !== 'signed') return [];
  const daysLate = isOverdue(order, today) ? daysBetween(order.dueOn, today) : 0;
  const settle = { ...common, kind: 'orders.settle', facts: { ...about(order), daysLate }, dueOn: order.dueOn } as const;
  if (order.repliedOn !== null || order.feedbackBy === null) return [settle];
  return [{ ...common, kind: 'orders.reply', facts: about(order), dueOn: order.feedbackBy }, settle];
}

type Of<Kind extends OrdersDuty['kind']> = Extract<OrdersDuty, { readonly kind: Kind }>;
const ofOffice = { unitId: null, postId: null, roles: ['office'], urgency: 'ordinary' } as const;
const answered = (on: CivilDate) => ({ since: on, dueOn: addDays(on, OFFICE_DAYS) });

/** 督查室欠的: an answer to what was asked, and the clearing of what is said to be done. */
export function decideDuty(
  order: Order,
  unit: string,
  ask: { readonly id: string; readonly ask: 'objection' | 'extension'; readonly askedOn: CivilDate },
): Of<'orders.decide'> {
  const facts = { ...about(order), ask: ask.ask, unit };
  return { ...ofOffice, ...answered(ask.askedOn), kind: 'orders.decide', key: ask.id, facts, link: `orders/${order.id}` };
}

export function clearDuty(order: Order & { readonly state: 'applied' | 'checked' | 'visited' }, unit: string): Of<'orders.clear'> {
  const facts = { ...about(order), state: order.state, unit };
  return { ...ofOffice, ...answered(order.appliedOn!), kind: 'orders.clear', key: order.id, facts, link: `orders/${order.id}` };
}

type Measured = { readonly id: string; readonly measure: Of<'orders.propose'>['facts']['measure']; readonly on: CivilDate };

/** 呈批件: the leader it is put before decides; the office sees to it that it reaches him, and carries out what he approved. */
export function measureDuties(
  order: Order,
  unit: string,
  it: Measured & { readonly isApproved: boolean; readonly toPostId: string | null },
): readonly OrdersDuty[] {
  const facts = { ...about(order), measure: it.measure, unit };
  const common = { ...ofOffice, ...answered(it.on), key: it.id, facts, link: 'orders/measures' } as const;
  if (it.isApproved) return [{ ...common, kind: 'orders.carry-out' }];
  const propose: OrdersDuty = { ...common, kind: 'orders.propose' };
  return it.toPostId === null ? [propose] : [propose, { ...common, kind: 'orders.approve', postId: it.toPostId, roles: ['leader'] }];
}

export function revisitDuty(
  order: Order,
  unit: string,
  sample: { readonly id: string; readonly drawnOn: CivilDate; readonly dueOn: CivilDate },
): OrdersDuty {
  const days = { since: sample.drawnOn, dueOn: sample.dueOn };
  const key = `${sample.id}:${order.id}`;
  return { ...ofOffice, ...days, kind: 'orders.revisit', key, facts: { ...about(order), unit }, link: 'orders/revisits' };
}

export function reportDuty(it: { readonly id: string; readonly about: string; readonly doneOn: CivilDate }): OrdersDuty {
  const facts = { instructionId: it.id, about: it.about };
  return { ...ofOffice, ...answered(it.doneOn), kind: 'orders.report', key: it.id, facts, link: 'orders/instructions' };
}
