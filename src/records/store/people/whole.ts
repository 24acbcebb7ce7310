import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { within } from '../../rules/areas.ts';
import type { Whole } from '../../rules/public-parts.ts';
import { acceptedNos, rootsInForce } from './basis.ts';
import { loadBlocks } from './blocks.ts';
import { findRoster } from './rosters.ts';

/**
 * The roster behind a share: its list, or the number that was stated of it, which may be an estimate. Null where neither is there. A place has the persons
 * of the list who live in it; of a number that was stated of the whole nothing is known of a place.
 */
export async function findWhole(reader: Reader, rosterId: string | null, scope: string | null = null): Promise<Whole | null> {
  const roster = rosterId === null ? undefined : await findRoster(reader, rosterId);
  if (roster === undefined) return null;
  const listed = await countRoster(reader, roster.id, scope);
  const total = listed ?? (scope === null ? roster.statedCount : null);
  return total === null ? null : { total, isEstimate: listed === null && roster.isEstimate, asOf: roster.asOf, source: roster.source };
}

/** Distinct persons of the list in force, those who were found to be one counted once; null where none was accepted. */
export async function countRoster(reader: Reader, rosterId: string, scope: string | null = null): Promise<number | null> {
  const accepted = await acceptedNos(reader, rosterId);
  if (accepted.length === 0) return null;
  const { nos, roots } = await rootsInForce(reader);
  const rootOf = new Map(nos.map((no, i) => [no, roots[i]!]));
  const inside = scope === null ? null : within(await listAreas(reader), scope);
  const persons = new Set<number>();
  for (const { persons: nos, areaOf, areas } of await loadBlocks(reader, accepted)) {
    const isAsked = areas.map((it) => inside?.has(it) ?? true);
    for (const [i, no] of nos.entries()) if (isAsked[areaOf[i]!]) persons.add(rootOf.get(no) ?? no);
  }
  return persons.size;
}
