import { z } from 'zod';

/** 密钥文件: the trustee's seed under a passphrase. It lies where the trustee keeps it, and nowhere else. */
const KeyFile = z.strictObject({
  format: z.literal('luoshi-trustee-key-1'),
  election: z.string(),
  position: z.number().int(),
  title: z.string(),
  rounds: z.number().int().min(100_000).max(10_000_000),
  salt: z.string(),
  iv: z.string(),
  sealed: z.string(),
});
export type KeyFile = z.infer<typeof KeyFile>;

export type KeyPlace = { readonly election: string; readonly position: number; readonly title: string };

/** OWASP's figure for PBKDF2 with SHA-256 (来源 in the stage's README). */
const ROUNDS = 600_000;
export const LEAST_PASSPHRASE = 10;

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0));

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Which place the key is for stands outside, so that the file can be told from others, and is sealed with it, so that it cannot be changed. */
const placeBytes = ({ election, position, title }: KeyPlace) => new TextEncoder().encode(JSON.stringify([election, position, title]));

/** Browsers keep their cryptography for pages over https and for this machine itself. */
export const hasCryptography = () => globalThis.crypto?.subtle !== undefined;

export async function sealSeed(place: KeyPlace, seed: string, passphrase: string): Promise<string> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(passphrase, salt, ROUNDS);
  const how = { name: 'AES-GCM', iv, additionalData: placeBytes(place) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, new TextEncoder().encode(seed)));
  const { election, position, title } = place;
  const file: KeyFile = {
    format: 'luoshi-trustee-key-1',
    election,
    position,
    title,
    rounds: ROUNDS,
    salt: base64(salt),
    iv: base64(iv),
    sealed: base64(sealed),
  };
  return JSON.stringify(file, null, 1);
}

export type SeedFault = 'no-key-file' | 'other-place' | 'wrong-passphrase';

export async function openSeed(
  text: string,
  place: KeyPlace,
  passphrase: string,
): Promise<{ readonly seed: string } | { readonly fault: SeedFault }> {
  let read: KeyFile;
  try {
    read = KeyFile.parse(JSON.parse(text));
  } catch {
    return { fault: 'no-key-file' };
  }
  if (read.election !== place.election || read.position !== place.position) return { fault: 'other-place' };
  try {
    const key = await keyOf(passphrase, bytesOf(read.salt), read.rounds);
    const how = { name: 'AES-GCM', iv: bytesOf(read.iv), additionalData: placeBytes(read) };
    return { seed: new TextDecoder().decode(await crypto.subtle.decrypt(how, key, bytesOf(read.sealed))) };
  } catch {
    return { fault: 'wrong-passphrase' };
  }
}
