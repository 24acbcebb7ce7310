/** A number below `limit`, every one equally likely, from the source that browsers and Node keep for secrets. */
export function randomBelow(limit: bigint): bigint {
  const bits = (limit - 1n).toString(2).length;
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(bits / 8)));
    const value = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n) & ((1n << BigInt(bits)) - 1n);
    if (value < limit) return value;
  }
}
