import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { LightFact, PromiseFact, UnitFacts } from './facts.ts';
import type { Source } from './sheet.ts';

/** 得分依据: one fact under a line, with what it is worth (0 to 1; null does not count) and how much it weighs. */
export type ScorePart = {
  readonly key: string;
  readonly of: 'promise' | 'month-light' | 'milestone' | 'reporting' | 'mismatch' | 'order' | 'entry' | 'workload';
  readonly title: string;
  /** Opens the page of the promise; null where the fact has none. */
  readonly promiseId: string | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly share: number | null;
  readonly weight: number;
};

const BY_LIGHT: Readonly<Record<Light, number | null>> = { closed: 1, green: 1, yellow: 0.5, red: 0, grey: 0, white: null };

/** 目标完成: done over planned, at most one. What is not due does not count; silence earns nothing. */
export function completionShare({ light, isWithoutTarget, done, expected }: PromiseFact): number | null {
  if (light === 'closed') return 1;
  if (light === 'white' || isWithoutTarget) return null;
  if (done === null || expected === null) return BY_LIGHT[light];
  return expected <= 0 ? 1 : Math.max(0, Math.min(done / expected, 1));
}

/** A month that was caught up reads 补上, as yellow. */
export function lightShare({ light, caughtUp }: Pick<LightFact, 'light' | 'caughtUp'>): number | null {
  return caughtUp ? 0.5 : BY_LIGHT[light];
}

export function partsOf(source: Source, facts: UnitFacts, { key, asOf, weight }: PartsOf): readonly ScorePart[] {
  return sorted(rawParts(source, facts, { key, asOf, weight }));
}

type PartsOf = { readonly key: string; readonly asOf: CivilDate; readonly weight: number };

/** The order in which facts came never shows in a sum. */
export function sorted(parts: readonly ScorePart[]): readonly ScorePart[] {
  return parts.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function rawParts(source: Source, it: UnitFacts, { key, asOf, weight }: PartsOf): readonly ScorePart[] {
  switch (source) {
    case 'completion':
      return it.promises.map((promise) => ofPromise(promise, completionShare(promise)));
    case 'verified':
      return it.promises.filter(({ verifiedShare }) => verifiedShare !== null).map((promise) => ofPromise(promise, promise.verifiedShare));
    case 'lights': {
      const blind = new Set(it.promises.filter(({ isWithoutTarget }) => isWithoutTarget).map(({ promiseId }) => promiseId));
      return it.lights.map((light) => ofLight(light, blind.has(light.promiseId) ? null : lightShare(light)));
    }
    case 'milestones':
      return it.milestones.map(({ activityId, title, ...facts }) => ({
        ...{ key: activityId, of: 'milestone', title, promiseId: null, facts, weight: 1 },
        share: inTime(facts.dueOn, facts.finishedOn, asOf),
      }));
    case 'on-time':
      return it.reporting.map(({ period, due, onTime }) => ({
        ...{ key: period, of: 'reporting', title: period, promiseId: null, facts: { due, onTime }, weight: due },
        share: due === 0 ? null : onTime / due,
      }));
    case 'rectified':
      return it.mismatches.map(({ verdictId, promiseId, title, ...facts }) => ({
        ...{ key: verdictId, of: 'mismatch', title, promiseId, facts, weight: 1 },
        share: inTime(facts.dueOn, facts.correctedOn, asOf),
      }));
    case 'orders':
      return it.orders.map(({ orderId, matter, ...facts }) => ({
        ...{ key: orderId, of: 'order', title: matter, promiseId: null, facts, weight: 1 },
        share: inTime(facts.dueOn, facts.settledOn, asOf),
      }));
    case 'manual':
      return entryParts(it, key).map((part) => ({ ...part, share: Math.min(Number(part.facts.points) / weight, 1) }));
  }
}

/** Done by its day; null while its day has not passed and it is not done. */
function inTime(dueOn: CivilDate, doneOn: CivilDate | null, asOf: CivilDate): number | null {
  if (doneOn !== null && doneOn <= asOf) return doneOn <= dueOn ? 1 : 0;
  return dueOn < asOf ? 0 : null;
}

export function entryParts({ entries }: UnitFacts, lineKey: string): readonly ScorePart[] {
  return sorted(
    entries
      .filter((it) => it.lineKey === lineKey)
      .map(({ entryId, text, points, enteredBy, enteredOn, evidence }) => ({
        ...{ key: entryId, of: 'entry', title: text, promiseId: null, share: null, weight: 1 },
        facts: { points, enteredBy, enteredOn, evidence: evidence.length },
      })),
  );
}

function ofPromise(it: PromiseFact, share: number | null): ScorePart {
  const { promiseId, no, title, difficulty, light, done, expected, measureUnit, verifiedShare } = it;
  const facts = { no, light, done, expected, measureUnit, verifiedShare, difficulty };
  return { key: promiseId, of: 'promise', title, promiseId, facts, share, weight: difficulty };
}

export function ofLight(it: LightFact, share: number | null): ScorePart {
  const { promiseId, no, title, month, light, caughtUp, difficulty } = it;
  const facts = { no, month, light, caughtUp: caughtUp ? 1 : 0, difficulty };
  return { key: `${month} ${promiseId}`, of: 'month-light', title, promiseId, facts, share, weight: difficulty };
}
