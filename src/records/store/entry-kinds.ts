import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { isWithin } from '../rules/entries/areas.ts';
import { dayFigures, figureOf, figureParts, type Window } from '../rules/entries/counting.ts';
import type { EntrySpec, EventsSpec, MoneySpec, WorksSpec } from '../rules/entries/spec.ts';
import type { CountAsked } from '../rules/figure.ts';
import { listCurrentEntries } from './entries.ts';
import type { KindCounter } from './kind-counter.ts';

/** Events, works and money are counted alike: by the one rule that the screen and the page of what is missing read too. */
const entryKind: KindCounter<EntrySpec> = {
  async count(reader, spec, asked) {
    return figureOf(spec, await listCurrentEntries(reader, asked.promiseId), await windowOf(reader, asked));
  },
  async days(reader, spec, { promiseId, period }) {
    return dayFigures(spec, await listCurrentEntries(reader, promiseId), { ...period, areas: null });
  },
  async parts(reader, spec, asked) {
    return figureParts(spec, await listCurrentEntries(reader, asked.promiseId), await windowOf(reader, asked));
  },
};

async function windowOf(reader: Reader, { scope, period, asOf }: CountAsked): Promise<Window> {
  const areas =
    scope === null ? null : new Set((await listAreas(reader)).filter((it, _, all) => isWithin(all, it, scope)).map((it) => it.id));
  return { from: period.from, to: asOf < period.to ? asOf : period.to, areas };
}

export const eventsKind: KindCounter<EventsSpec> = entryKind;
export const worksKind: KindCounter<WorksSpec> = entryKind;
export const moneyKind: KindCounter<MoneySpec> = entryKind;
