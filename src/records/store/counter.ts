import type { Counter } from '#/delivery/door.ts';
import type { CountAsked, CountedSeries } from '#/delivery/rules/counter.ts';
import type { Reader } from '#/platform/db.ts';
import { type CountDefinition, definitionOn } from '../rules/definition.ts';
import type { DayFigure } from '../rules/figure.ts';
import { isOfPersons } from '../rules/public-parts.ts';
import { listDefinitions } from './definitions.ts';
import { kindOf } from './kinds.ts';
import { versionsOf } from './versions.ts';

/** 实绩计数: every promise that has a definition is counted from the records it names. */
export const recordsCounter: Counter = {
  name: 'records',
  async promises(reader, promiseIds) {
    return [...new Set((await listDefinitions(reader, promiseIds)).map((it) => it.promiseId))];
  },
  async count(reader, asked) {
    const definition = definitionOn(await listDefinitions(reader, [asked.promiseId]), asked.asOf);
    if (definition === null) return null;
    return { ...(await kindOf(definition.spec).count(reader, definition.spec, asked)), versionNo: definition.versionNo };
  },
  async series(reader, asked) {
    return seriesOf(reader, asked, await listDefinitions(reader, [asked.promiseId]));
  },
};

/** Each version counts its own days; where one follows another the line breaks, and begins at what the new one says on its first day. */
async function seriesOf(
  reader: Reader,
  asked: Pick<CountAsked, 'promiseId' | 'period'>,
  versions: readonly CountDefinition[],
): Promise<CountedSeries> {
  const points: DayFigure[] = [];
  for (const [i, { spec, from }] of versions.entries()) {
    const until = versions[i + 1]?.from ?? null;
    const days = await kindOf(spec).days(reader, spec, asked);
    const before = i === 0 ? undefined : days.findLast((it) => it.on <= from);
    if (i > 0) points.push({ value: 0, denominator: null, ...before, on: from });
    points.push(...days.filter((it) => (i === 0 || it.on > from) && (until === null || it.on < until)));
  }
  const { from, to } = asked.period;
  const last = versions.at(-1)!;
  const { records } = await kindOf(last.spec).count(reader, last.spec, {
    promiseId: asked.promiseId,
    period: { from, to },
    scope: null,
    asOf: to,
  });
  return { versionNo: last.versionNo, points, versions: await versionsOf(reader, versions), records, isOfPersons: isOfPersons(last.spec) };
}
