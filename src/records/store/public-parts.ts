import type { CivilDate } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { CountDefinition } from '../rules/definition.ts';
import { everyMonth } from '../rules/months.ts';
import { everyPlace } from '../rules/place-months.ts';
import { publicFour } from '../rules/public-four.ts';
import { type EarlierParts, type PublicParts, publicParts } from '../rules/public-parts.ts';
import { definitionsOn, listPastDefinitions } from './definitions.ts';
import { kindOf } from './kinds.ts';
import { fourNumbers } from './people/count.ts';
import { findWhole } from './people/whole.ts';
import { seriesOf } from './series.ts';
import { versionsOf } from './versions.ts';

type Over = { readonly from: CivilDate; readonly to: CivilDate; readonly asOf: CivilDate };

/** The parts as an edition that is out holds them, and their whole, which is null where that is a share. */
export type PublishedParts = { readonly parts: PublicParts; readonly total: number | null };

/** The public parts of each promise that is counted by a definition on the day; `published` are those of the editions that are out, oldest first. */
export async function loadPublicParts(
  reader: Reader,
  promiseIds: readonly string[],
  { from, to, asOf }: Over,
  published: ReadonlyMap<string, readonly PublishedParts[]> = new Map(),
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
    const earlier = await earlierParts(reader, definition, published.get(promiseId) ?? []);
    found.set(promiseId, publicParts(spec, { versionNo, since, versions, numerator, parts, areaNames, whole, series, four, earlier }));
  }
  return found;
}

/** Those that count from the same day on: a version that was put right the same day counts the same things, or nearly. */
export async function earlierParts(
  reader: Reader,
  { promiseId, from: since }: CountDefinition,
  published: readonly PublishedParts[],
): Promise<readonly EarlierParts[]> {
  if (published.length === 0) return [];
  const versions = await listPastDefinitions(reader, [promiseId]);
  const same = new Set(versions.filter((it) => it.from === since).map((it) => it.versionNo));
  return published.flatMap(({ parts, total }) => (same.has(parts.versionNo) ? [{ ...parts, total }] : []));
}
