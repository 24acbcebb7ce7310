/** Below this a published cell may show a person. 来源: 待核实（通行做法为 5）. */
export const LEAST_SHOWN = 5;

/** 公开的一格: null is held back. */
export type ShownCell = { readonly key: string; readonly count: number | null };

type Cell = { readonly key: string; readonly count: number };

/**
 * 小数抑制: cells under five are held back, and where the total would give one of them away, the next smallest go with it, equals together. A
 * cell of nought says nothing of anybody and stays. Null where nothing is left to hide the small ones among: then no table is published.
 */
export function publicTable(cells: readonly Cell[]): readonly ShownCell[] | null {
  const held = new Map(cells.filter((it) => it.count > 0 && it.count < LEAST_SHOWN).map((it) => [it.key, it.count]));
  while (held.size > 0 && isGivenAway([...held.values()])) {
    const others = cells.filter((it) => it.count > 0 && !held.has(it.key));
    if (others.length === 0) return null;
    const least = Math.min(...others.map((it) => it.count));
    for (const { key, count } of others) if (count === least) held.set(key, count);
  }
  return cells.map(({ key, count }) => ({ key, count: held.has(key) ? null : count }));
}

/** Whoever knows the total knows the sum of what is held, and that none of it is nought: one cell, or all at their least or at their most, are no secret. */
function isGivenAway(held: readonly number[]): boolean {
  const sum = held.reduce((all, it) => all + it, 0);
  const allSmall = held.every((it) => it < LEAST_SHOWN);
  return held.length < 2 || sum < LEAST_SHOWN || sum === held.length || (allSmall && sum === held.length * (LEAST_SHOWN - 1));
}

/** The same for those who may see the cells, beside them: what the public will see of each. */
export function suppress(cells: readonly Cell[]): readonly ShownCell[] {
  return publicTable(cells) ?? cells.map(({ key }) => ({ key, count: null }));
}

/** 覆盖率: an estimated denominator carries a range only. Ten per cent to either side (来源: 自定). */
export const ESTIMATE_SLACK = 0.1;

export function coverageOf(
  count: number,
  { total, isEstimate }: { readonly total: number; readonly isEstimate: boolean },
): { readonly from: number; readonly to: number } {
  const share = (whole: number) => Math.min(100, (count / whole) * 100);
  if (!isEstimate) return { from: share(total), to: share(total) };
  return { from: Math.floor(share(total * (1 + ESTIMATE_SLACK))), to: Math.ceil(share(total * (1 - ESTIMATE_SLACK))) };
}
