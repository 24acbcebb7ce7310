import type { Actor } from '#/platform/db.ts';

/** Lists of persons are kept by the unit that they belong to; the office counts them and does not see into them. */
export function mayKeep({ roles, unitId }: Actor, ownerId: string): boolean {
  return roles.includes('setup') || (unitId !== null && unitId === ownerId);
}
