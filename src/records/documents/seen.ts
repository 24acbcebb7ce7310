/** What was seen: a number for each key of 64 bits, some sixteen bytes each, so that a roll of hundreds of thousands fits beside the server. */
export type Seen = {
  /** What the key stood for before, 0 where it is new; then it stands for `value`. */
  readonly note: (high: number, low: number, value: number) => number;
};

export function makeSeen(): Seen {
  let size = 1 << 12;
  let [highs, lows, values] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  let count = 0;
  const slotOf = (high: number, low: number) => {
    let at = (high ^ low) & (size - 1);
    while (values[at] !== 0 && (highs[at] !== high || lows[at] !== low)) at = (at + 1) & (size - 1);
    return at;
  };
  const put = (high: number, low: number, value: number) => {
    const at = slotOf(high, low);
    [highs[at], lows[at], values[at]] = [high, low, value];
  };
  const grow = () => {
    const [oldHighs, oldLows, oldValues] = [highs, lows, values];
    size *= 2;
    [highs, lows, values] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    for (let i = 0; i < oldValues.length; i++) if (oldValues[i] !== 0) put(oldHighs[i]!, oldLows[i]!, oldValues[i]!);
  };
  return {
    note(signedHigh, signedLow, value) {
      // What was mixed by bits comes signed.
      const [high, low] = [signedHigh >>> 0, signedLow >>> 0];
      const before = values[slotOf(high, low)]!;
      if (before === 0) count += 1;
      if (count * 8 > size * 7) grow();
      put(high, low, value);
      return before;
    },
  };
}

/** The first 64 bits of a digest in hexadecimal. */
export function bitsOf(digest: string): readonly [high: number, low: number] {
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16)];
}

/** Spreads a text over 32 bits (FNV-1a). */
export function spread(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
