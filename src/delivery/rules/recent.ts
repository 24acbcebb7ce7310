import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable, Comparison } from '#/kernel/comparison/figure.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Point } from './pace.ts';
import type { CountSource, CountVersion } from './source.ts';
import type { Lately } from './standing.ts';

/** What decides how a promise is counted. */
type Counted = Pick<ProgrammePromise, 'verb' | 'object' | 'measure' | 'measureUnit'>;
type Known = {
  readonly from: CivilDate;
  readonly definition: string;
  /** 取数方法; units report unless something else is said. */
  readonly method?: CountSource;
  /** Set where every day is known, because records are counted: then the last two whole months are compared, not two days on which something happened. */
  readonly countedTo?: CivilDate | null;
  /** Where records are counted: by what, from which day on. */
  readonly versions?: readonly CountVersion[];
};

/** The two that a reader would set side by side; null where there are not two, or a correction took something back. */
export function latelyOf(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: Known): Lately | null {
  if (promise.measure !== 'cumulative') return null;
  const { countedTo = null } = known;
  if (countedTo !== null) return lastMonths(promise, points, { ...known, countedTo });
  const [last, middle, before] = points.toReversed();
  if (last === undefined || middle === undefined) return null;
  const newer = added(promise, middle, last, known);
  const older = added(promise, before ?? { on: addDays(known.from, -1), value: 0 }, middle, known);
  return newer === null || older === null ? null : { newer, older };
}

/** 近两次相比: as a comparison that may be refused: eighteen days of June are no May. */
export function recentCompared(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: Known): Comparison | null {
  const lately = latelyOf(promise, points, known);
  return lately === null ? null : compare(lately.newer, lately.older);
}

type EveryDay = Known & { readonly countedTo: CivilDate };

/** The last month that is over, and the one before it; null while the list has not two, and where nothing came in either. */
function lastMonths(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: EveryDay): Lately | null {
  const { from, countedTo, versions = [] } = known;
  const endBefore = (day: CivilDate) => addDays(`${day.slice(0, 7)}-01` as CivilDate, -1);
  const newest = endBefore(addDays(countedTo, 1));
  const middle = endBefore(newest);
  const oldest = endBefore(middle);
  if (addDays(oldest, 1) < from) return null;
  const at = (on: CivilDate) => ({ on, value: points.findLast((it) => it.on <= on)?.value ?? 0 });
  const by = (first: CivilDate, last: CivilDate) => ({ ...known, ...(versionsOver(first, last, versions) ?? {}) });
  const newer = added(promise, at(middle), at(newest), by(middle, newest));
  const older = added(promise, at(oldest), at(middle), by(oldest, middle));
  if (newer === null || older === null || (newer.count === 0 && older.count === 0)) return null;
  return { newer, older };
}

/** 所用口径: a source and the versions of its definition. */
export type CountedBy = {
  readonly definition: string;
  readonly method?: CountSource;
  /** 前后口径不同: the figures at the two ends are of unlike things, and one is not subtracted from the other. */
  readonly isOfTwo?: boolean;
};

/** By which versions the days after one and up to another were counted; null where none is known. */
export function versionsOver(before: CivilDate, to: CivilDate, versions: readonly CountVersion[]): CountedBy | null {
  const isOfTwo = versions.slice(1).some(({ from, isAnew }) => isAnew && from > before && from <= to);
  const lastBefore = (day: CivilDate) =>
    Math.max(
      0,
      versions.findLastIndex(({ from }) => from <= day),
    );
  const names = versions.slice(lastBefore(isOfTwo ? before : addDays(before, 1)), lastBefore(to) + 1).map(({ name }) => name);
  return names.length === 0 ? null : { definition: names.join('、'), isOfTwo };
}

/** What came on top after one day up to another, by one rule; where two counted, no number. */
export function added(
  { verb, object, measureUnit }: Counted,
  then: Pick<Point, 'on' | 'value'>,
  now: Pick<Point, 'on' | 'value'>,
  { definition, method = 'reports', isOfTwo = false }: CountedBy,
): Comparable | null {
  const period = { from: addDays(then.on, 1), to: now.on };
  const count = isOfTwo ? null : now.value - then.value;
  if ((count ?? 0) < 0 || period.to < period.from) return null;
  return {
    ...{
      indicator: `${verb}${object}`,
      measureUnit,
      definition,
      scope: '',
      method,
      kind: 'count',
      period,
      isClosed: true,
      count,
    },
    ...{ base: null, printedPercent: null, exposed: null, months: null },
  };
}
