import type { Chosen, Span } from './selection.ts';

/** What counts, and the lines behind it. */
export type Share = { readonly part: number; readonly records: number };

/**
 * Of each group a row of numbers: its lines and what they count in the township in which it stood first, its first day there, and the row of the next
 * township, which says the same of itself.
 * Township (from 1 on) and what counts there, which has one byte, are one number.
 */
const RECORDS = 0;
const HOME = 1;
const FIRST = 2;
const NEXT = 3;
const WIDTH = 4;

/** Rows lie in pages, so that nothing is copied when groups become more, and only numbers that occur take room. */
const PAGE = 12;
const IN_PAGE = (1 << PAGE) - 1;
const NO_ROWS = new Int32Array(0);

/** Groups as their lines come: most stand in one township alone; those in which others stand too follow one another by `NEXT`. */
export type Groups = {
  /** The group of each line, -1 where it falls into none; the number of the township of each place of the block. */
  readonly add: (chosen: Chosen, keys: Int32Array, topOf: readonly number[]) => void;
  /** By the day of the span on which each group first counted. */
  readonly byDay: () => readonly Share[];
  /** By the number of the township, and within it by the month on which the group first counted there. `monthOf` has a number for each day of the span. */
  readonly byTopAndMonth: (topCount: number, monthOf: Int32Array) => readonly (readonly Share[])[];
};

/** Each group counts one, or the greatest quantity of its lines. */
export function makeGroups({ from, until }: Span, isQuantity: boolean): Groups {
  const pages: Int32Array[] = [];
  const others = makeOthers();
  return {
    add({ columns: { areaOf, quantities }, count, lines, ons }, keys, topOf) {
      let cells: Int32Array = NO_ROWS;
      let pageNo = -1;
      for (let n = 0; n < count; n++) {
        const key = keys[n]!;
        if (key < 0) continue;
        if (key >> PAGE !== pageNo) {
          pageNo = key >> PAGE;
          cells = pages[pageNo] ?? new Int32Array(WIDTH << PAGE);
          pages[pageNo] = cells;
        }
        const i = lines[n]!;
        const at = (key & IN_PAGE) * WIDTH;
        const on = ons[i]!;
        const top = topOf[areaOf[i]!]! + 1;
        const part = isQuantity ? quantities[i]! : 1;
        const home = cells[at + HOME]!;
        if (home === 0 || home >> 8 === top) {
          if (home === 0 || on < cells[at + FIRST]!) cells[at + FIRST] = on;
          cells[at + RECORDS] = cells[at + RECORDS]! + 1;
          if (part > (home & 255)) cells[at + HOME] = (top << 8) | part;
        } else cells[at + NEXT] = others.add(cells[at + NEXT]!, { top, part, on });
      }
    },
    byDay() {
      const days = makeShares(until - from + 1);
      for (const cells of pages.filter((it) => it !== undefined)) addDays(days, from, cells, others.rows());
      return sharesOf(days);
    },
    byTopAndMonth(topCount, monthOf) {
      const monthCount = (monthOf.at(-1) ?? -1) + 1;
      const shares = makeShares(topCount * monthCount);
      const placeOf = (top: number, day: number) => top * monthCount + monthOf[day - from]!;
      for (const cells of [...pages.filter((it) => it !== undefined), others.rows()]) addPlaces(shares, cells, placeOf);
      const all = sharesOf(shares);
      return Array.from({ length: topCount }, (_, top) => all.slice(top * monthCount, (top + 1) * monthCount));
    },
  };
}

/** Rows of townships other than the first of a group; 0 is none. */
function makeOthers() {
  let cells = new Int32Array(WIDTH << 8);
  let end = WIDTH;
  const find = (first: number, top: number) => {
    for (let at = first; at !== 0; at = cells[at + NEXT]!) if (cells[at + HOME]! >> 8 === top) return at;
    return 0;
  };
  return {
    rows: () => cells,
    /** The row with which the group's others begin from now on. */
    add(first: number, { top, part, on }: { readonly top: number; readonly part: number; readonly on: number }): number {
      const known = find(first, top);
      const at = known === 0 ? end : known;
      if (known === 0) {
        end += WIDTH;
        cells = longEnough(cells, end);
        cells[at + NEXT] = first;
      }
      cells[at + RECORDS]! += 1;
      if (known === 0 || on < cells[at + FIRST]!) cells[at + FIRST] = on;
      if (part > (cells[at + HOME]! & 255)) cells[at + HOME] = (top << 8) | part;
      return known === 0 ? at : first;
    },
  };
}

/** What counts and its lines, next to each other. */
const makeShares = (length: number) => new Float64Array(Math.max(length, 0) * 2);

const sharesOf = (shares: Float64Array): readonly Share[] =>
  Array.from({ length: shares.length / 2 }, (_, i) => ({ part: shares[i * 2]!, records: shares[i * 2 + 1]! }));

function addDays(days: Float64Array, from: number, cells: Int32Array, others: Int32Array): void {
  for (let at = 0; at < cells.length; at += WIDTH) {
    if (cells[at + HOME] === 0) continue;
    let records = cells[at + RECORDS]!;
    let part = cells[at + HOME]! & 255;
    let first = cells[at + FIRST]!;
    for (let other = cells[at + NEXT]!; other !== 0; other = others[other + NEXT]!) {
      records += others[other + RECORDS]!;
      part = Math.max(part, others[other + HOME]! & 255);
      first = Math.min(first, others[other + FIRST]!);
    }
    const day = (first - from) * 2;
    days[day]! += part;
    days[day + 1]! += records;
  }
}

function addPlaces(shares: Float64Array, cells: Int32Array, placeOf: (top: number, day: number) => number): void {
  for (let at = 0; at < cells.length; at += WIDTH) {
    const home = cells[at + HOME]!;
    if (home === 0) continue;
    const place = placeOf((home >> 8) - 1, cells[at + FIRST]!) * 2;
    shares[place]! += home & 255;
    shares[place + 1]! += cells[at + RECORDS]!;
  }
}

function longEnough(cells: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= cells.length) return cells;
  const longer = new Int32Array(Math.max(length, cells.length * 2));
  longer.set(cells);
  return longer;
}
