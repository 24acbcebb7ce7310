import type { Columns } from './columns.ts';
import { type Basis, type Chosen, countedOf, countsCouples, makeWalk, type Walk } from './selection.ts';
import { YES } from './verdict.ts';

/** By each number that a couple was told by, one number of the couple, and the day from which it is whole. */
export type WholeCouples = ReadonlyMap<number, WholeCouple>;
type WholeCouple = { readonly no: number; readonly on: number };

type Partners = Map<number, number>;

/** 成对: a couple is whole from the day on which both partners are there and count; one alone is none. Wherever each was served. */
export function wholeCouples(blocks: readonly Columns[], basis: Basis): WholeCouples {
  const known = new Map<number, Partners>();
  if (blocks.every(({ couples }) => couples === null)) return new Map();
  const isCounted = countedOf(basis);
  makeWalk({ ...basis, scope: null })(blocks, ({ columns, count, lines, who }) => {
    const { couples, onDays } = columns;
    if (couples === null) return;
    const counted = isCounted(columns);
    for (let n = 0; n < count; n++) {
      const i = lines[n]!;
      if (couples[i] === 0 || counted[i] !== YES) continue;
      const partners: Partners = known.get(couples[i]!) ?? new Map();
      known.set(couples[i]!, partners.set(who[n]!, Math.min(onDays[i]!, partners.get(who[n]!) ?? onDays[i]!)));
    }
  });
  return whole(known);
}

/** Told by its registration in one file and by the papers of both in another, a couple is one: the same two persons. */
function whole(known: ReadonlyMap<number, Partners>): WholeCouples {
  const told = [...known].filter(([, partners]) => partners.size > 1);
  const alike = Map.groupBy(told, ([no, partners]) => (partners.size === 2 ? [...partners.keys()].sort((a, b) => a - b).join() : `${no}`));
  const found = new Map<number, WholeCouple>();
  for (const group of alike.values()) {
    const no = Math.min(...group.map(([it]) => it));
    const firsts = new Map<number, number>();
    for (const [, partners] of group) for (const [who, on] of partners) firsts.set(who, Math.min(on, firsts.get(who) ?? on));
    const on = [...firsts.values()].sort((a, b) => a - b)[1]!;
    for (const [it] of group) found.set(it, { no, on });
  }
  return found;
}

/** The lines that a figure counts: where it counts couples, only those of couples that are whole, from the day on which they were. */
export function makeCountingWalk(basis: Basis): Walk {
  const walk = makeWalk(basis);
  if (!countsCouples(basis.spec)) return walk;
  return (blocks, take) => {
    const couples = wholeCouples(blocks, basis);
    walk(blocks, (chosen) => take(ofWhole(chosen, couples)));
  };
}

function ofWhole({ columns, count, lines, who }: Chosen, whole: WholeCouples): Chosen {
  const ons = columns.onDays.slice();
  const couples = columns.couples?.slice() ?? null;
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const i = lines[n]!;
    const it = whole.get(columns.couples?.[i] ?? 0);
    if (it === undefined) continue;
    ons[i] = Math.max(ons[i]!, it.on);
    couples![i] = it.no;
    lines[kept] = i;
    who[kept++] = who[n]!;
  }
  return { columns: { ...columns, couples }, count: kept, lines, who, ons };
}
