import type pg from 'pg';
import type { Keys } from '../secrets.ts';
import type { BetterAuth } from './better-auth.ts';
import type { Caller } from './caller.ts';
import { SOURCE_HEADER } from './names.ts';
import type { SessionLimits } from './rules.ts';

/** A step of a log-in: what the browser is to keep, and the token of the session when there is one already. */
export type LibraryAnswer = { readonly cookies: readonly string[]; readonly token: string | null; readonly needsTotp: boolean };
export type LibraryRefusal = { readonly code: string };
export type Enrolment = { readonly uri: string; readonly backupCodes: readonly string[] };

/** better-auth, reduced to the five calls that this house uses. Nothing else of it is reachable, over HTTP or otherwise. */
export type Library = {
  signIn(caller: Caller, username: string, password: string): Promise<LibraryAnswer | LibraryRefusal>;
  verifyTotp(caller: Caller, code: string): Promise<LibraryAnswer | LibraryRefusal>;
  verifyBackupCode(caller: Caller, code: string): Promise<LibraryAnswer | LibraryRefusal>;
  enrolTotp(caller: Caller, password: string, label: string): Promise<Enrolment | LibraryRefusal>;
  /** What the library would still change about its tables: nothing, or the frozen migration is out of date. */
  options(): Promise<unknown>;
};

type Replied = { headers: Headers; response: unknown };

type Loaded = BetterAuth & { readonly isRefusal: (error: unknown) => string | null };

/** Loads the library with the first log-in; a job, a verb of the command line or a test never pays for it. */
export function openLibrary(pool: pg.Pool, keys: Keys, limits: SessionLimits): Library {
  let loaded: Promise<Loaded> | null = null;
  const load = (): Promise<Loaded> => {
    loaded ??= import('./better-auth.ts').then(({ buildBetterAuth, refusalCodeOf }) => ({
      ...buildBetterAuth(pool, keys, limits),
      isRefusal: refusalCodeOf,
    }));
    return loaded;
  };
  const step = async (caller: Caller, call: (api: BetterAuth['api'], headers: Headers) => Promise<Replied>) => {
    const answer = await attempt(await load(), (api) => call(api, headersOf(caller)));
    return 'code' in answer ? answer : answerOf(caller, answer.value);
  };
  return {
    signIn: (caller, username, password) =>
      step(caller, (api, headers) => api.signInUsername({ body: { username, password }, headers, returnHeaders: true })),
    verifyTotp: (caller, code) => step(caller, (api, headers) => api.verifyTOTP({ body: { code }, headers, returnHeaders: true })),
    verifyBackupCode: (caller, code) =>
      step(caller, (api, headers) => api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })),
    async enrolTotp(caller, password, label) {
      const headers = headersOf(caller);
      const answer = await attempt(await load(), (api) => api.enableTwoFactor({ body: { password, method: 'totp' }, headers }));
      if ('code' in answer) return answer;
      const { totpURI = '', backupCodes = [] } = answer.value as { totpURI?: string; backupCodes?: string[] };
      return { uri: relabel(totpURI, label), backupCodes };
    },
    options: async () => (await load()).options,
  };
}

function answerOf(caller: Caller, { headers, response }: Replied): LibraryAnswer {
  const { token, twoFactorRedirect } = response as { token?: string; twoFactorRedirect?: boolean };
  const cookies = headers.getSetCookie().map((it) => (caller.secure ? `${it}; Secure` : it));
  return { cookies, token: token ?? null, needsTotp: twoFactorRedirect === true };
}

/** The library throws what it expects to happen; here it becomes a value, and its faults stay faults. */
async function attempt<Value>(
  { api, isRefusal }: Loaded,
  call: (api: BetterAuth['api']) => Promise<Value>,
): Promise<{ readonly value: Value } | LibraryRefusal> {
  try {
    return { value: await call(api) };
  } catch (error) {
    const code = isRefusal(error);
    if (code === null) throw error;
    return { code };
  }
}

function headersOf(caller: Caller): Headers {
  return new Headers({
    cookie: caller.cookie,
    'user-agent': caller.userAgent.replace(/[^\x20-\x7e]/g, ''),
    [SOURCE_HEADER]: caller.source,
  });
}

/** The authenticator shows the user name; the library would show its made-up address. */
function relabel(uri: string, label: string): string {
  const at = new URL(uri);
  return `otpauth://totp/${encodeURIComponent('落实')}:${encodeURIComponent(label)}${at.search}`;
}
