import type { Reader } from '#/platform/db.ts';
import type { CountAsked, DayFigure, Figure, FigureTable } from '../../rules/figure.ts';
import type { FourNumbers } from '../../rules/people/four-numbers.ts';
import { asksForEarlier } from '../../rules/people/selection.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { lineNumbersOf, makeTally, type Tallied } from '../../rules/people/tally.ts';
import { countingOf } from './basis.ts';
import { countOpenPairs } from './links.ts';
import { findWhole } from './whole.ts';

async function tally(reader: Reader, spec: PeopleSpec, asked: Omit<CountAsked, 'promiseId'>) {
  const { each, loadAll, basis } = await countingOf(reader, spec, asked);
  const tallying = makeTally(basis);
  if (asksForEarlier(basis)) tallying.add(await loadAll());
  else await each((block) => tallying.add([block]));
  return tallying.end();
}

const add = (all: readonly Tallied[]) =>
  all.reduce((sum, { count, records }) => ({ numerator: sum.numerator + count, records: sum.records + records }), {
    numerator: 0,
    records: 0,
  });

export async function countPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<Figure> {
  const { days } = await tally(reader, spec, asked);
  return { ...add(days), denominator: await denominatorOf(reader, spec, asked.scope) };
}

/** What a share is of; an estimate carries no exact one. */
async function denominatorOf(reader: Reader, { rosterId }: PeopleSpec, scope: string | null): Promise<number | null> {
  const whole = await findWhole(reader, rosterId, scope);
  return whole === null || whole.isEstimate ? null : whole.total;
}

/** Whoever was counted stays counted: each key counts from its first day on. */
export async function daysOfPeople(
  reader: Reader,
  spec: PeopleSpec,
  { period }: Pick<CountAsked, 'period'>,
): Promise<readonly DayFigure[]> {
  const { days } = await tally(reader, spec, { period, scope: null, asOf: period.to });
  const denominator = await denominatorOf(reader, spec, null);
  let done = 0;
  return days.map(({ on, count }) => {
    done += count;
    return { on, value: done, denominator };
  });
}

export async function partsOfPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FigureTable> {
  const { days, places, cells, reported } = await tally(reader, spec, asked);
  const months = [...new Set(days.map(({ on }) => on.slice(0, 7)))].sort();
  return {
    whole: { ...add(days), denominator: await denominatorOf(reader, spec, asked.scope) },
    byPlace: places.toSorted((a, b) => b.numerator - a.numerator),
    byMonth: months.map((month) => ({ month, ...add(days.filter(({ on }) => on.startsWith(month))) })),
    cells,
    reported,
  };
}

/** 四个数 and what lies between them, for the page of the figure. */
export async function fourNumbers(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FourNumbers> {
  const { loadAll, basis } = await countingOf(reader, spec, asked);
  return { ...lineNumbersOf(await loadAll(), basis), openDuplicates: await countOpenPairs(reader, spec.serviceKindId) };
}
