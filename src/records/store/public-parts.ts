import type { CivilDate } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { everyMonth } from '../rules/months.ts';
import { everyPlace } from '../rules/place-months.ts';
import { publicFour } from '../rules/public-four.ts';
import { type PublicParts, publicParts } from '../rules/public-parts.ts';
import { definitionsOn } from './definitions.ts';
import { kindOf } from './kinds.ts';
import { fourNumbers } from './people/count.ts';
import { findWhole } from './people/whole.ts';
import { seriesOf } from './series.ts';
import { versionsOf } from './versions.ts';

type Over = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** The public parts of each promise that is counted by a definition on the day. */
export async function loadPublicParts(
  reader: Reader,
  promiseIds: readonly string[],
  { from, to, asOf }: Over,
): Promise<ReadonlyMap<string, PublicParts>> {
  const areaNames = new Map((await listAreas(reader)).map((it) => [it.id, it.name]));
  const found = new Map<string, PublicParts>();
  for (const definition of await definitionsOn(reader, promiseIds, asOf)) {
    const { promiseId, spec, versionNo, from: since } = definition;
    const versions = (await versionsOf(reader, [definition])).filter((it) => it.from <= asOf);
    const asked = { promiseId, scope: null, period: { from, to }, asOf };
    const table = await kindOf(spec).parts(reader, spec, asked);
    const { numerator } = table.whole ?? (await kindOf(spec).count(reader, spec, asked));
    const parts = { byPlace: everyPlace(table), byMonth: everyMonth(table, { from, to, asOf }) };
    const series = spec.kind === 'people' ? await seriesOf(reader, spec, asked) : null;
    const isInDoses = series !== null && series.doses > 1;
    const four = spec.kind === 'people' ? publicFour(await fourNumbers(reader, spec, asked), { counts: spec.counts, isInDoses }) : null;
    const whole = spec.kind === 'people' ? await findWhole(reader, spec.rosterId) : null;
    found.set(promiseId, publicParts(spec, { versionNo, since, versions, numerator, parts, areaNames, whole, series, four }));
  }
  return found;
}
