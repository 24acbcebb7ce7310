import { findUnitWithin } from '#/organisation/rules/name.ts';
import type { ReportingForm } from './form.ts';

type NamedUnit = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };
export type FilePlace = { readonly unitId: string | null; readonly promiseId: string | null };

/** A signed copy of a whole form proves no single promise. */
const WHOLE_FORM = /报送表|签章|签字|盖章|扫描/;

/** Whose evidence a photo or scan is, by its file name: the unit's name in it, and the number of one of its promises. A person may say otherwise. */
export function placeByName(fileName: string, forms: readonly ReportingForm[], units: readonly NamedUnit[]): FilePlace {
  const asked = units.filter((unit) => forms.some((form) => form.unitId === unit.id));
  const named = findUnitWithin(asked, fileName.replace(/\.[A-Za-z0-9]{2,5}$/, ''));
  const unitId = named?.unit.id ?? null;
  if (named === null || WHOLE_FORM.test(fileName)) return { unitId, promiseId: null };
  const { rows } = forms.find((it) => it.unitId === unitId)!;
  const numbers = [...named.rest.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d{1,2})?(?:-\d{1,2})?)(?![\d.年月])/g)].map((it) => it[1]!);
  const numbered = numbers.flatMap((no) => rows.filter((it) => it.locked.no === no));
  const promiseId = numbered[0]?.promiseId ?? (rows.length === 1 ? rows[0]!.promiseId : null);
  return { unitId, promiseId };
}
