import type { Keys } from '../secrets.ts';

export const COOKIE_PREFIX = 'luoshi';
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
export const SOURCE_HEADER = 'x-luoshi-source';

export function sessionSecret(keys: Keys, keyId: string = keys.current): string {
  return keys.derive('session', keyId).toString('base64url');
}
