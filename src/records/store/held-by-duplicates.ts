import type { CivilDate } from '#/kernel/civil-date.ts';
import { findUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { exceedsShare, type HeldByDuplicates, type OpenDuplicates } from '../rules/people/duplicate-share.ts';
import { definitionsOn } from './definitions.ts';
import { countPeople } from './people/count.ts';
import { mostDuplicates } from './people/duplicate-shares.ts';
import { countOpenPairs } from './people/links.ts';
import { getServiceKind } from './people/rosters.ts';

type Over = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** What keeps counted figures from going out, in an edition or a bulletin; null where nothing does. What is not printed is not asked. */
export async function heldByDuplicates(
  reader: Reader,
  printed: readonly { readonly promiseId: string; readonly promise: string }[],
  over: Over,
): Promise<HeldByDuplicates | null> {
  const names = new Map(printed.map((it) => [it.promiseId, it.promise]));
  const found = (await listOpenDuplicates(reader, [...names.keys()], over)).filter(exceedsShare);
  if (found.length === 0) return null;
  return { kind: 'open-duplicates', figures: found.map((it) => ({ ...it, promise: names.get(it.promiseId) ?? '' })) };
}

/** Undecided duplicates behind each figure that counts people, with the share that is allowed. */
async function listOpenDuplicates(
  reader: Reader,
  promiseIds: readonly string[],
  { from, to, asOf }: Over,
): Promise<readonly OpenDuplicates[]> {
  const found: OpenDuplicates[] = [];
  for (const { promiseId, spec } of await definitionsOn(reader, promiseIds, asOf)) {
    if (spec.kind !== 'people') continue;
    const open = await countOpenPairs(reader, spec.serviceKindId);
    if (open === 0) continue;
    const kind = await getServiceKind(reader, spec.serviceKindId);
    const asked = { promiseId, scope: null, period: { from, to }, asOf };
    const { numerator: persons } = await countPeople(reader, { ...spec, counts: 'persons', of: 'persons' }, asked);
    const unitName = (await findUnits(reader, [kind.unitId])).get(kind.unitId)?.name ?? '';
    found.push({ promiseId, serviceName: kind.name, unitName, open, persons, most: await mostDuplicates(reader, kind) });
  }
  return found;
}
