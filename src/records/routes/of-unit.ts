import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { mayKeep, mayOpen, type Owned } from '../actions/people/of-unit.ts';

/** Persons are read by the unit that keeps them; the office and leaders read counts. */
export function checkOwn(reader: ActingReader, unitId: string): void {
  if (!mayKeep(reader.actor, unitId)) throw new Problem(403, 'not-of-unit');
}

/** Of several lists that know somebody, one through which he may be read is enough. */
export function checkOpen(reader: ActingReader, ...lists: readonly Owned[]): void {
  const own = lists.filter(({ unitId }) => mayKeep(reader.actor, unitId));
  if (own.length === 0) throw new Problem(403, 'not-of-unit');
  if (!own.some((it) => mayOpen(reader.actor, it))) throw new Problem(403, 'sensitive-list');
}
