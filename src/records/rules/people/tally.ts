import { dayOf } from '#/kernel/civil-date.ts';
import type { CellFigure, DayFigure, PlaceFigure, Reported } from '../figure.ts';
import type { Columns } from './columns.ts';
import { makeCountingWalk, wholeCouples } from './couples.ts';
import { makeGroups, type Share } from './groups.ts';
import { makeReported } from './reported.ts';
import { type Basis, hasEvidence, keysBy, makeWalk, type Span, serviceKeys, standingOf } from './selection.ts';

/** What first counted on a day, and the lines behind it. */
export type Tallied = { readonly on: DayFigure['on']; readonly count: number; readonly records: number };
export type Tally = {
  readonly days: readonly Tallied[];
  readonly places: readonly PlaceFigure[];
  readonly cells: readonly CellFigure[];
  readonly reported: Reported;
};

/** Townships by number, in the order in which they come. */
function numberedTops({ townshipOf }: Basis): {
  readonly tops: (string | null)[];
  readonly of: (columns: Columns) => readonly number[];
} {
  const tops: (string | null)[] = [];
  const numbers = new Map<string | null, number>();
  const numberOf = (areaId: string) => {
    const top = townshipOf.get(areaId) ?? null;
    const known = numbers.get(top);
    if (known !== undefined) return known;
    numbers.set(top, tops.length);
    return tops.push(top) - 1;
  };
  return { tops, of: ({ areas }) => areas.map(numberOf) };
}

/** Blocks as they come, and in the end what they add up to. Where a line is judged by others (see `asksForEarlier`), all blocks come at once. */
export type Tallying = { readonly add: (blocks: readonly Columns[]) => void; readonly end: () => Tally };

/** The whole and its parts in one walk over the lines: each group once, by the day on which it first counted, and once for each township, in the month in which it was first there. */
export function makeTally(basis: Basis): Tallying {
  const groups = makeGroups(basis.span, basis.spec.counts === 'doses');
  const keysOf = keysBy(basis);
  const { tops, of: topsOf } = numberedTops(basis);
  const walk = makeCountingWalk(basis);
  const reported = makeReported(basis, tops);
  return {
    add(blocks) {
      walk(blocks, (chosen) => groups.add(chosen, keysOf(chosen), topsOf(chosen.columns)));
      for (const it of blocks) reported.add(it, topsOf(it));
    },
    end() {
      const { months, monthOf } = monthsOf(basis.span);
      const byTop = groups.byTopAndMonth(tops.length, monthOf);
      return {
        days: groups
          .byDay()
          .flatMap(({ part, records }, i) => (records === 0 ? [] : [{ on: dayOf(basis.span.from + i), count: part, records }])),
        places: byTop.flatMap((shares, no) => told({ areaId: tops[no]! }, shares.reduce(together, NOTHING))),
        cells: byTop.flatMap((shares, no) => shares.flatMap((it, at) => told({ areaId: tops[no]!, month: months[at]! }, it))),
        reported: reported.end(),
      };
    },
  };
}

const NOTHING: Share = { part: 0, records: 0 };
const together = (one: Share, other: Share): Share => ({ part: one.part + other.part, records: one.records + other.records });

function told<Where extends object>(where: Where, { part, records }: Share) {
  return records === 0 ? [] : [{ ...where, numerator: part, records }];
}

/** The months of a span, and for each of its days the number of its own. */
function monthsOf({ from, until }: Span) {
  const months: string[] = [];
  const monthOf = new Int32Array(Math.max(until - from + 1, 0));
  for (let day = from; day <= until; day++) {
    const month = dayOf(day).slice(0, 7);
    if (months.at(-1) !== month) months.push(month);
    monthOf[day - from] = months.length - 1;
  }
  return { months, monthOf };
}

/** The four numbers of the lines, without what stands beside them. */
export type LineNumbers = {
  readonly services: number;
  readonly doses: number;
  readonly persons: number;
  readonly eligible: number;
  readonly undecided: number;
  readonly ineligible: number;
  readonly withoutEvidence: number;
  readonly couples: number;
};

const IS_SERVED = 1;
const IS_ELIGIBLE = 2;
const IS_UNKNOWN = 4;
const IS_PROVEN = 8;

/** From no over not known to yes. */
const ANSWERS = [0, IS_UNKNOWN, IS_ELIGIBLE] as const;

/**
 * One walk: services by their key, with the greatest quantity of each; of each person whether any line makes him eligible, or may. Where a promise
 * counts persons by one dose, services and doses are those of all: what was given stands beside who got the first.
 */
export function lineNumbersOf(blocks: readonly Columns[], basis: Basis): LineNumbers {
  const services = serviceKeys();
  const standing = standingOf(basis);
  const couples = new Set<number>();
  const whole = wholeCouples(blocks, basis);
  let quantities = new Uint8Array(1 << 12);
  let persons = new Uint8Array(1 << 12);
  const { doseNo, counts } = basis.spec;
  const ofDose = counts === 'persons' || counts === 'eligible' ? doseNo : null;
  const all = ofDose === null ? basis : { ...basis, spec: { ...basis.spec, doseNo: null } };
  makeWalk(all)(blocks, (chosen) => {
    const { columns, count, lines, who } = chosen;
    const [keys, truths] = [services.of(chosen), standing(columns)];
    for (let n = 0; n < count; n++) {
      const [i, key, person] = [lines[n]!, keys[n]!, who[n]!];
      quantities = longEnough(quantities, key);
      if (columns.quantities[i]! > quantities[key]!) quantities[key] = columns.quantities[i]!;
      if (ofDose !== null && columns.doses[i] !== ofDose) continue;
      persons = longEnough(persons, person);
      persons[person]! |= IS_SERVED | ANSWERS[truths[i]! + 1]! | (hasEvidence(columns, i) ? IS_PROVEN : 0);
      const couple = whole.get(columns.couples?.[i] ?? 0);
      if (couple !== undefined) couples.add(couple.no);
    }
  });
  const doses = quantities.reduce((sum, it) => sum + it, 0);
  return { services: services.count(), doses, couples: couples.size, ...personNumbers(persons) };
}

function longEnough(bytes: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  if (index < bytes.length) return bytes;
  const longer = new Uint8Array(Math.max(index + 1, bytes.length * 2));
  longer.set(bytes);
  return longer;
}

function personNumbers(answers: Uint8Array) {
  const counts = { persons: 0, eligible: 0, undecided: 0, ineligible: 0, withoutEvidence: 0 };
  for (const it of answers) {
    if (it === 0) continue;
    counts.persons += 1;
    if (it & IS_ELIGIBLE) counts.eligible += 1;
    else if (it & IS_UNKNOWN) counts.undecided += 1;
    else if (it & IS_PROVEN) counts.ineligible += 1;
    else counts.withoutEvidence += 1;
  }
  return counts;
}
