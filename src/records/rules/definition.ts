import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Whole } from './public-parts.ts';
import { CountSpec } from './spec.ts';

/** 计数口径的一版: what a promise counts from a day on, by whom and why. Earlier versions keep their part of the line. */
export type CountDefinition = {
  readonly promiseId: string;
  readonly versionNo: number;
  readonly spec: CountSpec;
  readonly from: CivilDate;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetDefinition = z.object({
  promiseId: z.uuid(),
  spec: CountSpec,
  /** The first version holds from the first day of the list, whatever stands here. */
  from: civilDate.nullable().default(null),
  reason: z.string().trim().min(2).max(500),
});

/** A share needs persons, and a whole that is known and no estimate. */
export type RatioRefusal = { readonly kind: 'ratio-without-whole' } | { readonly kind: 'ratio-of-estimate'; readonly total: number };

export type DefinitionRefusal =
  | RatioRefusal
  | { readonly kind: 'definition-same'; readonly versionNo: number }
  | { readonly kind: 'definition-not-later'; readonly from: CivilDate; readonly after: CivilDate }
  | { readonly kind: 'couples-or-persons'; readonly measureUnit: string }
  | { readonly kind: 'definition-in-future'; readonly from: CivilDate; readonly today: CivilDate };

type Asked = { readonly spec: CountSpec; readonly from: CivilDate | null };
type Known = {
  readonly versions: readonly CountDefinition[];
  readonly begins: CivilDate;
  readonly today: CivilDate;
  /** In what the promise is measured. */
  readonly measureUnit: string;
};

/** What a ratio is counted by: exact shares are said of exact wholes only (an estimate carries a range, which has no light). */
export function settleRatio(spec: CountSpec, whole: Whole | null): Result<CountSpec, RatioRefusal> {
  if (spec.kind !== 'people' || whole === null) return refuse({ kind: 'ratio-without-whole' });
  return whole.isEstimate ? refuse({ kind: 'ratio-of-estimate', total: whole.total }) : accept(spec);
}

/** A new version begins after the one before it, and no later than today. */
export function settleDefinition(
  { spec, from }: Asked,
  { versions, begins, today, measureUnit }: Known,
): Result<Pick<CountDefinition, 'versionNo' | 'from'>, DefinitionRefusal> {
  if (measureUnit.includes('对') && spec.kind === 'people' && spec.of === undefined)
    return refuse({ kind: 'couples-or-persons', measureUnit });
  const last = newestOf(versions);
  if (last === null) return accept({ versionNo: 1, from: begins });
  if (sameSpec(last.spec, spec)) return refuse({ kind: 'definition-same', versionNo: last.versionNo });
  const day = from ?? today;
  if (day > today) return refuse({ kind: 'definition-in-future', from: day, today });
  if (day <= last.from) return refuse({ kind: 'definition-not-later', from: day, after: last.from });
  return accept({ versionNo: last.versionNo + 1, from: day });
}

function newestOf(versions: readonly CountDefinition[]): CountDefinition | null {
  return versions.reduce<CountDefinition | null>((best, it) => (best === null || it.versionNo > best.versionNo ? it : best), null);
}

/** The version in force on a day. */
export function definitionOn(versions: readonly CountDefinition[], day: CivilDate): CountDefinition | null {
  return newestOf(versions.filter((it) => it.from <= day));
}

function sameSpec(one: CountSpec, other: CountSpec): boolean {
  const sorted = (it: CountSpec) => JSON.stringify(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
