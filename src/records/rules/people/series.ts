import { type CivilDate, dayOf } from '#/kernel/civil-date.ts';
import type { Columns } from './columns.ts';

/** 一人的接种: where he is at home by the list, or else by what was given, and what was given. */
export type PersonSeries = {
  readonly areaId: string;
  readonly given: readonly { readonly doseNo: number; readonly on: CivilDate }[];
};

/** By the number of the person; the same dose on the same day once. */
export function seriesOf(served: readonly Columns[], listed: readonly Columns[]): ReadonlyMap<number, PersonSeries> {
  const [homes, places] = [areasOf(listed), areasOf(served)];
  const given = new Map<number, Set<number>>();
  eachLine(served, (columns, i) => {
    const no = columns.persons[i]!;
    const known = given.get(no) ?? new Set<number>();
    given.set(no, known.add(columns.onDays[i]! * DOSES + columns.doses[i]!));
  });
  const tell = (it: number) => ({ doseNo: it % DOSES, on: dayOf(Math.floor(it / DOSES)) });
  const nos = new Set([...homes.keys(), ...places.keys()]);
  return new Map([...nos].map((no) => [no, { areaId: (homes.get(no) ?? places.get(no))!, given: [...(given.get(no) ?? [])].map(tell) }]));
}

/** A dose has one byte. */
const DOSES = 256;

/** Of several places of a person always the same one. */
function areasOf(blocks: readonly Columns[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  eachLine(blocks, ({ persons, areas, areaOf }, i) => {
    const [no, area] = [persons[i]!, areas[areaOf[i]!]!];
    const before = found.get(no);
    if (before === undefined || area < before) found.set(no, area);
  });
  return found;
}

function eachLine(blocks: readonly Columns[], visit: (columns: Columns, i: number) => void): void {
  for (const columns of blocks) for (let i = 0; i < columns.length; i++) visit(columns, i);
}
