import type pg from 'pg';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Role } from '#/kernel/role.ts';
import type { Reader, World } from '../transaction.ts';
import type { Library } from './library.ts';
import type { Provider } from './oidc/provider.ts';
import type { ActorPost, SessionLimits } from './rules.ts';

export type AccountDistrict = { readonly district: string; readonly name: string; readonly demoToday: CivilDate | null };

/** Where and as what an account acts. The answers come from a stage, which the platform does not know. */
export type PostSource = {
  readonly districtsOf: (client: Pick<pg.ClientBase, 'query'>, accountId: string) => Promise<readonly AccountDistrict[]>;
  readonly postsOf: (reader: Reader, accountId: string) => Promise<readonly ActorPost[]>;
};

export type SessionContext = {
  readonly world: World;
  readonly limits: SessionLimits;
  /** Roles that need a second factor. */
  readonly totpRoles: readonly Role[];
  readonly library: Library;
  readonly posts: PostSource;
  /** The identity platform, where one is set up. */
  readonly provider: Provider | null;
  readonly permissionsOf: (roles: readonly Role[]) => readonly string[];
};
