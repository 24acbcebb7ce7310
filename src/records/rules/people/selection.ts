import type { Columns } from './columns.ts';
import { makeDense } from './dense.ts';
import type { Roots } from './four-numbers.ts';
import type { PeopleSpec } from './spec.ts';
import { EVERYBODY, makeVerdict, NO, type Verdict, YES } from './verdict.ts';

/** Days as numbers, `until` included. */
export type Span = { readonly from: number; readonly until: number };

/** Whether couples count, and not persons. */
export const countsCouples = ({ counts, of }: PeopleSpec): boolean => of === 'couples' && (counts === 'persons' || counts === 'eligible');

/** 计数依据: which lines count, who is one person, and who is eligible. What stands behind a figure is listed by the same. */
export type Basis = {
  readonly spec: PeopleSpec;
  readonly span: Span;
  /** Places that were asked for; null asks for all. */
  readonly scope: ReadonlySet<string> | null;
  /** The township of a place; null where it lies in none. */
  readonly townshipOf: ReadonlyMap<string, string | null>;
  readonly roots: Roots;
  readonly verdict: Verdict;
  readonly needsEvidence: boolean;
  /** Least days between a dose and the next; null where there is no series. */
  readonly leastDays: number | null;
};

/** The lines of a block that count, `count` of them, and the person of each. They hold until the next block. */
export type Chosen = {
  readonly columns: Columns;
  readonly count: number;
  readonly lines: Int32Array;
  readonly who: Int32Array;
  /** From which day each line of the block counts: its own, or the one on which the couple was complete. */
  readonly ons: Int32Array;
};

export type Walk = (blocks: readonly Columns[], take: (chosen: Chosen) => void) => void;

/** Room for so many numbers, and for more when blocks are longer. */
function makeRoom(): (length: number) => Int32Array {
  let room = new Int32Array(1 << 10);
  return (length) => {
    if (length > room.length) room = new Int32Array(length * 2);
    return room;
  };
}

/** Whoever was found to be one with others is told by the number that stands for all of them: for each number its own, or 0 where nobody was. */
function oneOf({ nos, roots }: Roots): Int32Array {
  const known = new Int32Array((nos.at(-1) ?? -1) + 1);
  for (const [i, no] of nos.entries()) known[no] = roots[i]!;
  return known;
}

const whoIs = (personNo: number, one: Int32Array) => (personNo < one.length ? one[personNo]! || personNo : personNo);

export const hasEvidence = ({ facts }: Columns, i: number) => (facts[i]! & 1) === 1;

/** 认定: yes, no or not known of each line; without the evidence that is asked for nobody is eligible. */
export function standingOf({ verdict, needsEvidence }: Basis): Verdict {
  if (!needsEvidence) return verdict;
  return makeVerdict((truths, columns) => {
    const judged = verdict(columns);
    const { length, facts } = columns;
    for (let i = 0; i < length; i++) truths[i] = (facts[i]! & 1) === 1 ? judged[i]! : NO;
  });
}

const asksForDoses = ({ spec, leastDays }: Basis): boolean => leastDays !== null && spec.doseNo !== 1;

/** Whether a line is judged by other lines than itself: by an earlier dose, or by that of the partner. */
export const asksForEarlier = (basis: Basis): boolean => asksForDoses(basis) || countsCouples(basis.spec);

/** The lines of a span and scope, of one dose where one was asked for. */
export function makeWalk(basis: Basis): Walk {
  const one = oneOf(basis.roots);
  const [lineRoom, whoRoom] = [makeRoom(), makeRoom()];
  return (blocks, take) => {
    const isInOrder = asksForDoses(basis) ? inOrder(blocks, basis, one) : null;
    for (const columns of blocks) {
      const { persons, onDays, doses, length } = columns;
      const [lines, who] = [lineRoom(length), whoRoom(length)];
      let count = chooseWithin(basis, columns, lines);
      if (isInOrder !== null) count = keep(lines, count, (i) => isInOrder(doses[i]!, whoIs(persons[i]!, one), onDays[i]!));
      if (one.length === 0) for (let n = 0; n < count; n++) who[n] = persons[lines[n]!]!;
      else for (let n = 0; n < count; n++) who[n] = whoIs(persons[lines[n]!]!, one);
      take({ columns, count, lines, who, ons: onDays });
    }
  };
}

type IsInOrder = (doseNo: number, person: number, on: number) => boolean;

/** Writes down the lines of the span, scope and dose, and answers how many they are. One question after the other, for most counts ask only the first. */
function chooseWithin({ span: { from, until }, scope, spec: { doseNo } }: Basis, columns: Columns, lines: Int32Array): number {
  const { length, onDays, areaOf, areas, doses } = columns;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const on = onDays[i]!;
    lines[count] = i;
    count += on >= from && on <= until ? 1 : 0;
  }
  if (scope !== null) {
    const isInScope = areas.map((it) => scope.has(it));
    count = keep(lines, count, (i) => isInScope[areaOf[i]!]!);
  }
  return doseNo === null ? count : keep(lines, count, (i) => doses[i] === doseNo);
}

function keep(lines: Int32Array, before: number, isKept: (i: number) => boolean): number {
  let count = 0;
  for (let n = 0; n < before; n++) {
    const i = lines[n]!;
    if (isKept(i)) lines[count++] = i;
  }
  return count;
}

/** 先后与间隔: a later dose counts after the one before it counted, and no sooner than the interval; the same as `dosesOf`. */
function inOrder(blocks: readonly Columns[], { spec, leastDays }: Basis, one: Int32Array): IsInOrder {
  const last = spec.doseNo ?? blocks.reduce((most, { doses }) => doses.reduce((it, dose) => Math.max(it, dose), most), 1);
  /** By dose, the first day on which it counted, of each person. */
  const counted: Map<number, number>[] = [];
  const isInOrder: IsInOrder = (doseNo, person, on) =>
    doseNo === 1 || on >= (counted[doseNo - 1]?.get(person) ?? Number.POSITIVE_INFINITY) + leastDays!;
  for (let dose = 1; dose < last; dose++) {
    const firsts = new Map<number, number>();
    for (const { length, persons, onDays, doses } of blocks)
      for (let i = 0; i < length; i++) {
        if (doses[i] !== dose) continue;
        const person = whoIs(persons[i]!, one);
        const on = onDays[i]!;
        if (isInOrder(dose, person, on)) firsts.set(person, Math.min(on, firsts.get(person) ?? on));
      }
    counted[dose] = firsts;
  }
  return isInOrder;
}

/** The number of the group that each chosen line falls into, which counts once; -1 where it counts as nothing. */
export type KeysOf = (chosen: Chosen) => Int32Array;

/** One service of one person on a day, in a slot, of a dose. */
export function serviceKeys(): { readonly of: KeysOf; readonly count: () => number } {
  const dense = makeDense();
  const slots = new Map<string, number>();
  const room = makeRoom();
  const slotNo = (slot: string) => slots.get(slot) ?? slots.set(slot, slots.size).size - 1;
  return {
    of({ columns: { slots: names, slotOf, onDays, doses }, count, lines, who }) {
      const keys = room(count);
      const slotNos = names.map(slotNo);
      for (let n = 0; n < count; n++) {
        const i = lines[n]!;
        keys[n] = dense.of(who[n]!, (onDays[i]! << 16) | (slotNos[slotOf[i]!]! << 8) | doses[i]!);
      }
      return keys;
    },
    count: dense.count,
  };
}

/** By what a promise counts. */
export function keysBy(basis: Basis): KeysOf {
  const { counts } = basis.spec;
  if (counts === 'services' || counts === 'doses') return serviceKeys().of;
  const isCounted = countedOf(basis);
  const [keyOf, room] = [countsCouples(basis.spec) ? coupleKeys() : personKeys, makeRoom()];
  return (chosen) => {
    const keys = room(chosen.count);
    keyOf(chosen, isCounted(chosen.columns), keys);
    return keys;
  };
}

/** Who counts as a person: those who are eligible, or everybody. */
export const countedOf = (basis: Basis): Verdict => (basis.spec.counts === 'eligible' ? standingOf(basis) : EVERYBODY);

function personKeys({ count, lines, who }: Chosen, counted: Int8Array, keys: Int32Array): void {
  for (let n = 0; n < count; n++) keys[n] = counted[lines[n]!] === YES ? who[n]! : -1;
}

function coupleKeys(): typeof personKeys {
  const dense = makeDense();
  return ({ columns: { couples }, count, lines }, counted, keys) => {
    for (let n = 0; n < count; n++) {
      const couple = couples?.[lines[n]!] ?? 0;
      const isNone = couple === 0 || counted[lines[n]!] !== YES;
      keys[n] = isNone ? -1 : dense.of(Math.floor(couple / 2 ** 32), couple % 2 ** 32);
    }
  };
}
