import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable, Comparison } from '#/kernel/comparison/figure.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Point } from './pace.ts';
import type { CountSource } from './source.ts';
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
  /** Days on which another version of the definition began. */
  readonly breaks?: readonly CivilDate[];
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

/** The last month that is over, and the one before it; null while the list has not two. */
function lastMonths(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: EveryDay): Lately | null {
  const { from, countedTo, breaks = [] } = known;
  const endBefore = (day: CivilDate) => addDays(`${day.slice(0, 7)}-01` as CivilDate, -1);
  const newest = endBefore(addDays(countedTo, 1));
  const middle = endBefore(newest);
  const oldest = endBefore(middle);
  if (addDays(oldest, 1) < from) return null;
  const at = (on: CivilDate) => ({ on, value: points.findLast((it) => it.on <= on)?.value ?? 0 });
  const by = (first: CivilDate, last: CivilDate) => ({ ...known, definition: versionsOver(first, last, known.definition, breaks) });
  const newer = added(promise, at(middle), at(newest), by(middle, newest));
  const older = added(promise, at(oldest), at(middle), by(oldest, middle));
  return newer === null || older === null ? null : { newer, older };
}

/** The versions that counted in a period, the last of all being `last`: a month in which the definition changed was counted by two. */
export function versionsOver(before: CivilDate, to: CivilDate, last: string, breaks: readonly CivilDate[]): string {
  if (breaks.length === 0) return last;
  const atEnd = Number(last) - breaks.filter((it) => it > to).length;
  const within = breaks.filter((it) => it > addDays(before, 1) && it <= to).length;
  return Array.from({ length: within + 1 }, (_, i) => String(atEnd - within + i)).join('、');
}

/** What came on top after one day up to another, by the same rule. */
export function added(
  { verb, object, measureUnit }: Counted,
  then: Pick<Point, 'on' | 'value'>,
  now: Pick<Point, 'on' | 'value'>,
  { definition, method = 'reports' }: Pick<Known, 'definition' | 'method'>,
): Comparable | null {
  const period = { from: addDays(then.on, 1), to: now.on };
  const count = now.value - then.value;
  if (count < 0 || period.to < period.from) return null;
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
