import { Problem } from '#/kernel/problem.ts';
import { ADMINISTRATORS } from '#/kernel/role.ts';
import { type Permissions, permissionsOf } from '../roles.ts';
import { reading, type World } from '../transaction.ts';
import type { Session, SessionLayer } from '../web/deps.ts';
import { actorOf, choosePost, findLogIn, standOf } from './actor.ts';
import type { PostSource, SessionContext } from './context.ts';
import { csrfTokenOf } from './csrf.ts';
import { openLibrary } from './library.ts';
import { sessionRoutes } from './routes.ts';
import { DEFAULT_LIMITS, type SessionLimits } from './rules.ts';

/** Names the post that the caller acts under, where an account holds several; by default the first. */
export const POST_HEADER = 'x-luoshi-post';

export type SessionSettings = { readonly limits?: Partial<SessionLimits>; readonly totpRoles?: SessionContext['totpRoles'] };

export function makeSessionContext(
  world: World,
  posts: PostSource,
  permissions: Permissions,
  settings: SessionSettings = {},
): SessionContext {
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  return {
    world,
    limits,
    totpRoles: settings.totpRoles ?? ADMINISTRATORS,
    library: openLibrary(world.pool, world.keys, limits),
    posts,
    permissionsOf: (roles) => permissionsOf(permissions, { roles }),
  };
}

/** Real accounts, log-ins and posts behind the web. */
export function makeSessionLayer(it: SessionContext): SessionLayer {
  return {
    register: (app) => sessionRoutes(app, it),
    async findSession(request, district): Promise<Session | null> {
      const found = await findLogIn(it, request.headers.cookie);
      if (found === null) return null;
      const posts = await reading(it.world, district, (reader) => it.posts.postsOf(reader, found.accountId));
      const stand = standOf(it, found, posts);
      if (stand === 'enrol-totp') throw new Problem(403, 'enrol-totp-first');
      return {
        actor: actorOf(found, choosePost(posts, request.headers[POST_HEADER])),
        csrfToken: csrfTokenOf(it.world.keys, found.sessionId),
        mustChangePassword: found.mustChangePassword,
      };
    },
  };
}
