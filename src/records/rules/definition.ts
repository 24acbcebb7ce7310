import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { countsOfRoster } from './people/spec.ts';
import type { Whole } from './public-parts.ts';
import { leftWithout, type ReplaceRefusal, Replaces } from './replacing.ts';
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

/** A version as its history tells it: also one that another took the place of on the day on which it was set. */
export type PastDefinition = CountDefinition & { readonly replacedBy: number | null };

export const SetDefinition = z.object({
  promiseId: z.uuid(),
  spec: CountSpec,
  /** The first version holds from the first day of the list, whatever stands here. */
  from: civilDate.nullable().default(null),
  replaces: Replaces,
  reason: z.string().trim().min(2).max(500),
});

/** A share needs persons, and a whole that is known and no estimate. */
export type RatioRefusal =
  | { readonly kind: 'ratio-without-whole' }
  | { readonly kind: 'ratio-not-of-persons' }
  | { readonly kind: 'ratio-of-estimate'; readonly total: number };

export type DefinitionRefusal =
  | RatioRefusal
  | ReplaceRefusal
  | { readonly kind: 'definition-same'; readonly versionNo: number }
  | { readonly kind: 'definition-not-later'; readonly from: CivilDate; readonly after: CivilDate }
  | { readonly kind: 'couples-or-persons'; readonly measureUnit: string }
  | { readonly kind: 'definition-in-future'; readonly from: CivilDate; readonly today: CivilDate };

type Asked = { readonly spec: CountSpec; readonly from: CivilDate | null; readonly replaces?: number | null };
type Known = {
  /** Those in force, oldest first. */
  readonly versions: readonly CountDefinition[];
  /** The number of the newest there ever was. */
  readonly lastNo: number;
  readonly begins: CivilDate;
  readonly today: CivilDate;
  /** In what the promise is measured. */
  readonly measureUnit: string;
};

/** What a ratio is counted by: exact shares are said of exact wholes only (an estimate carries a range, which has no light). */
export function settleRatio(spec: CountSpec, whole: Whole | null): Result<CountSpec, RatioRefusal> {
  if (spec.kind !== 'people' || whole === null) return refuse({ kind: 'ratio-without-whole' });
  if (!countsOfRoster(spec)) return refuse({ kind: 'ratio-not-of-persons' });
  return whole.isEstimate ? refuse({ kind: 'ratio-of-estimate', total: whole.total }) : accept(spec);
}

/** A new version begins after the one before it, and no later than today; one of today may be put right the same day, from the same day on or another. */
export function settleDefinition(
  { spec, from, replaces = null }: Asked,
  { versions, lastNo, begins, today, measureUnit }: Known,
): Result<Pick<CountDefinition, 'versionNo' | 'from'>, DefinitionRefusal> {
  if (measureUnit.includes('对') && spec.kind === 'people' && spec.of === undefined)
    return refuse({ kind: 'couples-or-persons', measureUnit });
  const without = leftWithout(versions, replaces, today);
  if (!without.ok) return without;
  const { left, replaced } = without.value;
  const last = newestOf(left);
  const day = last === null ? begins : (from ?? replaced?.from ?? today);
  const before = replaced ?? last;
  if (before !== null && sameSpec(before.spec, spec) && (replaced === null || replaced.from === day))
    return refuse({ kind: 'definition-same', versionNo: before.versionNo });
  if (last !== null && day > today) return refuse({ kind: 'definition-in-future', from: day, today });
  if (last !== null && day <= last.from) return refuse({ kind: 'definition-not-later', from: day, after: last.from });
  return accept({ versionNo: lastNo + 1, from: day });
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
