import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { type Columns, FACT, NO_DAY } from './columns.ts';
import { ageOn, type Condition, type EligibilityRule, type InForce } from './eligibility.ts';

/** 三值 as numbers, so that the least of several is 而且 and the greatest is 或者. */
export const YES = 1;
export const UNKNOWN = 0;
export const NO = -1;

const LAST_DAY = 2_147_483_647;

/**
 * The verdict on each line of a block: the same as `judge`, column by column, for millions of lines are judged while somebody waits. It holds until the
 * next block is judged.
 */
export type Verdict = (columns: Columns) => Int8Array;

/** Verdicts in a room of their own. */
export function makeVerdict(fill: (truths: Int8Array, columns: Columns) => void): Verdict {
  let room = new Int8Array(1 << 10);
  return (columns) => {
    if (columns.length > room.length) room = new Int8Array(columns.length * 2);
    fill(room, columns);
    return room;
  };
}

export const EVERYBODY = makeVerdict((truths, { length }) => truths.fill(YES, 0, length));

const TOLD = Int8Array.of(UNKNOWN, YES, NO, UNKNOWN);
const told = (at: number): Verdict =>
  makeVerdict((truths, { length, facts }) => {
    for (let i = 0; i < length; i++) truths[i] = TOLD[(facts[i]! >> at) & 3]!;
  });

const not = (one: Verdict): Verdict =>
  makeVerdict((truths, columns) => {
    const [it, { length }] = [one(columns), columns];
    for (let i = 0; i < length; i++) truths[i] = 0 - it[i]!;
  });

/** Services of these days, 1970 to 2059, are looked up; of others each is worked out. */
const DAYS = 1 << 15;

/** The last day on which somebody was born who is so old on `on` (on 1 March after a birthday on 29 February, not before: see `ageOn`). */
function lastBorn(years: number, on: number): number {
  const day = dayOf(on);
  let born = on - 365 * years - Math.max(Math.floor(years / 4) - 3, 0);
  while (ageOn(dayOf(born), day) < years) born -= 1;
  return born;
}

/** Whoever is of age is born from one day to another, by the day of the service; two numbers for each day, worked out once. */
function verdictOnAge({ least, most }: Pick<Extract<Condition, { about: 'age' }>, 'least' | 'most'>): Verdict {
  const from = (on: number) => (most === null ? NO_DAY : lastBorn(most + 1, on) + 1);
  const to = (on: number) => (least === null ? LAST_DAY : lastBorn(least, on));
  const [froms, tos] = [new Int32Array(DAYS), new Int32Array(DAYS).fill(NO_DAY)];
  const learn = (on: number) => {
    froms[on] = from(on);
    tos[on] = to(on);
  };
  return makeVerdict((truths, { length, births, onDays }) => {
    for (let i = 0; i < length; i++) {
      const born = births[i]!;
      const on = onDays[i]!;
      if (born === NO_DAY) truths[i] = UNKNOWN;
      else if (on < 0 || on >= DAYS) truths[i] = born >= from(on) && born <= to(on) ? YES : NO;
      else {
        if (tos[on] === NO_DAY) learn(on);
        truths[i] = born >= froms[on]! && born <= tos[on]! ? YES : NO;
      }
    }
  });
}

const bornFrom = (from: number): Verdict =>
  makeVerdict((truths, { length, births }) => {
    for (let i = 0; i < length; i++) truths[i] = births[i] === NO_DAY ? UNKNOWN : births[i]! >= from ? YES : NO;
  });

function verdictOn(condition: Condition): Verdict {
  switch (condition.about) {
    case 'age':
      return verdictOnAge(condition);
    case 'born':
      return bornFrom(dayNumber(condition.from as CivilDate));
    case 'sex':
      return condition.is === 'f' ? told(FACT.female) : not(told(FACT.female));
    case 'local':
      return told(FACT.local);
    case 'alone':
      return told(FACT.alone);
    case 'assisted':
      return told(FACT.assisted);
  }
}

function every(all: readonly Verdict[]): Verdict {
  const [first, ...others] = all;
  if (first === undefined) return EVERYBODY;
  return others.reduce(
    (one, other) =>
      makeVerdict((truths, columns) => {
        const [a, b, { length }] = [one(columns), other(columns), columns];
        for (let i = 0; i < length; i++) truths[i] = a[i]! < b[i]! ? a[i]! : b[i]!;
      }),
    first,
  );
}

const some = (all: readonly Verdict[]): Verdict => (all.length === 1 ? all[0]! : not(every(all.map(not))));

/** 监护人同意 of whoever is under 14 on the day. */
function consented(): Verdict {
  const [isGrown, consent] = [verdictOnAge({ least: 14, most: null }), told(FACT.consent)];
  return makeVerdict((truths, columns) => {
    const [grown, given, { length }] = [isGrown(columns), consent(columns), columns];
    for (let i = 0; i < length; i++) truths[i] = grown[i] === NO ? given[i]! : grown[i]!;
  });
}

function verdictOf({ groups, consentUnder14 }: EligibilityRule): Verdict {
  const byGroups = groups.length === 0 ? EVERYBODY : some(groups.map((group) => every(group.map(verdictOn))));
  return consentUnder14 ? every([byGroups, consented()]) : byGroups;
}

/** Each line by the version that is in force on its day; the first also before it began. Without a rule everybody is eligible. */
export function verdictBy(versions: readonly InForce[]): Verdict {
  const [first, ...later] = versions.map(({ from, rule }) => ({ from: dayNumber(from), verdict: verdictOf(rule) }));
  if (first === undefined) return EVERYBODY;
  return later.reduce(
    (before, { from, verdict }) =>
      makeVerdict((truths, columns) => {
        const [old, now, { length, onDays }] = [before(columns), verdict(columns), columns];
        for (let i = 0; i < length; i++) truths[i] = onDays[i]! >= from ? now[i]! : old[i]!;
      }),
    first.verdict,
  );
}
