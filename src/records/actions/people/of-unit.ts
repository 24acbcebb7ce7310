import type { Actor } from '#/platform/db.ts';
import type { ClosedRefusal } from '../../rules/people/roster.ts';

/** Whose a list of persons is, and whether health, assistance or children stand in it. */
export type Owned = { readonly unitId: string; readonly isSensitive: boolean };

/** 敏感个人信息: opened by the unit's own liaison, who works with it; its head reads the counts (来源: 个人信息保护法第二十八条, a specific purpose and the least that is needed). */
export function mayOpen(actor: Actor, { unitId, isSensitive }: Owned): boolean {
  return mayKeep(actor, unitId) && (!isSensitive || actor.roles.some((it) => it === 'liaison' || it === 'setup'));
}

/** Lists of persons are kept by the unit that they belong to; the office counts them and does not see into them. */
export function mayKeep({ roles, unitId }: Actor, ownerId: string): boolean {
  return roles.includes('setup') || (unitId !== null && unitId === ownerId);
}

/** Why somebody may not act on the persons of a list; null where he may. */
export function closedTo(actor: Actor, list: Owned & { readonly name: string }): ClosedRefusal | null {
  if (!mayKeep(actor, list.unitId)) return { kind: 'not-of-unit' };
  return mayOpen(actor, list) ? null : { kind: 'sensitive-list', name: list.name };
}

/** The office may set up a list for a unit; what stands in it is the unit's. */
export function mayKeepList(actor: Actor, unitId: string): boolean {
  return actor.roles.includes('office') || mayKeep(actor, unitId);
}
