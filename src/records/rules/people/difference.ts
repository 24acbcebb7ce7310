import type { Columns } from './columns.ts';
import { type Dense, makeDense } from './dense.ts';

/**
 * 与前一份的差别: services of persons (by day, slot and dose) that only the one list has, only the other, or both; of those in both whether all that can
 * change a count is told alike: quantity, place, evidence, birthday, sex, consent, the other answers and the couple.
 */
export type Difference = { readonly added: number; readonly gone: number; readonly changed: number; readonly same: number };

/** One line of a list: a row of its file. */
export type LinePlace = { readonly columns: Columns; readonly i: number };

/** 差别的一行: of a service that is not told alike, where the new list tells of it and where the one before it did. */
export type DifferingRow = {
  readonly what: 'added' | 'gone' | 'changed';
  readonly is: LinePlace | null;
  readonly was: LinePlace | null;
};

/** Each service once, however often it stands in a list. */
export function differenceBetween(mine: readonly Columns[], theirs: readonly Columns[]): Difference {
  const difference = { added: 0, gone: 0, changed: 0, same: 0 };
  eachService(mine, theirs, (what) => {
    difference[what] += 1;
  });
  return difference;
}

/** The same row by row, what is gone or changed in the order of the list before, then what is added; a page of them, and how many there are. */
export function differingRows(
  mine: readonly Columns[],
  theirs: readonly Columns[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly count: number; readonly rows: readonly DifferingRow[] } {
  const rows: DifferingRow[] = [];
  const [atMine, atTheirs] = [placesIn(mine), placesIn(theirs)];
  let count = 0;
  eachService(mine, theirs, (what, is, was) => {
    if (what === 'same') return;
    if (count >= offset && count < offset + limit) rows.push({ what, is: atMine(is), was: atTheirs(was) });
    count += 1;
  });
  return { count, rows };
}

/** A line of a list by its number through all blocks, from 1 on; none for nought. */
function placesIn(blocks: readonly Columns[]): (line: number) => LinePlace | null {
  return (line) => {
    let before = 0;
    for (const columns of blocks) {
      if (line > before && line <= before + columns.length) return { columns, i: line - before - 1 };
      before += columns.length;
    }
    return null;
  };
}

type Each = (what: keyof Difference, is: number, was: number) => void;

function eachService(mine: readonly Columns[], theirs: readonly Columns[], each: Each): void {
  const [services, tellings] = [makeServices(), makeTellings()];
  const before = told(theirs, services, tellings);
  const after = told(mine, services, tellings);
  for (let service = 0; service < services.count(); service++) {
    const [was, is] = [before.tellings[service] ?? NOT_TOLD, after.tellings[service] ?? NOT_TOLD];
    const what = was === NOT_TOLD ? 'added' : is === NOT_TOLD ? 'gone' : was === is ? 'same' : 'changed';
    each(what, after.lines[service] ?? 0, before.lines[service] ?? 0);
  }
}

type Numbered = { readonly of: (columns: Columns, i: number) => number; readonly count: Dense['count'] };

const NOT_TOLD = 0;

/** What a list tells of each service, and in which of its lines it does so last; both by number from 1 on. */
function told(blocks: readonly Columns[], services: Numbered, tellings: Numbered) {
  let [all, lines] = [new Int32Array(1 << 12), new Int32Array(1 << 12)];
  let line = 0;
  for (const columns of blocks)
    for (let i = 0; i < columns.length; i++) {
      const service = services.of(columns, i);
      if (service >= all.length) [all, lines] = [longer(all, service * 2), longer(lines, service * 2)];
      all[service] = tellings.of(columns, i) + 1;
      lines[service] = ++line;
    }
  return { tellings: all, lines };
}

function longer(short: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(length);
  long.set(short);
  return long;
}

/** Numbers for texts, few of which differ. */
function numbered(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => known.get(text) ?? known.set(text, known.size).size - 1;
}

function makeServices(): Numbered {
  const services = makeDense();
  const served = numbered();
  return {
    of: ({ persons, onDays, doses, slots, slotOf }, i) => services.of(persons[i]!, served(`${onDays[i]} ${doses[i]} ${slots[slotOf[i]!]}`)),
    count: services.count,
  };
}

function makeTellings(): Numbered {
  const [births, couples, tellings] = [makeDense(), makeDense(), makeDense()];
  const answers = numbered();
  return {
    of({ births: days, couples: nos, facts, quantities, areas, areaOf }, i) {
      const couple = nos?.[i] ?? 0;
      const person = births.of(days[i]!, answers(`${facts[i]} ${quantities[i]} ${areas[areaOf[i]!]}`));
      return tellings.of(person, couples.of(Math.floor(couple / 2 ** 32), couple % 2 ** 32));
    },
    count: tellings.count,
  };
}
