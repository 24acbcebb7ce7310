import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { mayKeep } from '../actions/people/of-unit.ts';

/** Persons are read by the unit that keeps them; the office and leaders read counts. */
export function checkOwn(reader: ActingReader, unitId: string): void {
  if (!mayKeep(reader.actor, unitId)) throw new Problem(403, 'not-of-unit');
}
