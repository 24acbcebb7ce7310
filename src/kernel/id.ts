const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const RANDOM_BYTES = 10;
const IDS_AT_ONCE = 128;
let random = new Uint8Array(0);
let used = 0;

/** A UUID of version 7 (RFC 9562 5.7): ordered by the time it was made, so that keys arrive in order. Works in browser and server. */
export function newId(now: number = Date.now()): string {
  if (used === random.length) [random, used] = [crypto.getRandomValues(new Uint8Array(RANDOM_BYTES * IDS_AT_ONCE)), 0];
  const byte = (i: number) => HEX[random[used + i]!]!;
  const time = now.toString(16).padStart(12, '0');
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${HEX[0x70 | (random[used]! & 0x0f)]}${byte(1)}-${HEX[0x80 | (random[used + 2]! & 0x3f)]}${byte(3)}-${byte(4)}${byte(5)}${byte(6)}${byte(7)}${byte(8)}${byte(9)}`;
  used += RANDOM_BYTES;
  return id;
}
