/** 抽查对象: an adopted report that may be drawn, with the unit it speaks for. */
export type Drawable = { readonly id: string; readonly unitId: string | null };
export type Drawing = { readonly seed: string; readonly size: number; readonly byUnit: boolean };

/** 抽取样本: the same seed draws the same sample from the same reports, in whatever order they come; anybody can draw it again. */
export function drawSample(population: readonly Drawable[], { seed, size, byUnit }: Drawing): readonly string[] {
  const wanted = Math.min(size, population.length);
  if (!byUnit) return shuffled(population, seed).slice(0, wanted);
  const strata = [...Map.groupBy(population, ({ unitId }) => unitId ?? '')].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shares = sharesOf(
    strata.map(([unitId, rows]) => ({ key: `${seed}:${unitId}`, count: rows.length })),
    wanted,
  );
  return strata.flatMap(([unitId, rows], i) => shuffled(rows, `${seed}:${unitId}`).slice(0, shares[i]!));
}

function shuffled(rows: readonly Drawable[], seed: string): string[] {
  const ids = rows.map(({ id }) => id).toSorted();
  const random = randomFrom(seed);
  for (let i = ids.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [ids[i], ids[j]] = [ids[j]!, ids[i]!];
  }
  return ids;
}

type Stratum = { readonly key: string; readonly count: number };

/** One for each unit as long as that many are drawn, the rest by size, largest remainder first; a tie is settled by the seed. */
function sharesOf(strata: readonly Stratum[], wanted: number): readonly number[] {
  const order = (key: string) => randomFrom(key)();
  const shares: number[] = strata.map(() => 0);
  const byRemainder = () =>
    strata
      .map(({ key, count }, i) => ({ i, room: count - shares[i]!, remainder: (count / total) * wanted - shares[i]!, tie: order(key) }))
      .filter(({ room }) => room > 0)
      .toSorted((a, b) => b.remainder - a.remainder || a.tie - b.tie || a.i - b.i);
  const total = strata.reduce((sum, { count }) => sum + count, 0);
  const first = strata.map((it, i) => ({ i, count: it.count, tie: order(it.key) })).toSorted((a, b) => b.count - a.count || a.tie - b.tie);
  for (const { i } of first.slice(0, wanted)) shares[i] = 1;
  for (let left = wanted - Math.min(wanted, strata.length); left > 0; left--) shares[byRemainder()[0]!.i]! += 1;
  return shares;
}

/** A small generator (mulberry32) started from a hash (FNV-1a) of the seed's text: enough to draw lots, not to keep secrets. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
