import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { isWithin } from '../../rules/entries/areas.ts';
import type { CountAsked } from '../../rules/figure.ts';
import { visitDays, visitFigure, visitParts } from '../../rules/visits/counting.ts';
import type { VisitsSpec } from '../../rules/visits/spec.ts';
import type { KindCounter } from '../kind-counter.ts';
import { listVisitFacts } from './visits.ts';

export const visitsKind: KindCounter<VisitsSpec> = {
  async count(reader, spec, asked) {
    return visitFigure(spec, await listVisitFacts(reader, asked.promiseId), await windowOf(reader, asked));
  },
  async days(reader, spec, { promiseId, period }) {
    return visitDays(spec, await listVisitFacts(reader, promiseId), { ...period, areas: null });
  },
  async parts(reader, spec, asked) {
    return visitParts(spec, await listVisitFacts(reader, asked.promiseId), await windowOf(reader, asked));
  },
};

async function windowOf(reader: Reader, { scope, period, asOf }: CountAsked) {
  const areas =
    scope === null ? null : new Set((await listAreas(reader)).filter((it, _, all) => isWithin(all, it, scope)).map((it) => it.id));
  return { from: period.from, to: asOf < period.to ? asOf : period.to, areas };
}
