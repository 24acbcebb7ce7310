import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { Files, Typed } from './doer.ts';
import type { OrderFile } from './event.ts';
import type { Order } from './order.ts';
import type { OrderProfile } from './profile.ts';

const typed = Typed.nullable().default(null);
export const ObjectTo = z.object({ orderId: z.uuid(), reason: z.string().trim().min(2).max(1000), files: Files.default([]), typed });
export const AskExtension = z.object({
  orderId: z.uuid(),
  reason: z.string().trim().min(2).max(1000),
  /** What has been done so far. */
  progress: z.string().trim().min(2).max(1000),
  wantedDueOn: civilDate,
  files: Files.default([]),
  typed,
});
export const Decide = z.object({
  requestId: z.uuid(),
  granted: z.boolean(),
  decision: z.string().trim().min(2).max(1000),
  /** Of a granted objection: without a new day the order is withdrawn. */
  newDueOn: civilDate.nullable().default(null),
});

/** 申辩、延期申请: what a unit asks about an order, and what was decided. */
export type UnitRequest = {
  readonly id: string;
  readonly orderId: string;
  readonly ask: 'objection' | 'extension';
  readonly reason: string;
  readonly progress: string;
  readonly wantedDueOn: CivilDate | null;
  readonly files: readonly OrderFile[];
  readonly askedBy: string;
  readonly askedOn: CivilDate;
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
  readonly granted: boolean | null;
  readonly decision: string | null;
  readonly newDueOn: CivilDate | null;
};

export type RequestRefusal =
  | { readonly kind: 'asked-open'; readonly ask: UnitRequest['ask']; readonly askedOn: CivilDate }
  | { readonly kind: 'extension-late'; readonly dueOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'extension-not-later'; readonly dueOn: CivilDate }
  | { readonly kind: 'extension-used'; readonly most: number }
  | { readonly kind: 'request-decided'; readonly decidedOn: CivilDate }
  | { readonly kind: 'new-day-past'; readonly newDueOn: CivilDate; readonly today: CivilDate };

/** What was asked of one kind and is not decided yet stands in the way of asking again. */
export function mayAsk(ask: UnitRequest['ask'], earlier: readonly UnitRequest[]): Result<null, RequestRefusal> {
  const open = earlier.find((it) => it.ask === ask && it.decidedOn === null);
  return open === undefined ? accept(null) : refuse({ kind: 'asked-open', ask, askedOn: open.askedOn });
}

type Extending = {
  readonly wantedDueOn: CivilDate;
  readonly earlier: readonly UnitRequest[];
  readonly profile: OrderProfile;
  readonly today: CivilDate;
};

/** 延期: asked before the day has passed, for a later day, and no more often than the rules allow. */
export function mayAskExtension(order: Pick<Order, 'dueOn'>, given: Extending): Result<null, RequestRefusal> {
  const { wantedDueOn, earlier, profile, today } = given;
  if (today > order.dueOn) return refuse({ kind: 'extension-late', dueOn: order.dueOn, today });
  if (wantedDueOn <= order.dueOn) return refuse({ kind: 'extension-not-later', dueOn: order.dueOn });
  const used = earlier.filter((it) => it.ask === 'extension' && it.granted === true).length;
  return used >= profile.extensions ? refuse({ kind: 'extension-used', most: profile.extensions }) : mayAsk('extension', earlier);
}

export type Decided = { readonly newDueOn: CivilDate | null; readonly withdraws: boolean };

/** What a decision does to the order: a granted extension moves the day; a granted objection moves it, or ends the order. */
export function decide(request: UnitRequest, given: z.output<typeof Decide>, today: CivilDate): Result<Decided, RequestRefusal> {
  if (request.decidedOn !== null) return refuse({ kind: 'request-decided', decidedOn: request.decidedOn });
  if (!given.granted) return accept({ newDueOn: null, withdraws: false });
  const newDueOn = given.newDueOn ?? request.wantedDueOn;
  if (newDueOn !== null && newDueOn < today) return refuse({ kind: 'new-day-past', newDueOn, today });
  return accept({ newDueOn, withdraws: request.ask === 'objection' && newDueOn === null });
}
