/** Below this a published cell may show a person. 来源: 待核实（通行做法为 5）. */
export const LEAST_SHOWN = 5;

/** 公开的一格: null is held back. */
export type ShownCell = { readonly key: string; readonly count: number | null };

/**
 * 小数抑制: cells under five are held back, and where the total would give one of them away, the next smallest goes with it; a cell of
 * nought says nothing of anybody and stays.
 */
export function suppress(cells: readonly { readonly key: string; readonly count: number }[]): readonly ShownCell[] {
  const held = new Set(cells.filter((it) => it.count > 0 && it.count < LEAST_SHOWN).map((it) => it.key));
  const hidden = () => cells.filter((it) => held.has(it.key)).reduce((sum, it) => sum + it.count, 0);
  const others = cells.filter((it) => it.count > 0 && !held.has(it.key)).sort((a, b) => a.count - b.count);
  while (held.size > 0 && (held.size < 2 || hidden() < LEAST_SHOWN) && others.length > 0) held.add(others.shift()!.key);
  return cells.map(({ key, count }) => ({ key, count: held.has(key) ? null : count }));
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
