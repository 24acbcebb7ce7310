import type { PeopleSpec } from '../../rules/people/spec.ts';
import type { KindCounter } from '../kinds.ts';

/** Nothing is on record yet. */
export const peopleKind: KindCounter<PeopleSpec> = {
  count: async () => ({ numerator: 0, denominator: null, records: 0 }),
  days: async () => [],
  parts: async () => ({ byPlace: [], byMonth: [] }),
};
