import type { Columns } from './columns.ts';
import { type Basis, type Chosen, countedOf, countsCouples, makeWalk, type Walk } from './selection.ts';
import { YES } from './verdict.ts';

/** 成对: a couple is whole from the day on which both partners are there and count; one alone is none. Wherever each was served. */
export function wholeCouples(blocks: readonly Columns[], basis: Basis): ReadonlyMap<number, number> {
  const known = new Map<number, Map<number, number>>();
  if (blocks.every(({ couples }) => couples === null)) return new Map();
  const isCounted = countedOf(basis);
  makeWalk({ ...basis, scope: null })(blocks, ({ columns, count, lines, who }) => {
    const { couples, onDays } = columns;
    if (couples === null) return;
    const counted = isCounted(columns);
    for (let n = 0; n < count; n++) {
      const i = lines[n]!;
      if (couples[i] === 0 || counted[i] !== YES) continue;
      const partners = known.get(couples[i]!) ?? new Map<number, number>();
      known.set(couples[i]!, partners.set(who[n]!, Math.min(onDays[i]!, partners.get(who[n]!) ?? onDays[i]!)));
    }
  });
  const whole = new Map<number, number>();
  for (const [couple, partners] of known) {
    const days = [...partners.values()].sort((a, b) => a - b);
    if (days.length > 1) whole.set(couple, days[1]!);
  }
  return whole;
}

/** The lines that a figure counts: where it counts couples, only those of couples that are whole, from the day on which they were. */
export function makeCountingWalk(basis: Basis): Walk {
  const walk = makeWalk(basis);
  if (!countsCouples(basis.spec)) return walk;
  return (blocks, take) => {
    const whole = wholeCouples(blocks, basis);
    walk(blocks, (chosen) => take(ofWhole(chosen, whole)));
  };
}

function ofWhole({ columns, count, lines, who }: Chosen, whole: ReadonlyMap<number, number>): Chosen {
  const ons = columns.onDays.slice();
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const i = lines[n]!;
    const on = whole.get(columns.couples?.[i] ?? 0);
    if (on === undefined) continue;
    ons[i] = Math.max(ons[i]!, on);
    lines[kept] = i;
    who[kept++] = who[n]!;
  }
  return { columns, count: kept, lines, who, ons };
}
