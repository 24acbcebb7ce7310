import type { CivilDate } from '#/kernel/civil-date.ts';
import { findUnits } from '#/organisation/door.ts';
import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { definitionOn } from '../rules/definition.ts';
import { everyMonth } from '../rules/months.ts';
import type { OpenDuplicates } from '../rules/people/duplicate-share.ts';
import { type PublicParts, publicParts } from '../rules/public-parts.ts';
import { listDefinitions } from './definitions.ts';
import { kindOf } from './kinds.ts';
import { countPeople } from './people/count.ts';
import { mostDuplicates } from './people/duplicate-shares.ts';
import { countOpenPairs } from './people/links.ts';
import { getServiceKind } from './people/rosters.ts';
import { findWhole } from './people/whole.ts';
import { seriesOf } from './series.ts';

type Over = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** The public parts of each promise that is counted by a definition on the day. */
export async function loadPublicParts(
  reader: Reader,
  promiseIds: readonly string[],
  { from, to, asOf }: Over,
): Promise<ReadonlyMap<string, PublicParts>> {
  const areaNames = new Map((await listAreas(reader)).map((it) => [it.id, it.name]));
  const found = new Map<string, PublicParts>();
  for (const { promiseId, spec, versionNo, from: since } of await definitionsOn(reader, promiseIds, asOf)) {
    const asked = { promiseId, scope: null, period: { from, to }, asOf };
    const { numerator } = await kindOf(spec).count(reader, spec, asked);
    const { byPlace, byMonth } = await kindOf(spec).parts(reader, spec, asked);
    const parts = { byPlace, byMonth: everyMonth(byMonth, { from, to, asOf }) };
    const series = spec.kind === 'people' ? await seriesOf(reader, spec, asked) : null;
    const whole = spec.kind === 'people' ? await findWhole(reader, spec.rosterId) : null;
    found.set(promiseId, publicParts(spec, { versionNo, since, numerator, parts, areaNames, whole, series }));
  }
  return found;
}

/** Undecided duplicates behind each figure that counts people, with the share that is allowed. */
export async function listOpenDuplicates(
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

async function definitionsOn(reader: Reader, promiseIds: readonly string[], asOf: CivilDate) {
  const versions = await listDefinitions(reader, promiseIds);
  return promiseIds.flatMap((id) => {
    const it = definitionOn(
      versions.filter(({ promiseId }) => promiseId === id),
      asOf,
    );
    return it === null ? [] : [it];
  });
}
