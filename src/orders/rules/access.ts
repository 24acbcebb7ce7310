import type { Role } from '#/kernel/role.ts';
import type { Order } from './order.ts';

type Reading = { readonly roles: readonly Role[]; readonly unitId: string | null };

/** The office and the leaders see every order of the district, a unit those that it was given. */
export function seesAll({ roles }: Pick<Reading, 'roles'>): boolean {
  return roles.some((it) => it === 'setup' || it === 'office' || it === 'leader');
}

/** `units` are those that speak for the actor's own: itself and what was merged into it. */
export function maySee(order: Pick<Order, 'unitId'>, who: Reading, units: readonly string[]): boolean {
  return seesAll(who) || units.includes(order.unitId);
}
