import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../secrets.ts';

export const CSRF_HEADER = 'x-luoshi-csrf';

/** Bound to the session and never stored: another site can neither read it nor guess it. */
export function csrfTokenOf(keys: Keys, sessionId: string): string {
  return createHmac('sha256', keys.derive('csrf')).update(sessionId).digest('base64url');
}

export function isCsrfToken(keys: Keys, sessionId: string, given: string | undefined): boolean {
  return isSameToken(csrfTokenOf(keys, sessionId), given);
}

/** Takes as long for a good guess as for a bad one. */
export function isSameToken(token: string, given: string | string[] | undefined): boolean {
  const expected = Buffer.from(token);
  const found = Buffer.from(String(given ?? ''));
  return found.length === expected.length && timingSafeEqual(found, expected);
}

export type OriginHeaders = {
  readonly 'sec-fetch-site'?: string | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
};

/** Whether a writing request comes from our own page. A client that is no browser sends neither header; it has no cookie to abuse either. */
export function isSameOrigin(headers: OriginHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
