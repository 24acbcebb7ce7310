import type { Columns } from './columns.ts';
import { makeDense } from './dense.ts';
import type { Roots } from './four-numbers.ts';
import type { PeopleSpec } from './spec.ts';
import { NO, type Verdict, YES } from './verdict.ts';

/** Days as numbers, `until` included. */
export type Span = { readonly from: number; readonly until: number };

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

/** What `take` hears of a line that counts. */
export type Taking = (columns: Columns, i: number, who: number) => void;

export type Walk = (blocks: readonly Columns[], take: Taking) => void;

/** Whoever was found to be one with others is told by the number that stands for all of them. */
function whoBy({ nos, roots }: Roots): (personNo: number) => number {
  if (nos.length === 0) return (no) => no;
  const known = new Int32Array(nos.at(-1)! + 1);
  for (const [i, no] of nos.entries()) known[no] = roots[i]!;
  return (no) => (no < known.length ? known[no]! || no : no);
}

export const hasEvidence = ({ facts }: Columns, i: number) => (facts[i]! & 1) === 1;

/** 认定: yes, no or not known of one line; without the evidence that is asked for nobody is eligible. */
export function standingOf({ verdict, needsEvidence }: Basis): Verdict {
  return needsEvidence ? (columns, i) => (hasEvidence(columns, i) ? verdict(columns, i) : NO) : verdict;
}

/** Whether a line is judged by other lines than itself. */
export const asksForEarlier = ({ spec, leastDays }: Basis): boolean => spec.doseNo !== null && spec.doseNo > 1 && leastDays !== null;

/** The lines of a span and scope, of one dose where one was asked for. */
export function makeWalk(basis: Basis): Walk {
  const { span, scope, roots, spec } = basis;
  const who = whoBy(roots);
  return (blocks, take) => {
    const isInOrder = asksForEarlier(basis) ? inOrder(blocks, basis, spec.doseNo!, who) : null;
    for (const columns of blocks) {
      const { length, onDays, areaOf, areas, persons, doses } = columns;
      const isInScope = areas.map((it) => scope === null || scope.has(it));
      for (let i = 0; i < length; i++) {
        const on = onDays[i]!;
        if (on < span.from || on > span.until || !isInScope[areaOf[i]!]) continue;
        const person = who(persons[i]!);
        if (spec.doseNo !== null && (doses[i] !== spec.doseNo || isInOrder?.(person, on) === false)) continue;
        take(columns, i, person);
      }
    }
  };
}

/** 先后与间隔: a later dose counts after the one before it counted, and no sooner than the interval; the same as `dosesOf`. */
function inOrder(
  blocks: readonly Columns[],
  { span, leastDays }: Basis,
  doseNo: number,
  who: (no: number) => number,
): ((person: number, on: number) => boolean) | null {
  let isAfter: ((person: number, on: number) => boolean) | null = null;
  if (leastDays === null) return null;
  for (let before = 1; before < doseNo; before++) {
    const counted = new Map<number, number>();
    const earlier: ((person: number, on: number) => boolean) | null = isAfter;
    for (const { length, persons, onDays, doses } of blocks)
      for (let i = 0; i < length; i++) {
        const on = onDays[i]!;
        if (doses[i] !== before || on > span.until) continue;
        const person = who(persons[i]!);
        if (earlier === null || earlier(person, on)) counted.set(person, Math.min(on, counted.get(person) ?? on));
      }
    isAfter = (person, on) => on >= (counted.get(person) ?? Number.POSITIVE_INFINITY) + leastDays;
  }
  return isAfter;
}

/** The number of the group that a line falls into, which counts once; -1 where it counts as nothing. */
export type KeyOf = (columns: Columns, i: number, who: number) => number;

/** One service of one person on a day, in a slot, of a dose. */
export function serviceKeys(): { readonly of: KeyOf; readonly count: () => number } {
  const dense = makeDense();
  const slots = new Map<string, number>();
  let of: Columns | null = null;
  let slotNos: readonly number[] = [];
  return {
    of(columns, i, who) {
      if (columns !== of) {
        of = columns;
        for (const slot of columns.slots) if (!slots.has(slot)) slots.set(slot, slots.size);
        slotNos = columns.slots.map((it) => slots.get(it)!);
      }
      return dense.of(who, (columns.onDays[i]! << 16) | (slotNos[columns.slotOf[i]!]! << 8) | columns.doses[i]!);
    },
    count: dense.count,
  };
}

/** By what a promise counts. */
export function keysBy(basis: Basis): KeyOf {
  const { counts, of } = basis.spec;
  if (counts === 'services' || counts === 'doses') return serviceKeys().of;
  const standing = standingOf(basis);
  const isCounted: Verdict = counts === 'eligible' ? standing : () => YES;
  if (of === 'persons') return (columns, i, who) => (isCounted(columns, i) === YES ? who : -1);
  const couples = makeDense();
  return (columns, i) => {
    const couple = columns.couples?.[i] ?? 0;
    return couple === 0 || isCounted(columns, i) !== YES ? -1 : couples.of(Math.floor(couple / 2 ** 32), couple % 2 ** 32);
  };
}
