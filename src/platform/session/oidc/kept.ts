import { type Keys, seal, unseal } from '../../secrets.ts';
import type { Caller } from '../caller.ts';
import { cookieValue } from '../cookie.ts';
import type { Secrets } from './provider.ts';

/** What the browser carries, sealed, while its person is at the platform: nothing of it lies in the database. */
export type Kept = {
  readonly secrets: Secrets;
  /** The account that sets out to be linked, and the log-in it does so from. */
  readonly linking: { readonly accountId: string; readonly sessionId: string } | null;
  readonly at: number;
};

/** Vouched for by the platform, and not yet by our own second factor. */
export type Waiting = { readonly accountId: string; readonly username: string; readonly subject: string | null; readonly at: number };

export const WAY_COOKIE = 'luoshi.provider';
export const CODE_COOKIE = 'luoshi.provider_code';
const KEPT_SECONDS = 600;

export function keep(keys: Keys, name: string, what: Kept | Waiting, caller: Caller): string {
  const sealed = seal(keys, `session.${name}`, JSON.stringify(what));
  return `${name}=${sealed}; Path=/api/session; Max-Age=${KEPT_SECONDS}; ${attributesOf(caller, 'Lax')}`;
}

export function forget(name: string, caller: Caller): string {
  return `${name}=; Path=/api/session; Max-Age=0; ${attributesOf(caller, 'Lax')}`;
}

/** Null for none, for one that is not ours, and for one that is too old. */
export function readKept<What extends { readonly at: number } = Kept>(keys: Keys, cookie: string, name = WAY_COOKIE): What | null {
  const sealed = cookieValue(cookie, name);
  if (sealed === undefined || sealed === '') return null;
  try {
    const what = JSON.parse(unseal(keys, `session.${name}`, sealed)) as What;
    return what.at > Date.now() - KEPT_SECONDS * 1000 ? what : null;
  } catch {
    return null;
  }
}

/** `Lax` for what must come back with the person from another site; the log-in itself stays `Strict`. */
export function attributesOf({ secure }: Caller, sameSite: 'Lax' | 'Strict'): string {
  return `HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
}
