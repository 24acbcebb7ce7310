/** Gives each key of 64 bits the next number from 0 on; the same key the same number. Open addressing over plain numbers, for millions of keys. */
export type Dense = {
  readonly of: (high: number, low: number) => number;
  readonly count: () => number;
};

export function makeDense(): Dense {
  let size = 1 << 12;
  let slots = new Int32Array(size * 3);
  let count = 0;
  const place = (high: number, low: number): number => {
    let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
    hash ^= hash >>> 15;
    let at = hash & (size - 1);
    while (slots[at * 3 + 2] !== 0 && (slots[at * 3] !== high || slots[at * 3 + 1] !== low)) at = (at + 1) & (size - 1);
    return at * 3;
  };
  const grow = () => {
    const old = slots;
    size *= 2;
    slots = new Int32Array(size * 3);
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 2] === 0) continue;
      const at = place(old[i]!, old[i + 1]!);
      slots[at] = old[i]!;
      slots[at + 1] = old[i + 1]!;
      slots[at + 2] = old[i + 2]!;
    }
  };
  return {
    of(wideHigh, wideLow) {
      const [high, low] = [wideHigh | 0, wideLow | 0];
      const at = place(high, low);
      const known = slots[at + 2]!;
      if (known !== 0) return known - 1;
      slots[at] = high;
      slots[at + 1] = low;
      slots[at + 2] = ++count;
      if (count * 2 > size) grow();
      return count - 1;
    },
    count: () => count,
  };
}
