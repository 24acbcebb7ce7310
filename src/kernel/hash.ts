import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 over the UTF-8 bytes of a text; the same in browsers and on the server, without waiting. */
export function sha256Of(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
}

/** PBKDF2-HMAC-SHA256 (RFC 2898), 32 bytes. */
export function stretched(password: string, salt: string, rounds: number): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return pbkdf2(sha256, bytes(password), bytes(salt), { c: rounds, dkLen: 32 });
}
