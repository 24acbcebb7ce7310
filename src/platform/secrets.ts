import { createCipheriv, createDecipheriv, createHash, createSecretKey, hash, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '#/kernel/problem.ts';

type KeyFile = {
  readonly hash: 'sha256' | 'sm3';
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Set while what older keys made is written anew. */
  readonly isRotating?: boolean;
};

/** The secret keys of an installation. Each encrypted or keyed value names the key that made it, so that keys can be rotated. */
export type Keys = {
  readonly current: string;
  /** SHA-256 by default, SM3 (GB/T 32905) where the key file says so. */
  readonly hash: 'sha256' | 'sm3';
  derive(purpose: string, keyId?: string): Buffer;
};

const SEALED = /^v1\.([a-z0-9]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]+)$/;

/** Reads the key file, or makes one (mode 0600) for a new installation. Losing it makes every encrypted value unreadable. */
export function openKeys(file: string): Keys {
  if (!fs.existsSync(file)) writeKeyFile(file, { hash: 'sha256', current: 'k1', keys: { k1: randomBytes(32).toString('base64') } });
  const read = () => JSON.parse(fs.readFileSync(file, 'utf8')) as KeyFile;
  return keysOf(read(), read);
}

/** Adds a new key and makes it the current one; the old ones stay, to read what they made. */
export function addKey(file: string): Keys {
  const old = JSON.parse(fs.readFileSync(file, 'utf8')) as KeyFile;
  const name = `k${Object.keys(old.keys).length + 1}`;
  writeKeyFile(file, { ...old, current: name, keys: { ...old.keys, [name]: randomBytes(32).toString('base64') }, isRotating: true });
  return openKeys(file);
}

/** Whether a change of keys was begun and has not come to its end. */
export function isRotating(file: string): boolean {
  return fs.existsSync(file) && (JSON.parse(fs.readFileSync(file, 'utf8')) as KeyFile).isRotating === true;
}

/** All is written anew under the current key. */
export function endRotation(file: string): void {
  const { isRotating: _, ...rest } = JSON.parse(fs.readFileSync(file, 'utf8')) as KeyFile;
  writeKeyFile(file, rest);
}

function writeKeyFile(file: string, content: KeyFile): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  fs.writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(fresh, file);
}

/** `reread` is asked for a key that is not known: it may have been added by another process (`keys rotate` beside a running server). */
export function keysOf(content: KeyFile, reread: () => KeyFile = () => content): Keys {
  const derived = new Map<string, Buffer>();
  return {
    current: content.current,
    hash: content.hash,
    derive(purpose, keyId = content.current) {
      const name = `${keyId}:${purpose}`;
      let key = derived.get(name);
      if (key === undefined) {
        const master = content.keys[keyId] ?? reread().keys[keyId];
        if (master === undefined) throw new Error(`the key file has no key ${keyId}`);
        key = Buffer.from(hkdfSync('sha256', Buffer.from(master, 'base64'), 'luoshi', purpose, 32));
        derived.set(name, key);
      }
      return key;
    },
  };
}

/** A digest that nobody can guess from a guessed content (HMAC, RFC 2104). */
export function keyedDigest(keys: Keys, purpose: string, text: string, keyId?: string): string {
  const { inner, outer } = padsOf(keys.derive(purpose, keyId));
  const end = PAD_BYTES + text.length * 3;
  const message = end <= inner.length ? inner : Buffer.concat([inner.subarray(0, PAD_BYTES)], end);
  const used = PAD_BYTES + message.write(text, PAD_BYTES);
  outer.write(hash(keys.hash, message.subarray(0, used), 'hex'), PAD_BYTES, 'hex');
  return hash(keys.hash, outer, 'hex');
}

/** Blocks of SHA-256 and of SM3 have 64 bytes, and their digests 32. */
const PAD_BYTES = 64;
const DIGEST_BYTES = 32;
const ROOM_BYTES = 4_096;

type Pads = { readonly inner: Buffer; readonly outer: Buffer };
const pads = new WeakMap<Buffer, Pads>();

/**
 * The key mixed into both blocks of RFC 2104, with room for a message behind the first and a digest behind the second. Two digests at one stroke
 * cost half of an HMAC object, and a roll needs four for each of its lines.
 */
function padsOf(key: Buffer): Pads {
  const known = pads.get(key);
  if (known !== undefined) return known;
  const made = { inner: Buffer.alloc(PAD_BYTES + ROOM_BYTES, 0x36), outer: Buffer.alloc(PAD_BYTES + DIGEST_BYTES, 0x5c) };
  for (const [i, byte] of key.entries()) {
    made.inner[i]! ^= byte;
    made.outer[i]! ^= byte;
  }
  pads.set(key, made);
  return made;
}

/** The same with the name of its key before it, for what is compared again after the keys were rotated. */
export function keyedWithId(keys: Keys, purpose: string, text: string, keyId = keys.current): string {
  return `${keyId}.${keyedDigest(keys, purpose, text, keyId)}`;
}

/** Digests from before keys were named in them were made with the first key, or with one since then. */
export function matchesKeyed(keys: Keys, purpose: string, text: string, stored: string): boolean {
  if (stored.includes('.')) return keyedWithId(keys, purpose, text, stored.split('.')[0]) === stored;
  const newest = Number(keys.current.replace(/^k/, ''));
  return Array.from({ length: newest }, (_, i) => `k${newest - i}`).some((keyId) => keyedDigest(keys, purpose, text, keyId) === stored);
}

export function digestOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Encrypts personal data for storage (AES-256-GCM). `place` (table.column) is bound in, so that a value cannot be moved elsewhere. */
export function seal(keys: Keys, place: string, text: string): string {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', secretOf(keys.derive('seal')), iv).setAAD(bytesOf(place));
  const body = cipher.update(text, 'utf8');
  // What comes last of a stream cipher is empty; it only closes the tag.
  cipher.final();
  return `v1.${keys.current}.${iv.toString('base64url')}.${body.toString('base64url')}.${cipher.getAuthTag().toString('base64url')}`;
}

const IV_BYTES = 12;
const IVS_AT_ONCE = 256;
let ivs = Buffer.alloc(0);

/** Random, and never given twice; drawn by the hundred, for a roll seals them by the hundred thousand. */
function freshIv(): Buffer {
  if (ivs.length === 0) ivs = randomBytes(IV_BYTES * IVS_AT_ONCE);
  const iv = ivs.subarray(0, IV_BYTES);
  ivs = ivs.subarray(IV_BYTES);
  return iv;
}

const secrets = new WeakMap<Buffer, KeyObject>();

function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key);
  if (known !== undefined) return known;
  const secret = createSecretKey(key);
  secrets.set(key, secret);
  return secret;
}

const places = new Map<string, Buffer>();

function bytesOf(place: string): Buffer {
  const known = places.get(place) ?? Buffer.from(place);
  places.set(place, known);
  return known;
}

/** The name of the key that a value was sealed with. */
export function sealedUnder(sealed: string): string | undefined {
  return SEALED.exec(sealed)?.[1];
}

export function unseal(keys: Keys, place: string, sealed: string): string {
  const match = SEALED.exec(sealed);
  if (match === null) throw new Error('not a sealed value');
  const [, keyId, iv, body, tag] = match as unknown as [string, string, string, string, string];
  try {
    const plain = createDecipheriv('aes-256-gcm', secretOf(keys.derive('seal', keyId)), Buffer.from(iv, 'base64url'))
      .setAAD(bytesOf(place))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([plain.update(Buffer.from(body, 'base64url')), plain.final()]).toString('utf8');
  } catch {
    // The key is not in the file, or is another one under the same name: what it sealed cannot be read, and nothing else is wrong.
    throw new Problem(409, 'key-unreadable', { key: keyId });
  }
}

/** For looking up an encrypted value by equality (a phone number), without being able to read it back. */
export function lookupDigest(keys: Keys, place: string, text: string): string {
  return keyedDigest(keys, `lookup:${place}`, text);
}
