import type { Reader } from '#/platform/db.ts';
import type { CountAsked, Counted, CountedSeries } from '../rules/counter.ts';

/**
 * 实绩来源: a later stage counts what promises count, from records. It declares its counters, `life.ts` hands them over. A promise that the
 * office has switched to its counter refuses a typed value.
 */
export type Counter = {
  readonly name: string;
  /** Those of the promises that it has a definition for. */
  readonly promises: (reader: Reader, promiseIds: readonly string[]) => Promise<readonly string[]>;
  /** Null where nothing was defined yet on that day. */
  readonly count: (reader: Reader, asked: CountAsked) => Promise<Counted | null>;
  /** The line that the board and the chart draw, over the whole period. */
  readonly series: (reader: Reader, asked: Pick<CountAsked, 'promiseId' | 'period'>) => Promise<CountedSeries>;
};

let filled: readonly Counter[] = [];

/** Called once, where the stages are put together. */
export function fillCounters(counters: readonly Counter[]): void {
  filled = counters;
}

/** The counter of each promise that has one. */
export async function countersOf(reader: Reader, promiseIds: readonly string[]): Promise<ReadonlyMap<string, Counter>> {
  const found = new Map<string, Counter>();
  if (promiseIds.length === 0) return found;
  for (const counter of filled) for (const id of await counter.promises(reader, promiseIds)) found.set(id, counter);
  return found;
}

export async function findCounter(reader: Reader, promiseId: string): Promise<Counter | undefined> {
  return (await countersOf(reader, [promiseId])).get(promiseId);
}
