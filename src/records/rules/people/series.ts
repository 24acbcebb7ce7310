import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import type { Columns } from './columns.ts';
import type { Truth } from './eligibility.ts';
import type { Roots } from './four-numbers.ts';
import { type Verdict, YES } from './verdict.ts';

/** 一人的接种: where he is at home by the list, or else by what was given, what was given, and whether he is eligible. */
export type PersonSeries = {
  /** Of the numbers of one person the smallest that stands in a line. */
  readonly personNo: number;
  readonly areaId: string;
  readonly given: readonly { readonly doseNo: number; readonly on: CivilDate }[];
  readonly eligible: Truth;
};

export type SeriesBasis = {
  readonly roots: Roots;
  /** Of what was given, on its day. */
  readonly verdict: Verdict;
  /** Of who is only listed, today. */
  readonly listedVerdict: Verdict;
  readonly today: CivilDate;
};

type Found = { personNo: number; home: string | null; place: string | null; readonly given: Set<number>; truth: number };

/**
 * Each person once, whatever papers he stands under, and the same dose on the same day once. Whoever was eligible on the day of a dose goes on with the
 * series; whoever is only listed is judged as of today.
 */
export function seriesOf(
  served: readonly Columns[],
  listed: readonly Columns[],
  { roots, verdict, listedVerdict, today }: SeriesBasis,
): readonly PersonSeries[] {
  const rootOf = new Map(roots.nos.map((no, i) => [no, roots.roots[i]!]));
  const known = new Map<number, Found>();
  const meet = (personNo: number, truth: number): Found => {
    const root = rootOf.get(personNo) ?? personNo;
    const it = known.get(root) ?? { personNo, home: null, place: null, given: new Set<number>(), truth };
    if (personNo < it.personNo) it.personNo = personNo;
    if (truth > it.truth) it.truth = truth;
    known.set(root, it);
    return it;
  };
  for (const columns of served) {
    const truths = verdict(columns);
    eachLine(columns, (personNo, area, i) => {
      const it = meet(personNo, truths[i]!);
      it.place = firstOf(it.place, area);
      it.given.add(columns.onDays[i]! * DOSES + columns.doses[i]!);
    });
  }
  for (const columns of listed) {
    const truths = listedVerdict({ ...columns, onDays: new Int32Array(columns.length).fill(dayNumber(today)) });
    eachLine(columns, (personNo, area, i) => {
      const it = meet(personNo, truths[i]!);
      it.home = firstOf(it.home, area);
    });
  }
  return [...known.values()].map(told);
}

function told({ personNo, home, place, given, truth }: Found): PersonSeries {
  const doses = [...given].map((it) => ({ doseNo: it % DOSES, on: dayOf(Math.floor(it / DOSES)) }));
  return { personNo, areaId: (home ?? place)!, given: doses, eligible: truth === 0 ? null : truth === YES };
}

/** A dose has one byte. */
const DOSES = 256;

/** Of several places of a person always the same one. */
const firstOf = (before: string | null, area: string) => (before === null || area < before ? area : before);

function eachLine(columns: Columns, visit: (personNo: number, area: string, i: number) => void): void {
  const { length, persons, areas, areaOf } = columns;
  for (let i = 0; i < length; i++) visit(persons[i]!, areas[areaOf[i]!]!, i);
}
