import type { PeopleSpec } from '../../rules/people/spec.ts';
import type { KindCounter } from '../kind-counter.ts';
import { countPeople, daysOfPeople, partsOfPeople } from './count.ts';

export const peopleKind: KindCounter<PeopleSpec> = { count: countPeople, days: daysOfPeople, parts: partsOfPeople };
