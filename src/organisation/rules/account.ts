import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { ADMINISTRATORS, type Administrator, administratorRoles, type Role } from '#/kernel/role.ts';

/** 登录名: Latin letters, digits and three signs, so that it can be typed on any keyboard. */
const username = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9_.-]{1,31}$/));

export const CreateAccount = z.object({ personId: z.uuid(), username: username.optional() });
export const AccountInput = z.object({ accountId: z.uuid() });
export const OpenSetupAccount = z.object({ username, name: z.string().trim().min(2).max(30) });

export type AccountRefusal =
  | { readonly kind: 'person-has-account'; readonly name: string }
  | { readonly kind: 'username-taken'; readonly username: string }
  | { readonly kind: 'own-account' }
  | { readonly kind: 'security-admin-resets' }
  | { readonly kind: 'system-admin-resets' }
  | { readonly kind: 'administers-elsewhere' }
  | { readonly kind: 'not-a-setup-account' }
  | { readonly kind: 'administrators-missing'; readonly roles: readonly Administrator[] };

export function isUsername(text: string): boolean {
  return username.safeParse(text).success;
}

/** A name for whoever chose none: the district's code and a running number, which gives nothing away about the person. */
export function usernameOf(district: string, number: number): string {
  return `${district}${String(number).padStart(3, '0')}`;
}

/** Whose words nobody but the security administrator gives out: whoever resets a password holds the account until its owner comes. */
export const GUARDED: readonly Role[] = ['security-admin', 'audit-admin'];

export type ResetCase = {
  readonly actor: readonly string[];
  /** Roles of the account in the district of the actor, and in the others. */
  readonly here: readonly Role[];
  readonly elsewhere: readonly Role[];
};

/** 三员分立: the system administrator resets no password of those who watch him; the security administrator resets those, and no others. */
export function mayReset({ actor, here, elsewhere }: ResetCase): Result<null, AccountRefusal> {
  if (administratorRoles(elsewhere).length > 0) return refuse({ kind: 'administers-elsewhere' });
  if (actor.includes('setup')) return accept(null);
  const isGuarded = here.some((role) => GUARDED.includes(role));
  if (isGuarded && !actor.includes('security-admin')) return refuse({ kind: 'security-admin-resets' });
  if (!isGuarded && !actor.includes('system-admin')) return refuse({ kind: 'system-admin-resets' });
  return accept(null);
}

/** 关闭初始设置账号: only when each of the three administrators has an account, or nobody could open one again. */
export function closeSetup(account: { readonly isSetup: boolean }, heldRoles: readonly Role[]): Result<null, AccountRefusal> {
  if (!account.isSetup) return refuse({ kind: 'not-a-setup-account' });
  const missing = ADMINISTRATORS.filter((role) => !heldRoles.includes(role));
  return missing.length === 0 ? accept(null) : refuse({ kind: 'administrators-missing', roles: missing });
}
