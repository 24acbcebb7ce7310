/** 角色: what a post may do. Roles bind to posts, never to persons, so that a change of office needs no change of rights. */
export const ROLES = [
  'setup',
  'system-admin',
  'security-admin',
  'audit-admin',
  'office',
  'leader',
  'unit-head',
  'deputy-head',
  'liaison',
  'congress-office',
  'teller',
  'scrutineer',
] as const;

export type Role = (typeof ROLES)[number];

/** 三员: nobody holds two of these (GB/T 22239-2019, level 3: 系统管理, 审计管理, 安全管理 are kept apart). */
export const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

export type Administrator = (typeof ADMINISTRATORS)[number];

export function administratorRoles(roles: readonly Role[]): readonly Administrator[] {
  return ADMINISTRATORS.filter((it) => roles.includes(it));
}
