import { nameKey } from '#/organisation/rules/name.ts';
import { exact } from '../figure-table.ts';
import { type Entry, isCurrent, type WorkEntry } from './entry.ts';

/** 工程量小计: what was done of one kind on one road, or by one team; `name` null where the lines name none. */
export type WorkSum = {
  readonly name: string | null;
  readonly workKind: string;
  readonly measureUnit: string;
  readonly lines: number;
  /** Lines that lack a picture of before or after: in no sum, as they are in no figure. */
  readonly open: number;
  readonly quantity: number;
  /** Of it, what was accepted. */
  readonly accepted: number;
};

/** In the order in which names and kinds come, unnamed works last. */
export function worksBy(entries: readonly Entry[], by: 'place' | 'team'): readonly WorkSum[] {
  const works = entries.filter((it): it is WorkEntry => it.kind === 'work' && isCurrent(it));
  const named = [...Map.groupBy(works, (it) => nameKey(it[by] ?? ''))].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  return named.flatMap(([name, own]) =>
    [...Map.groupBy(own, (it) => `${nameKey(it.workKind)} ${it.measureUnit}`).values()].map((alike): WorkSum => {
      const { workKind, measureUnit, [by]: written } = alike[0]!;
      const proven = alike.filter((it) => it.before.length > 0 && it.evidence.length > 0);
      const accepted = proven.filter((it) => it.acceptedOn !== null);
      const sums = { quantity: sumOf(proven), accepted: sumOf(accepted) };
      const lines = { lines: proven.length, open: alike.length - proven.length };
      return { name: name === '' ? null : written!.trim(), workKind, measureUnit, ...lines, ...sums };
    }),
  );
}

const sumOf = (works: readonly WorkEntry[]) => exact(works.map(({ quantity }) => quantity));
