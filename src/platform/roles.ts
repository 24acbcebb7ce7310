import type { Role } from '#/kernel/role.ts';

export { ROLES, type Role } from '#/kernel/role.ts';

/** Who acts: an account in one district, by the post it holds there. */
export type Actor = {
  readonly accountId: string;
  readonly name: string;
  readonly postId: string | null;
  readonly postTitle: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
};

/** Permission → roles. `setup` may do everything until it is closed, and need not be listed. */
export type Permissions = Readonly<Record<string, readonly Role[]>>;

export function isAllowed(permissions: Permissions, permission: string, actor: Pick<Actor, 'roles'>): boolean {
  if (actor.roles.includes('setup')) return true;
  const roles = permissions[permission];
  return roles !== undefined && actor.roles.some((role) => roles.includes(role));
}

/** Everything an actor may do, for the screens. */
export function permissionsOf(permissions: Permissions, actor: Pick<Actor, 'roles'>): readonly string[] {
  return Object.keys(permissions).filter((permission) => isAllowed(permissions, permission, actor));
}
