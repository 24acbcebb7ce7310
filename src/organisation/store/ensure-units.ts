import { newId } from '#/kernel/id.ts';
import type { Writer } from '#/platform/db.ts';
import { findUnitByName } from '../rules/name.ts';
import { listUnitsForUpdate, saveUnit } from './units.ts';

/** Finds each unit by name or alias, and sets up those that nobody knows yet: a published list names units before anyone enters them. */
export async function ensureUnits(writer: Writer, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const units = [...(await listUnitsForUpdate(writer))];
  const ids = new Map<string, string>();
  for (const name of new Set(names)) {
    const match = findUnitByName(units, name);
    const known = match.kind === 'exact' || match.kind === 'alias' ? match.unit : null;
    if (known !== null) {
      ids.set(name, known.id);
      continue;
    }
    const unit = {
      id: newId(),
      name,
      aliases: [],
      kind: 'department',
      creditCode: null,
      sortOrder: units.length + 1,
      isActive: true,
      mergedIntoId: null,
      version: 1,
    } as const;
    await saveUnit(writer, unit);
    units.push(unit);
    ids.set(name, unit.id);
  }
  return ids;
}
