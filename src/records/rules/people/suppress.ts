/** Below this a published cell may show a person. 来源: 待核实（通行做法为 5）. */
export const LEAST_SHOWN = 5;

/** 公开的一格: null is held back. */
export type ShownCell = { readonly key: string; readonly count: number | null };

type Cell = { readonly key: string; readonly count: number };

/** What an edition that is already public tells of a table: its cells, and the whole where that is a number of the same things. */
export type EarlierTable = { readonly cells: readonly ShownCell[]; readonly total: number | null };

/**
 * 小数抑制: cells under five are held back, and where the total would give one of them away, the next smallest go with it, equals together. A
 * cell of nought says nothing of anybody and stays. Earlier editions stay public: a cell that stands in one of them as it is hides nobody, and what one of
 * them held stays held while subtraction would tell it. Null where nothing is left to hide the small ones among: then no table is published.
 */
export function publicTable(cells: readonly Cell[], earlier: readonly EarlierTable[] = []): readonly ShownCell[] | null {
  const known = new Map(earlier.flatMap((it) => it.cells).flatMap(({ key, count }) => (count === null ? [] : [[key, count] as const])));
  const before = earlier.map((it) => heldBefore(it, cells)).filter(({ held }) => held.size > 0);
  return tableOf(cells, { before, known });
}

type Before = { readonly held: ReadonlySet<string>; readonly mayOpen: boolean };

/**
 * What an earlier edition held, and whether a cell of it may be shown by now: as long as it all stands as it did, the small ones hide among the same; and
 * when it has doubled with nothing small come beside it, nobody outside knows which cell grew.
 */
function heldBefore({ cells, total }: EarlierTable, now: readonly Cell[]): Before {
  const held = new Set(cells.filter((it) => it.count === null).map((it) => it.key));
  if (total === null) return { held, mayOpen: false };
  const sum = total - sumOf(cells.map((it) => it.count ?? 0));
  const grown = sumOf(now.filter((it) => held.has(it.key)).map((it) => it.count)) - sum;
  const isAlone = !now.some(({ key, count }) => !held.has(key) && isFew(count));
  return { held, mayOpen: grown === 0 || (isAlone && grown >= Math.max(sum, 2 * LEAST_SHOWN)) };
}

type Known = ReadonlyMap<string, number>;

/** The sum of what an earlier edition held may be known apart from what is held since: each hides among its own. */
function tableOf(
  cells: readonly Cell[],
  { before, known }: { readonly before: readonly Before[]; readonly known: Known },
): readonly ShownCell[] | null {
  const forced = new Set(before.flatMap((it) => (it.mayOpen ? [] : [...it.held])));
  const gone = [...forced].filter((key) => !cells.some((it) => it.key === key)).map((key) => ({ key, count: 0 }));
  const all = [...cells, ...gone];
  const held = new Set<string>();
  for (const group of Map.groupBy(all, ({ key }) => before.map((it) => it.held.has(key)).join()).values()) {
    const own = heldOf(group, { forced, known });
    if (own === null) return null;
    for (const key of own) held.add(key);
  }
  return all.map(({ key, count }) => ({ key, count: held.has(key) ? null : count }));
}

type Besides = { readonly forced: ReadonlySet<string>; readonly known: Known };

/** Of cells whose sum is known apart from the rest. */
function heldOf(group: readonly Cell[], { forced, known }: Besides): ReadonlySet<string> | null {
  const held = new Map(group.filter(({ key, count }) => forced.has(key) || isFew(count)).map((it) => [it.key, it.count]));
  while (held.size > 0 && isGivenAway(held, known)) {
    const others = group.filter(({ key, count }) => count > 0 && !held.has(key) && known.get(key) !== count);
    const isNew = others.some(({ key }) => !wasShown(key, known));
    const sized = others.flatMap((it) =>
      wasShown(it.key, known) === isNew ? [] : [{ ...it, size: isNew ? it.count : known.get(it.key)! }],
    );
    if (sized.length === 0) return null;
    const least = Math.min(...sized.map((it) => it.size));
    for (const { key, count, size } of sized) if (size === least) held.set(key, count);
  }
  return new Set(held.keys());
}

/** Which of those that were shown hides another is chosen by what everybody knows of them. */
const wasShown = (key: string, known: Known) => (known.get(key) ?? 0) >= LEAST_SHOWN;
const isFew = (count: number) => count > 0 && count < LEAST_SHOWN;
const sumOf = (counts: readonly number[]) => counts.reduce((all, it) => all + it, 0);

/**
 * Whoever knows the total knows the sum of what is held, and that none of it is nought: one cell, or all at their least or at their most, are no secret. Of a
 * cell that was shown he knows what it was: beside what has come to it every other one must have room to be a four.
 */
function isGivenAway(held: ReadonlyMap<string, number>, known: Known): boolean {
  const counts = [...held.values()];
  const sum = sumOf(counts);
  const allSmall = counts.every((it) => it < LEAST_SHOWN);
  if (held.size < 2 || sum < LEAST_SHOWN || sum === held.size || (allSmall && sum === held.size * (LEAST_SHOWN - 1))) return true;
  const least = [...held].flatMap(([key, count]) => (wasShown(key, known) && known.get(key)! < count ? [known.get(key)! + 1] : []));
  return least.length > 0 && sum - sumOf(least) < (held.size - least.length) * (LEAST_SHOWN - 1);
}

/** 覆盖率: an estimated denominator carries a range only. Ten per cent to either side (来源: 自定). Over a hundred it is the roster that is to be checked. */
export const ESTIMATE_SLACK = 0.1;

export function coverageOf(
  count: number,
  { total, isEstimate }: { readonly total: number; readonly isEstimate: boolean },
): { readonly from: number; readonly to: number } {
  const share = (whole: number) => (count / whole) * 100;
  if (!isEstimate) return { from: share(total), to: share(total) };
  return { from: Math.floor(share(total * (1 + ESTIMATE_SLACK))), to: Math.ceil(share(total * (1 - ESTIMATE_SLACK))) };
}
