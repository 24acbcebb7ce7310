import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import { NEXT, type Order, type OrderAct, type OrderState } from './order.ts';

export const Files = z.array(z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().trim().min(1).max(255) })).max(30);

/** 代录: who acted on paper, where the office writes it down for a unit. */
export const Typed = z.object({ name: z.string().trim().min(2).max(40), on: civilDate });
export type Typed = z.output<typeof Typed>;

/** 经办人: who acts on an order, and for which units he may speak. */
export type Doer = {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly ownUnits: readonly string[];
  readonly today: CivilDate;
};

export type DoerRefusal =
  | { readonly kind: 'order-state'; readonly act: OrderAct; readonly state: OrderState }
  | { readonly kind: 'own-work' }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'typed-day-ahead'; readonly on: CivilDate; readonly today: CivilDate };

export function mayAct(order: Pick<Order, 'state'>, act: OrderAct): Result<null, DoerRefusal> {
  const next: readonly OrderAct[] = NEXT[order.state];
  return next.includes(act) ? accept(null) : refuse({ kind: 'order-state', act, state: order.state });
}

const isOffice = ({ roles }: Doer) => roles.some((it) => it === 'office' || it === 'setup');
export const speaksForUnit = (order: Pick<Order, 'unitId'>, { ownUnits }: Pick<Doer, 'ownUnits'>) => ownUnits.includes(order.unitId);

/** Whether anybody at all may answer for the unit here: itself, or the office with the name of who answered. Null: it is none of his. */
export function answersFor(order: Pick<Order, 'unitId'>, doer: Doer, typed: Typed | null): Result<Typed | null, DoerRefusal> | null {
  if (speaksForUnit(order, doer)) return accept(null);
  if (!isOffice(doer)) return null;
  if (typed === null) return refuse({ kind: 'name-missing' });
  if (typed.on > doer.today) return refuse({ kind: 'typed-day-ahead', on: typed.on, today: doer.today });
  return accept(typed);
}

/** 由另一个单位: whoever checks, visits, closes or decides does not belong to the unit that did the work. */
export function isAnotherUnit(order: Pick<Order, 'unitId'>, doer: Doer): Result<null, DoerRefusal> {
  return speaksForUnit(order, doer) ? refuse({ kind: 'own-work' }) : accept(null);
}
