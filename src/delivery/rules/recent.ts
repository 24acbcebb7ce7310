import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparable, Comparison } from '#/kernel/comparison/figure.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Point } from './pace.ts';

/** What decides how a promise is counted. */
type Counted = Pick<ProgrammePromise, 'verb' | 'object' | 'measure' | 'measureUnit'>;
type Known = {
  readonly from: CivilDate;
  readonly definition: string;
  /** Set where every day is known, because records are counted: then the last two whole months are compared, not two days on which something happened. */
  readonly countedTo?: CivilDate | null;
};

/**
 * 近两次相比: what was added between the last two figures, against what was added before, as a comparison that may be refused: eighteen days of
 * June are no May. Null where there are not two, or a correction took something back.
 */
export function recentCompared(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: Known): Comparison | null {
  if (promise.measure !== 'cumulative') return null;
  const { countedTo = null } = known;
  if (countedTo !== null) return monthsCompared(promise, points, { ...known, countedTo });
  const [last, middle, before] = points.toReversed();
  if (last === undefined || middle === undefined) return null;
  const newer = added(promise, middle, last, known);
  const older = added(promise, before ?? { on: addDays(known.from, -1), value: 0 }, middle, known);
  return newer === null || older === null ? null : compare(newer, older);
}

type EveryDay = Known & { readonly countedTo: CivilDate };

/** The last month that is over, and the one before it; null while the list has not two. */
function monthsCompared(promise: Counted, points: readonly Pick<Point, 'on' | 'value'>[], known: EveryDay): Comparison | null {
  const { from, countedTo } = known;
  const endBefore = (day: CivilDate) => addDays(`${day.slice(0, 7)}-01` as CivilDate, -1);
  const newest = endBefore(addDays(countedTo, 1));
  const middle = endBefore(newest);
  const oldest = endBefore(middle);
  if (addDays(oldest, 1) < from) return null;
  const at = (on: CivilDate) => ({ on, value: points.findLast((it) => it.on <= on)?.value ?? 0 });
  const newer = added(promise, at(middle), at(newest), known);
  const older = added(promise, at(oldest), at(middle), known);
  return newer === null || older === null ? null : compare(newer, older);
}

/** What came on top after one day up to another, by the same rule. */
export function added(
  { verb, object, measureUnit }: Counted,
  then: Pick<Point, 'on' | 'value'>,
  now: Pick<Point, 'on' | 'value'>,
  { definition }: Pick<Known, 'definition'>,
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
      method: 'reports',
      kind: 'count',
      period,
      isClosed: true,
      count,
    },
    ...{ base: null, printedPercent: null, exposed: null, months: null },
  };
}
