import { z } from 'zod';
import { getPlace } from '#/delivery/door.ts';
import { versionsOver } from '#/delivery/rules/recent.ts';
import { addDays, civilDate } from '#/kernel/civil-date.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import { getDistrict } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { definitionOn } from '../rules/definition.ts';
import { everyMonth } from '../rules/months.ts';
import { listDefinitions } from '../store/definitions.ts';
import { kindOf } from '../store/kinds.ts';
import { versionsOf } from '../store/versions.ts';

/** A counted figure of one promise over a period, with all that decides whether another may stand beside it. */
const comparableRead = read({
  path: '/records/comparable',
  permission: 'records.read',
  query: z.object({ promiseId: z.uuid(), from: civilDate, to: civilDate }),
  summary: 'a counted figure over a period, ready to be compared; null where the promise is not counted from records',
  async run(reader, { promiseId, from, to }): Promise<{ readonly figure: Comparable | null }> {
    const { promise } = await getPlace(reader, promiseId);
    const definition = definitionOn(await listDefinitions(reader, [promiseId]), to < reader.today ? to : reader.today);
    if (definition === null) return { figure: null };
    const { spec } = definition;
    const counted = versionsOver(addDays(from, -1), to, await versionsOf(reader, [{ ...definition, from }]));
    const asked = { promiseId, scope: null, period: { from, to }, asOf: to };
    const { numerator, denominator } = await kindOf(spec).count(reader, spec, asked);
    const table = await kindOf(spec).parts(reader, spec, asked);
    const isShare = promise.measure === 'ratio';
    const figure: Comparable = {
      indicator: `${promise.verb}${promise.object}`,
      measureUnit: promise.measureUnit,
      definition: counted?.definition ?? String(definition.versionNo),
      scope: (await getDistrict(reader)).name,
      method: 'records',
      kind: isShare ? 'share' : 'count',
      period: { from, to },
      isClosed: to < reader.today,
      count: numerator,
      base: isShare ? denominator : null,
      printedPercent: null,
      exposed: null,
      months: isShare
        ? null
        : Object.fromEntries(everyMonth(table, { from, to, asOf: reader.today }).map((it) => [it.month, it.numerator])),
    };
    return { figure };
  },
});

export const comparableReads = [comparableRead];
