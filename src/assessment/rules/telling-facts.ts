import type { CivilDate } from '#/kernel/civil-date.ts';
import type { LightFact, PromiseFact, UnitFacts } from './facts.ts';

/** Telling defaults for tests and measurements. */
export function aPromiseFact(change: Partial<PromiseFact> = {}): PromiseFact {
  return {
    ...{ promiseId: 'p1', no: '1', title: '举办招聘会', projectId: 'project-1', difficulty: 1, light: 'green', isWithoutTarget: false },
    ...{ done: 8, expected: 8, measureUnit: '场', verifiedShare: null },
    ...change,
  };
}

export function aLightFact(change: Partial<LightFact> = {}): LightFact {
  return {
    ...{ promiseId: 'p1', no: '1', title: '举办招聘会', month: '2026-04', light: 'green', caughtUp: false, difficulty: 1 },
    ...change,
  };
}

export function aUnit(change: Partial<UnitFacts> = {}): UnitFacts {
  return {
    ...{ unitId: 'u1', unit: '区人社局', promises: [aPromiseFact()], lights: [], milestones: [], reporting: [] },
    ...{ mismatches: [], orders: [], entries: [] },
    ...change,
  };
}

export const QUARTER_END = '2026-06-30' as CivilDate;
