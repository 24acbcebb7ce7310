import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './secrets.ts';

/** A zero sign stands in it, so that no text file begins with it, and no file of another kind that is let in. */
const MARK = Buffer.from('LUOSHI\0\x01', 'latin1');
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PURPOSE = 'file';

/** 封存: a file as it lies on the disk, AES-256-GCM with the name of its key before it; bound to its district and digest, so that none stands in for another. */
export function sealFile(keys: Keys, place: string, bytes: Buffer): Buffer {
  const name = Buffer.from(keys.current, 'latin1');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.derive(PURPOSE), iv).setAAD(Buffer.from(place));
  const body = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([MARK, Buffer.from([name.length]), name, iv, ...body, cipher.getAuthTag()]);
}

/** The key that sealed these bytes; null for a file that was stored before files were sealed. */
export function sealedBy(stored: Buffer): string | null {
  if (!stored.subarray(0, MARK.length).equals(MARK)) return null;
  const at = MARK.length + 1;
  return stored.subarray(at, at + stored[MARK.length]!).toString('latin1');
}

export function unsealFile(keys: Keys, place: string, stored: Buffer): Buffer {
  const keyId = sealedBy(stored);
  if (keyId === null) return stored;
  const start = MARK.length + 1 + keyId.length;
  const iv = stored.subarray(start, start + IV_BYTES);
  const plain = createDecipheriv('aes-256-gcm', keys.derive(PURPOSE, keyId), iv)
    .setAAD(Buffer.from(place))
    .setAuthTag(stored.subarray(stored.length - TAG_BYTES));
  const bytes = plain.update(stored.subarray(start + IV_BYTES, stored.length - TAG_BYTES));
  // What comes last of a stream cipher is empty; it only checks the tag.
  plain.final();
  return bytes;
}
