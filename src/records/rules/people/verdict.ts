import { dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { type Columns, FACT, NO_DAY } from './columns.ts';
import { ageOn, type Condition, type EligibilityRule, type RuleVersion } from './eligibility.ts';

/** 三值 as numbers, so that the least of several is 而且 and the greatest is 或者. */
export const YES = 1;
export const UNKNOWN = 0;
export const NO = -1;
type Truth = -1 | 0 | 1;

/** The verdict on line `i` of a block: the same as `judge`, without making an object of each line. */
export type Verdict = (columns: Columns, i: number) => Truth;

const TOLD: readonly Truth[] = [UNKNOWN, YES, NO, UNKNOWN];
const told =
  (at: number): Verdict =>
  ({ facts }, i) =>
    TOLD[(facts[i]! >> at) & 3]!;

/**
 * So many years have between `most` and `least` days: only the few born within days of the day in question need the calendar (on 1 March after a
 * birthday on 29 February, not before: see `ageOn`).
 */
function isOfAge(years: number): (born: number, on: number) => boolean {
  const leaps = Math.floor(years / 4);
  const [least, most] = [365 * years + Math.max(leaps - 3, 0), 365 * years + leaps + 2];
  return (born, on) => on - born >= most || (on - born >= least && ageOn(dayOf(born), dayOf(on)) >= years);
}

function verdictOnAge({ least, most }: Extract<Condition, { about: 'age' }>): Verdict {
  const isOldEnough = least === null ? () => true : isOfAge(least);
  const isTooOld = most === null ? () => false : isOfAge(most + 1);
  return ({ births, onDays }, i) => {
    const born = births[i]!;
    if (born === NO_DAY) return UNKNOWN;
    return isOldEnough(born, onDays[i]!) && !isTooOld(born, onDays[i]!) ? YES : NO;
  };
}

function verdictOn(condition: Condition): Verdict {
  switch (condition.about) {
    case 'age':
      return verdictOnAge(condition);
    case 'born': {
      const from = dayNumber(condition.from as Parameters<typeof dayNumber>[0]);
      return ({ births }, i) => (births[i] === NO_DAY ? UNKNOWN : births[i]! >= from ? YES : NO);
    }
    case 'sex': {
      const isFemale = told(FACT.female);
      return condition.is === 'f' ? isFemale : (columns, i) => (0 - isFemale(columns, i)) as Truth;
    }
    case 'local':
      return told(FACT.local);
    case 'alone':
      return told(FACT.alone);
    case 'assisted':
      return told(FACT.assisted);
  }
}

function every(all: readonly Verdict[]): Verdict {
  if (all.length === 1) return all[0]!;
  return (columns, i) => {
    let least: Truth = YES;
    for (const one of all) {
      const it = one(columns, i);
      if (it === NO) return NO;
      if (it < least) least = it;
    }
    return least;
  };
}

function some(all: readonly Verdict[]): Verdict {
  if (all.length === 1) return all[0]!;
  return (columns, i) => {
    let greatest: Truth = NO;
    for (const one of all) {
      const it = one(columns, i);
      if (it === YES) return YES;
      if (it > greatest) greatest = it;
    }
    return greatest;
  };
}

/** 监护人同意 of whoever is under 14 on the day. */
function consented(): Verdict {
  const isGrown = isOfAge(14);
  const consent = told(FACT.consent);
  return (columns, i) => {
    const born = columns.births[i]!;
    if (born === NO_DAY) return UNKNOWN;
    return isGrown(born, columns.onDays[i]!) ? YES : consent(columns, i);
  };
}

function verdictOf({ groups, consentUnder14 }: EligibilityRule): Verdict {
  const byGroups: Verdict = groups.length === 0 ? () => YES : some(groups.map((group) => every(group.map(verdictOn))));
  return consentUnder14 ? every([byGroups, consented()]) : byGroups;
}

/** Each line by the version that is in force on its day; the first also before it began. Without a rule everybody is eligible. */
export function verdictBy(versions: readonly RuleVersion[]): Verdict {
  const [only, ...later] = versions.map(({ from, rule }) => ({ from: dayNumber(from), verdict: verdictOf(rule) }));
  if (only === undefined) return () => YES;
  if (later.length === 0) return only.verdict;
  const latestFirst = later.toReversed();
  return (columns, i) => {
    const on = columns.onDays[i]!;
    return (latestFirst.find(({ from }) => on >= from) ?? only).verdict(columns, i);
  };
}
