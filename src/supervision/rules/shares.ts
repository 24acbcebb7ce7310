/** 计数与占比: so many of the whole, with a share that was rounded together with the others. */
export type Share<Key extends string> = { readonly key: Key; readonly count: number; readonly tenths: number };

/**
 * Shares of a whole in tenths of a per cent that add up to exactly 1000, as long as there is anything to count: each is rounded half up, and what
 * rounding left over goes to the largest class (the first of them where two are as large). README 来源 3.
 */
export function sharesOf<Key extends string>(counts: readonly { readonly key: Key; readonly count: number }[]): readonly Share<Key>[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return counts.map(({ key, count }) => ({ key, count, tenths: 0 }));
  const rounded = counts.map(({ key, count }) => ({ key, count, tenths: Math.floor((count * 2000 + total) / (2 * total)) }));
  const rest = 1000 - rounded.reduce((sum, { tenths }) => sum + tenths, 0);
  const largest = rounded.reduce((best, it, i) => (it.count > rounded[best]!.count ? i : best), 0);
  return rounded.map((it, i) => (i === largest ? { ...it, tenths: it.tenths + rest } : it));
}

export function tally<Key extends string>(
  order: readonly Key[],
  keys: readonly Key[],
): readonly { readonly key: Key; readonly count: number }[] {
  return order.map((key) => ({ key, count: keys.filter((it) => it === key).length }));
}
