import { nameKey } from '#/organisation/rules/name.ts';
import type { ReportingForm } from './form.ts';

type NamedUnit = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };
export type FilePlace = { readonly unitId: string | null; readonly promiseId: string | null };

/** A signed copy of a whole form proves no single promise. */
const WHOLE_FORM = /报送表|签章|签字|盖章|扫描/;

/** Whose evidence a photo or scan is, by its file name: the unit's name in it, and the number of one of its promises. A person may say otherwise. */
export function placeByName(fileName: string, forms: readonly ReportingForm[], units: readonly NamedUnit[]): FilePlace {
  const key = nameKey(fileName.replace(/\.[A-Za-z0-9]{2,5}$/, ''));
  const named = units
    .flatMap((unit) => [unit.name, ...unit.aliases].map((name) => ({ id: unit.id, key: nameKey(name) })))
    .filter((it) => it.key.length >= 2 && key.includes(it.key) && forms.some((form) => form.unitId === it.id))
    .sort((a, b) => b.key.length - a.key.length);
  const unitId = named[0]?.id ?? null;
  if (unitId === null || WHOLE_FORM.test(fileName)) return { unitId, promiseId: null };
  const { rows } = forms.find((it) => it.unitId === unitId)!;
  const rest = key.replace(named[0]!.key, ' ');
  const numbers = [...rest.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d{1,2})?(?:-\d{1,2})?)(?![\d.年月])/g)].map((it) => it[1]!);
  const numbered = numbers.flatMap((no) => rows.filter((it) => it.locked.no === no));
  const promiseId = numbered[0]?.promiseId ?? (rows.length === 1 ? rows[0]!.promiseId : null);
  return { unitId, promiseId };
}
