import type { Area } from '#/planning/rules/area.ts';
import { lineageOf } from '#/planning/rules/area.ts';

/** Whether an area is the other one, or lies in it. */
export function isWithin(areas: readonly Area[], area: Pick<Area, 'id'>, scope: string): boolean {
  return lineageOf(areas, area.id).some((it) => it.id === scope);
}
