import type { Columns } from './columns.ts';
import { makeDense } from './dense.ts';

/** 与前一份的差别: lines that only the one list has, only the other, or both, by person, day, slot, dose, quantity, place and evidence. */
export type Difference = { readonly added: number; readonly gone: number; readonly same: number };

const MINE = 1;
const THEIRS = 2;

/** Each line once, however often it stands in a list. */
export function differenceBetween(mine: readonly Columns[], theirs: readonly Columns[]): Difference {
  const lineOf = linesByNumber();
  const sides: number[] = [];
  for (const [side, blocks] of [[MINE, mine] as const, [THEIRS, theirs] as const])
    for (const columns of blocks)
      for (let i = 0; i < columns.length; i++) {
        const line = lineOf(columns, i);
        sides[line] = (sides[line] ?? 0) | side;
      }
  const difference = { added: 0, gone: 0, same: 0 };
  for (const it of sides) difference[it === MINE ? 'added' : it === THEIRS ? 'gone' : 'same'] += 1;
  return difference;
}

/** A number for each line that differs; what was served is told by few numbers, for most lines have it in common with others. */
function linesByNumber(): (columns: Columns, i: number) => number {
  const lines = makeDense();
  const served = new Map<string, number>();
  return (columns, i) => {
    const { persons, onDays, doses, quantities, slots, slotOf, areas, areaOf, facts } = columns;
    const told = `${onDays[i]} ${doses[i]} ${quantities[i]} ${facts[i]! & 1} ${areas[areaOf[i]!]} ${slots[slotOf[i]!]}`;
    const known = served.get(told) ?? served.size;
    served.set(told, known);
    return lines.of(persons[i]!, known);
  };
}
