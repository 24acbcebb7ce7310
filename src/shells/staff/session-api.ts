import type { LogInEntry, Me, SessionRefusal } from '#/platform/session/rules.ts';
import { answerOf, failure } from '#/ui/api.ts';

/** The log-in itself: these addresses belong to no district. */
async function ask<Value>(path: string, csrf: string, input?: unknown): Promise<Value> {
  const init: RequestInit =
    input === undefined
      ? { headers: { accept: 'application/json' } }
      : {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/json', 'x-luoshi-csrf': csrf },
          body: JSON.stringify(input),
        };
  const response = await fetch(`/api/session/${path}`, { credentials: 'same-origin', ...init }).catch(() => null);
  if (!response) throw failure(0, 'offline');
  return answerOf<Value>(response, 'session');
}

export type LogInAnswer = { readonly needsTotp: boolean; readonly mustChangePassword: boolean };
export type TotpEnrolment = { readonly uri: string; readonly backupCodes: readonly string[] };

export const sessionApi = {
  me: () => ask<Me>('me', ''),
  logIn: (username: string, password: string) => ask<LogInAnswer>('log-in', '', { username, password }),
  code: (code: string) => ask<LogInAnswer>('totp', '', { code }),
  /** `goTo`: where the log-out goes on, when the log-in came from the identity platform. */
  logOut: (csrf: string) => ask<{ readonly goTo: string | null }>('log-out', csrf, {}),
  ways: () => ask<{ readonly provider: { readonly name: string | null } | null }>('ways', ''),
  goToProvider: () => ask<{ readonly url: string }>('provider/log-in', '', {}),
  link: (csrf: string, password: string) => ask<{ readonly url: string }>('provider/link', csrf, { password }),
  unlink: (csrf: string) => ask<unknown>('provider/unlink', csrf, {}),
  changePassword: (csrf: string, current: string, fresh: string) => ask<unknown>('change-password', csrf, { current, fresh }),
  enrol: (csrf: string, password: string) => ask<TotpEnrolment>('totp/enrol', csrf, { password }),
  logIns: () => ask<readonly LogInEntry[]>('log-ins', ''),
  endLogIn: (csrf: string, id: string) => ask<unknown>('end-log-in', csrf, { id }),
  confirmCode: (csrf: string, code: string) => ask<unknown>('totp/confirm', csrf, { code }),
};

export type { Me, SessionRefusal };
