import { dayOf } from '#/kernel/civil-date.ts';
import type { DayFigure } from '../figure.ts';
import type { Columns } from './columns.ts';
import { type Basis, hasEvidence, keysBy, makeWalk, serviceKeys, standingOf, type Taking } from './selection.ts';
import { UNKNOWN, YES } from './verdict.ts';

/** What first counted on a day, and the lines behind it. */
export type Tallied = { readonly on: DayFigure['on']; readonly count: number; readonly records: number };
export type TalliedPlace = { readonly areaId: string | null; readonly numerator: number; readonly records: number };
export type Tally = { readonly days: readonly Tallied[]; readonly places: readonly TalliedPlace[] };

/** Of each group in one row of numbers: its first day, its lines, what it counts, and the same of the township in which it stood first. */
const FIRST = 0;
const RECORDS = 1;
const PART = 2;
const TOP = 3;
const TOP_RECORDS = 4;
const TOP_PART = 5;
const WIDTH = 6;

type Share = { records: number; part: number };

/** Groups as they come: most stand in one township alone, what stands in others too is kept beside. */
type Groups = {
  readonly add: (key: number, on: number, top: number, part: number) => void;
  readonly cells: () => Int32Array;
  readonly others: ReadonlyMap<number, Share>;
};

/** More townships a district does not have. */
const MOST_TOPS = 4_096;

function makeGroups(): Groups {
  let cells = new Int32Array(WIDTH << 12);
  const others = new Map<number, Share>();
  const roomFor = (end: number) => {
    if (end <= cells.length) return;
    const longer = new Int32Array(Math.max(end, cells.length * 2));
    longer.set(cells);
    cells = longer;
  };
  return {
    add(key, on, top, part) {
      const at = key * WIDTH;
      roomFor(at + WIDTH);
      if (cells[at + RECORDS] === 0) {
        cells[at + FIRST] = on;
        cells[at + TOP] = top;
      } else if (on < cells[at + FIRST]!) cells[at + FIRST] = on;
      cells[at + RECORDS]! += 1;
      if (part > cells[at + PART]!) cells[at + PART] = part;
      if (cells[at + TOP] === top) {
        cells[at + TOP_RECORDS]! += 1;
        if (part > cells[at + TOP_PART]!) cells[at + TOP_PART] = part;
        return;
      }
      const name = key * MOST_TOPS + top;
      const share = others.get(name);
      if (share === undefined) others.set(name, { records: 1, part });
      else {
        share.records += 1;
        share.part = Math.max(share.part, part);
      }
    },
    cells: () => cells,
    others,
  };
}

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

/** The whole and its parts in one walk over the lines: each group once, by the day on which it first counted, and once for each township. */
export function makeTally(basis: Basis): Tallying {
  const groups = makeGroups();
  const keyOf = keysBy(basis);
  const isQuantity = basis.spec.counts === 'doses';
  const { tops, of: topsOf } = numberedTops(basis);
  const walk = makeWalk(basis);
  let current: Columns | null = null;
  let topNos: readonly number[] = [];
  const take: Taking = (columns, i, who) => {
    if (columns !== current) {
      current = columns;
      topNos = topsOf(columns);
    }
    const key = keyOf(columns, i, who);
    if (key >= 0) groups.add(key, columns.onDays[i]!, topNos[columns.areaOf[i]!]!, isQuantity ? columns.quantities[i]! : 1);
  };
  return { add: (blocks) => walk(blocks, take), end: () => ({ days: daysOf(groups), places: placesOf(groups, tops) }) };
}

function daysOf(groups: Groups): readonly Tallied[] {
  const days = new Map<number, Share>();
  const cells = groups.cells();
  for (let at = 0; at < cells.length; at += WIDTH) {
    if (cells[at + RECORDS] === 0) continue;
    const day = days.get(cells[at + FIRST]!);
    if (day === undefined) days.set(cells[at + FIRST]!, { records: cells[at + RECORDS]!, part: cells[at + PART]! });
    else {
      day.records += cells[at + RECORDS]!;
      day.part += cells[at + PART]!;
    }
  }
  return [...days].sort(([a], [b]) => a - b).map(([on, { records, part }]) => ({ on: dayOf(on), count: part, records }));
}

function placesOf(groups: Groups, tops: readonly (string | null)[]): readonly TalliedPlace[] {
  const shares = tops.map((): Share => ({ records: 0, part: 0 }));
  const add = (top: number, records: number, part: number) => {
    shares[top]!.records += records;
    shares[top]!.part += part;
  };
  const cells = groups.cells();
  for (let at = 0; at < cells.length; at += WIDTH)
    if (cells[at + RECORDS] !== 0) add(cells[at + TOP]!, cells[at + TOP_RECORDS]!, cells[at + TOP_PART]!);
  for (const [name, { records, part }] of groups.others) add(name % MOST_TOPS, records, part);
  return shares.flatMap(({ records, part }, i) => (records === 0 ? [] : [{ areaId: tops[i]!, numerator: part, records }]));
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

/** One walk: services by their key, with the greatest quantity of each; of each person whether any line makes him eligible, or may. */
export function lineNumbersOf(blocks: readonly Columns[], basis: Basis): LineNumbers {
  const services = serviceKeys();
  const standing = standingOf(basis);
  const couples = new Set<number>();
  let quantities = new Uint8Array(1 << 12);
  let persons = new Uint8Array(1 << 12);
  makeWalk(basis)(blocks, (columns, i, who) => {
    const key = services.of(columns, i, who);
    quantities = longEnough(quantities, key);
    if (columns.quantities[i]! > quantities[key]!) quantities[key] = columns.quantities[i]!;
    persons = longEnough(persons, who);
    const truth = standing(columns, i);
    const answers = (truth === YES ? IS_ELIGIBLE : truth === UNKNOWN ? IS_UNKNOWN : 0) | (hasEvidence(columns, i) ? IS_PROVEN : 0);
    persons[who]! |= IS_SERVED | answers;
    if (columns.couples !== null && columns.couples[i] !== 0) couples.add(columns.couples[i]!);
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
