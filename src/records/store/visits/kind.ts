import { visitDays, visitFigure, visitParts } from '../../rules/visits/counting.ts';
import type { VisitsSpec } from '../../rules/visits/spec.ts';
import type { KindCounter } from '../kind-counter.ts';
import { windowOf } from '../window.ts';
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
