import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import { MOST_LENGTH } from '#/kernel/password.ts';
import type { Keys } from '../secrets.ts';
import { hashPassword, isPassword } from './hash.ts';
import { COOKIE_PREFIX, SOURCE_HEADER, sessionSecret } from './names.ts';
import type { SessionLimits } from './rules.ts';

export type BetterAuth = Pick<ReturnType<typeof buildBetterAuth>, 'api' | 'options'>;

const TOTP_MINUTES = 10;

/** The library wants instants as `Date`; the house's pool gives them as texts. */
const instants: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, /(At|Until)$/.test(name) && typeof value === 'string' ? new Date(value) : value]),
      ),
    ),
  }),
};

/** better-auth as this house sets it up. Nothing but `library.ts` imports this file, and only when somebody logs in: it costs 50 MB. */
export function buildBetterAuth(pool: pg.Pool, keys: Keys, limits: SessionLimits) {
  return betterAuth({
    appName: '落实',
    baseURL: 'http://localhost',
    secrets: secretsOf(keys),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withPlugin(instants), type: 'postgres', schemaName: 'auth' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: MOST_LENGTH,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: { expiresIn: limits.absoluteHours * 3600, disableSessionRefresh: true },
    plugins: [
      username({ usernameValidator: () => true, minUsernameLength: 1, maxUsernameLength: 64 }),
      twoFactor({
        issuer: '落实',
        twoFactorCookieMaxAge: TOTP_MINUTES * 60,
        accountLockout: { maxFailedAttempts: limits.failuresPerAccount, durationSeconds: limits.lockMinutes * 60 },
      }),
    ],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [SOURCE_HEADER] },
      database: { generateId: () => newId() },
    },
  });
}

/** One secret per key of the installation, newest first: cookies are signed by the newest, TOTP secrets are read with the one that sealed them. */
function secretsOf(keys: Keys): { version: number; value: string }[] {
  const newest = Number(keys.current.replace(/^k/, ''));
  return Array.from({ length: newest }, (_, i) => newest - i).map((version) => ({ version, value: sessionSecret(keys, `k${version}`) }));
}

/** The code of something the library expects to happen; null for a fault. */
export function refusalCodeOf(error: unknown): string | null {
  if (!(error instanceof APIError) || error.statusCode >= 500) return null;
  return error.body?.code ?? 'REFUSED';
}
