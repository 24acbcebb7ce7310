import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from './name.ts';

/** 单位类别: what kind of body a unit is; it orders the tables of a bulletin. */
export const UNIT_KINDS = ['leadership', 'department', 'subdistrict', 'township', 'institution', 'utility', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** 单位: a body that leads or supports projects. Its other names in documents are aliases, so that a list is matched whatever it writes. */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** 统一社会信用代码 (GB 32100-2015); kept as entered even when the check digit disagrees. */
  readonly creditCode: string | null;
  readonly sortOrder: number;
  readonly isActive: boolean;
  /** The unit that took this one over; its names live on there as aliases. */
  readonly mergedIntoId: string | null;
  readonly version: number;
};

const unitName = z.string().trim().min(2).max(60);
const aliases = z.array(unitName).max(20);
const creditCode = z
  .string()
  .trim()
  .toUpperCase()
  .max(18)
  .transform((text) => text || null);
const sortOrder = z.number().int().min(0).max(9999);

export const SetUpUnit = z.object({
  name: unitName,
  kind: z.enum(UNIT_KINDS).default('department'),
  aliases: aliases.default([]),
  creditCode: creditCode.nullable().default(null),
  sortOrder: sortOrder.default(0),
});
export const RenameUnit = z.object({ unitId: z.uuid(), name: unitName });
export const SetUnitAliases = z.object({ unitId: z.uuid(), aliases });
export const SetUnitDetails = z.object({ unitId: z.uuid(), kind: z.enum(UNIT_KINDS), creditCode: creditCode.nullable(), sortOrder });
export const MergeUnits = z.object({ fromId: z.uuid(), intoId: z.uuid() });
export const DeactivateUnit = z.object({ unitId: z.uuid() });

export type UnitRefusal =
  | { readonly kind: 'unit-name-taken'; readonly name: string; readonly by: string }
  | { readonly kind: 'unit-inactive'; readonly name: string }
  | { readonly kind: 'unit-has-holders'; readonly name: string; readonly holders: readonly string[] }
  | { readonly kind: 'same-unit' };

/** Every name of a unit leads to one unit only. */
function takenName(units: readonly Unit[], names: readonly string[], ownId: string | null): UnitRefusal | null {
  for (const name of names) {
    const key = nameKey(name);
    const other = units.find(
      (it) => it.id !== ownId && it.mergedIntoId === null && [it.name, ...it.aliases].some((one) => nameKey(one) === key),
    );
    if (other !== undefined) return { kind: 'unit-name-taken', name, by: other.name };
  }
  return null;
}

export function setUpUnit(units: readonly Unit[], id: string, input: z.output<typeof SetUpUnit>): Result<Unit, UnitRefusal> {
  const taken = takenName(units, [input.name, ...input.aliases], null);
  if (taken !== null) return refuse(taken);
  const highest = Math.max(0, ...units.map((it) => it.sortOrder));
  const order = input.sortOrder || highest + 10;
  const own = distinct(input.aliases, input.name);
  return accept({ ...input, id, aliases: own, sortOrder: order, isActive: true, mergedIntoId: null, version: 1 });
}

/** The old name stays as an alias: documents of the year go on using it. */
export function renameUnit(units: readonly Unit[], unit: Unit, name: string): Result<Unit, UnitRefusal> {
  const taken = takenName(units, [name], unit.id);
  if (taken !== null) return refuse(taken);
  return accept({ ...unit, name, aliases: distinct([...unit.aliases, unit.name], name) });
}

export function setUnitAliases(units: readonly Unit[], unit: Unit, names: readonly string[]): Result<Unit, UnitRefusal> {
  const taken = takenName(units, names, unit.id);
  return taken === null ? accept({ ...unit, aliases: distinct(names, unit.name) }) : refuse(taken);
}

/** 机构合并: `from` ends, `into` answers to its names from now on. */
export function mergeUnits(from: Unit, into: Unit): Result<{ readonly from: Unit; readonly into: Unit }, UnitRefusal> {
  if (from.id === into.id) return refuse({ kind: 'same-unit' });
  const ended = [from, into].find((it) => !it.isActive);
  if (ended !== undefined) return refuse({ kind: 'unit-inactive', name: ended.name });
  return accept({
    from: { ...from, isActive: false, mergedIntoId: into.id },
    into: { ...into, aliases: distinct([...into.aliases, from.name, ...from.aliases], into.name) },
  });
}

export function deactivateUnit(unit: Unit, holders: readonly string[]): Result<Unit, UnitRefusal> {
  if (!unit.isActive) return refuse({ kind: 'unit-inactive', name: unit.name });
  if (holders.length > 0) return refuse({ kind: 'unit-has-holders', name: unit.name, holders });
  return accept({ ...unit, isActive: false });
}

function distinct(names: readonly string[], own: string): readonly string[] {
  const seen = new Set([nameKey(own)]);
  return names.filter((name) => !seen.has(nameKey(name)) && seen.add(nameKey(name)));
}
