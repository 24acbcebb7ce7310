import { dayOf } from '#/kernel/civil-date.ts';
import type { Columns } from './columns.ts';
import { makeCountingWalk } from './couples.ts';
import { type Basis, keysBy } from './selection.ts';

/** A cell: a township (null: what lies in none) or a month; neither is the whole figure. */
export type CellAsked = { readonly areaId?: string | null; readonly month?: string };

/** Where a line stands: the row of its import, or of the sign-ins. */
export type OpenedLine = { readonly columns: Columns; readonly i: number };

/** A page of the lines of a cell, how many it has, and what they add up to: the number that the cell shows. */
export type Opened = { readonly page: readonly OpenedLine[]; readonly count: number; readonly numerator: number };

type Found = { readonly columns: Columns; readonly rows: number[]; readonly keys: number[] };

/** Exactly the lines that the count counts, of one cell, the latest first; a month has those that first counted in it. */
export function openCell(
  blocks: readonly Columns[],
  basis: Basis,
  cell: CellAsked,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Opened {
  const keysOf = keysBy(basis);
  const isDoses = basis.spec.counts === 'doses';
  const firsts: number[] = [];
  const found: Found[] = [];
  makeCountingWalk(basis)(blocks, (chosen) => {
    const { columns, count, lines, ons } = chosen;
    const isThere = columns.areas.map((it) => cell.areaId === undefined || (basis.townshipOf.get(it) ?? null) === cell.areaId);
    const at: Found = { columns, rows: [], keys: [] };
    const keys = keysOf(chosen);
    for (let n = 0; n < count; n++) {
      const [i, key] = [lines[n]!, keys[n]!];
      if (key < 0 || !isThere[columns.areaOf[i]!]) continue;
      const on = ons[i]!;
      if (firsts[key] === undefined || on < firsts[key]) firsts[key] = on;
      at.rows.push(i);
      at.keys.push(key);
    }
    found.push(at);
  });
  const isInMonth = monthly(cell.month);
  const inCell: Visit = (visit) => {
    for (const { columns, rows, keys } of found)
      for (const [n, i] of rows.entries()) if (isInMonth(firsts[keys[n]!]!)) visit(columns, i, keys[n]!);
  };
  const parts = new Map<number, number>();
  const days = new Map<number, number>();
  inCell((columns, i, key) => {
    parts.set(key, Math.max(parts.get(key) ?? 0, isDoses ? columns.quantities[i]! : 1));
    days.set(columns.onDays[i]!, (days.get(columns.onDays[i]!) ?? 0) + 1);
  });
  const count = [...days.values(), 0].reduce((sum, it) => sum + it);
  const numerator = [...parts.values(), 0].reduce((sum, it) => sum + it);
  return { page: pageOf(inCell, days, offset, limit), count, numerator };
}

type Visit = (visit: (columns: Columns, i: number, key: number) => void) => void;

function monthly(month: string | undefined): (on: number) => boolean {
  if (month === undefined) return () => true;
  const known = new Map<number, boolean>();
  return (on) => {
    const before = known.get(on);
    if (before !== undefined) return before;
    known.set(on, dayOf(on).startsWith(month));
    return known.get(on)!;
  };
}

/** Only the days that the page falls on are put in order. */
function pageOf(inCell: Visit, days: ReadonlyMap<number, number>, offset: number, limit: number): readonly OpenedLine[] {
  const needed = new Set<number>();
  let before = 0;
  let skipped = 0;
  for (const [on, count] of [...days].sort(([a], [b]) => b - a)) {
    if (before + count <= offset) skipped += count;
    else if (before < offset + limit) needed.add(on);
    before += count;
  }
  const lines: OpenedLine[] = [];
  inCell((columns, i) => {
    if (needed.has(columns.onDays[i]!)) lines.push({ columns, i });
  });
  const rank = (number: (columns: Columns) => ArrayLike<number>) => (a: OpenedLine, b: OpenedLine) =>
    number(a.columns)[a.i]! - number(b.columns)[b.i]!;
  const [byDay, byPerson, byRow] = [rank((it) => it.onDays), rank((it) => it.persons), rank((it) => it.rowNos)];
  return lines
    .sort((a, b) => byDay(b, a) || byPerson(a, b) || a.columns.importNo - b.columns.importNo || byRow(a, b))
    .slice(offset - skipped, offset - skipped + limit);
}
