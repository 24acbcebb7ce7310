import { dayFigures, figureOf, figureParts } from '../rules/entries/counting.ts';
import type { EntrySpec, EventsSpec, MoneySpec, WorksSpec } from '../rules/entries/spec.ts';
import { listCurrentEntries } from './entries.ts';
import type { KindCounter } from './kind-counter.ts';
import { windowOf } from './window.ts';

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

export const eventsKind: KindCounter<EventsSpec> = entryKind;
export const worksKind: KindCounter<WorksSpec> = entryKind;
export const moneyKind: KindCounter<MoneySpec> = entryKind;
