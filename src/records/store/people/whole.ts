import type { Reader } from '#/platform/db.ts';
import type { Whole } from '../../rules/public-parts.ts';
import { acceptedNos, rootsInForce } from './basis.ts';
import { loadBlocks } from './blocks.ts';
import { findRoster } from './rosters.ts';

/** The roster behind a share: its list, or the number that was stated of it, which may be an estimate. Null where neither is there. */
export async function findWhole(reader: Reader, rosterId: string | null): Promise<Whole | null> {
  const roster = rosterId === null ? undefined : await findRoster(reader, rosterId);
  if (roster === undefined) return null;
  const listed = await countRoster(reader, roster.id);
  const total = listed ?? roster.statedCount;
  return total === null ? null : { total, isEstimate: listed === null && roster.isEstimate, asOf: roster.asOf, source: roster.source };
}

/** Distinct persons of the list in force, those who were found to be one counted once; null where none was accepted. */
export async function countRoster(reader: Reader, rosterId: string): Promise<number | null> {
  const accepted = await acceptedNos(reader, rosterId);
  if (accepted.length === 0) return null;
  const { nos, roots } = await rootsInForce(reader);
  const rootOf = new Map(nos.map((no, i) => [no, roots[i]!]));
  const persons = new Set<number>();
  for (const { persons: nos } of await loadBlocks(reader, accepted)) for (const no of nos) persons.add(rootOf.get(no) ?? no);
  return persons.size;
}
