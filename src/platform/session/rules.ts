import type { CivilDate } from '#/kernel/civil-date.ts';
import type { PasswordFault } from '#/kernel/password.ts';
import type { Role } from '#/kernel/role.ts';

/** Limits of a log-in; an installation sets its own. Idle, absolute, count and lockout are items of GB/T 22239-2019, the numbers 来源: 待核实. */
export type SessionLimits = {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  readonly logInsPerAccount: number;
  readonly failuresPerAccount: number;
  /** Higher than for an account: a whole office shares one address. */
  readonly failuresPerSource: number;
  readonly failureWindowMinutes: number;
  readonly lockMinutes: number;
};

export const DEFAULT_LIMITS: SessionLimits = {
  idleMinutes: 30,
  absoluteHours: 12,
  logInsPerAccount: 5,
  failuresPerAccount: 5,
  failuresPerSource: 30,
  failureWindowMinutes: 15,
  lockMinutes: 15,
};

/** A post as its holder, or the stand-in, acts under it. */
export type ActorPost = {
  readonly postId: string | null;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly roles: readonly Role[];
  readonly standsIn: boolean;
};

/** What a logged-in account must do before anything else. */
export type Stand = 'ready' | 'change-password' | 'enrol-totp';

export type LogInRefusal =
  | { readonly kind: 'log-in-failed' }
  | { readonly kind: 'too-many-failures'; readonly minutes: number }
  | { readonly kind: 'account-locked' };
export type TotpRefusal =
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'log-in-again' }
  | { readonly kind: 'too-many-failures'; readonly minutes: number };
export type ChangePasswordRefusal =
  | { readonly kind: 'password-wrong' }
  | { readonly kind: 'too-many-failures'; readonly minutes: number }
  | { readonly kind: 'password-not-accepted'; readonly faults: readonly PasswordFault[] };
/** Before something that opens another door to the account, its owner says the password once more. */
export type PasswordAgainRefusal = { readonly kind: 'password-wrong' } | { readonly kind: 'too-many-failures'; readonly minutes: number };
export type EnrolRefusal =
  | { readonly kind: 'password-wrong' }
  | { readonly kind: 'totp-already-enrolled' }
  | { readonly kind: 'too-many-failures'; readonly minutes: number };
/** What can go wrong on the way over an identity platform (统一身份认证); each is a word in the address of the log-in page. */
export const PROVIDER_REFUSALS = [
  'provider-unreachable',
  'provider-not-trusted',
  'provider-refused',
  'provider-took-too-long',
  'provider-unknown-person',
  'provider-other-person',
  'provider-no-administrators',
  'account-locked',
] as const;
export type ProviderRefusal = { readonly kind: (typeof PROVIDER_REFUSALS)[number] };
export type SessionRefusal = ProviderRefusal | LogInRefusal | TotpRefusal | ChangePasswordRefusal | EnrolRefusal;

/** 登录名: Latin letters, digits and three signs, so that it can be typed on any keyboard. */
export const USERNAME = /^[a-z0-9][a-z0-9_.-]{1,31}$/;

export function normaliseUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

export type LogInAnswer = { readonly needsTotp: boolean; readonly mustChangePassword: boolean };

/** One of my log-ins, for the page that lists and ends them. */
export type LogInEntry = {
  readonly id: string;
  readonly at: string;
  readonly lastSeenAt: string;
  readonly source: string;
  readonly device: Device;
  readonly current: boolean;
};

export type Me = {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly isSetup: boolean;
    readonly hasTotp: boolean;
  };
  /** The identity platform of this installation, and whether this account is linked there; null where there is none. */
  readonly provider: { readonly name: string | null; readonly isLinked: boolean } | null;
  readonly stand: Stand;
  readonly districts: readonly {
    readonly district: string;
    readonly name: string;
    readonly demoToday: CivilDate | null;
    /** The civil day this district lives in: its demo day, an override, or the real one. */
    readonly today: CivilDate;
    readonly posts: readonly (ActorPost & { readonly permissions: readonly string[] })[];
  }[];
  readonly csrf: string;
  readonly locale: 'zh-CN' | 'en';
};

/** The instant a name or an address may try again, or null. `attempts` are the latest instants in milliseconds, newest first. */
export function lockedUntil(attempts: readonly number[], allowed: number, limits: SessionLimits): number | null {
  const newest = attempts[0];
  const oldest = attempts[allowed - 1];
  if (newest === undefined || oldest === undefined || newest - oldest > limits.failureWindowMinutes * 60_000) return null;
  return newest + limits.lockMinutes * 60_000;
}

export type Device = { readonly browser: string; readonly system: string };

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

export function deviceOf(userAgent: string): Device {
  const first = (list: readonly (readonly [RegExp, string])[]) => list.find(([sign]) => sign.test(userAgent))?.[1] ?? '';
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUP = 4;

/** A first password that can be read from paper and typed: three groups of four, no signs that look alike, three classes in it for certain. */
export function readablePassword(bytes: Uint8Array): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const digits = '23456789';
  const signs = Array.from({ length: GROUP * 3 }, (_, i) => {
    const from = i === 0 ? capitals : i === 1 ? letters : i === 2 ? digits : ALPHABET;
    return from[((bytes[2 * i]! << 8) | bytes[2 * i + 1]!) % from.length]!;
  });
  return [0, 1, 2].map((group) => signs.slice(group * GROUP, (group + 1) * GROUP).join('')).join('-');
}
