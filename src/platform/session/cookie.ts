import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../secrets.ts';
import { SESSION_COOKIE, sessionSecret } from './names.ts';

/** A browser sends the same header with everything it asks: what was ours once is ours as long as the keys are the same. */
const checked = new WeakMap<Keys, Map<string, string>>();
const MOST_REMEMBERED = 10_000;
/** Longer headers carry what is not ours, and are read each time. */
const LONGEST_REMEMBERED = 600;

/** The session's token from the Cookie header, when its signature is ours. The library signs `token.base64(HMAC-SHA256)`. */
export function tokenOf(keys: Keys, cookieHeader: string | undefined): string | null {
  if (cookieHeader === undefined) return null;
  const ofKeys = checked.get(keys) ?? new Map<string, string>();
  const known = ofKeys.get(cookieHeader);
  if (known !== undefined) return known;
  const token = checkedToken(keys, cookieHeader);
  if (token === null || cookieHeader.length > LONGEST_REMEMBERED) return token;
  if (ofKeys.size >= MOST_REMEMBERED) ofKeys.clear();
  checked.set(keys, ofKeys.set(cookieHeader, token));
  return token;
}

function checkedToken(keys: Keys, cookieHeader: string): string | null {
  const value = cookieValue(cookieHeader, SESSION_COOKIE);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac('sha256', sessionSecret(keys)).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The cookie that a browser would send for this token; for the command line and for tests. */
export function cookieOf(keys: Keys, token: string): string {
  const signature = createHmac('sha256', sessionSecret(keys)).update(token).digest('base64');
  return `${SESSION_COOKIE}=${encodeURIComponent(`${token}.${signature}`)}`;
}

export function expiredCookie(): string {
  return `${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`;
}

export function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const text = part.trim();
    if (text.startsWith(`${name}=`)) return decode(text.slice(name.length + 1));
  }
  return undefined;
}

function decode(text: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(text) ? '' : decodeURIComponent(text);
}
