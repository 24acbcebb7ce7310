import { Problem } from '#/kernel/problem.ts';
import { ADMINISTRATORS } from '#/kernel/role.ts';
import { lookUp } from '../gather.ts';
import { type Permissions, permissionsOf } from '../roles.ts';
import type { Reader, World } from '../transaction.ts';
import type { Session, SessionLayer } from '../web/deps.ts';
import { actorOf, choosePost, standOf } from './actor.ts';
import type { PostSource, SessionContext } from './context.ts';
import { tokenOf } from './cookie.ts';
import { csrfTokenOf } from './csrf.ts';
import { openLibrary } from './library.ts';
import { openProvider } from './oidc/provider.ts';
import type { OidcSettings } from './oidc/settings.ts';
import { sessionRoutes } from './routes.ts';
import { type ActorPost, DEFAULT_LIMITS, type SessionLimits } from './rules.ts';
import { findLogInsByToken, type LogIn, noteSeen } from './store.ts';

/** Names the post that the caller acts under, where an account holds several; by default the first. */
const POST_HEADER = 'x-luoshi-post';

export type SessionSettings = {
  readonly limits?: Partial<SessionLimits>;
  readonly totpRoles?: SessionContext['totpRoles'];
  readonly oidc?: OidcSettings | null;
};

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
    provider: settings.oidc ? openProvider(settings.oidc) : null,
    permissionsOf: (roles) => permissionsOf(permissions, { roles }),
  };
}

const MOST_REMEMBERED = 10_000;

/** Real accounts, log-ins and posts behind the web. */
export function makeSessionLayer(it: SessionContext): SessionLayer {
  // Whose log-in a token is never changes, and whether it still stands is asked each time: with it the posts are asked for in the same breath.
  const accounts = new Map<string, Known>();
  const findLogIns = ({ client }: Reader, tokens: readonly string[]) => findLogInsByToken(client, tokens, it.limits);
  return {
    register: (app) => sessionRoutes(app, it),
    async findSession(request, reader): Promise<Session | null> {
      const token = tokenOf(it.world.keys, request.headers.cookie);
      if (token === null) return null;
      const known = accounts.get(token);
      const [found, posts] = await Promise.all([
        lookUp(reader, findLogIns, token),
        known === undefined ? null : it.posts.postsOf(reader, known.accountId),
      ]);
      if (found === null) return null;
      if (accounts.size >= MOST_REMEMBERED) accounts.clear();
      const { accountId, csrfToken } = known ?? { accountId: found.accountId, csrfToken: csrfTokenOf(it.world.keys, found.sessionId) };
      if (known === undefined) accounts.set(token, { accountId, csrfToken });
      // Beside this transaction, which may only read or may come to nothing.
      if (found.stale) noteSeen(it.world.pool, found).catch(() => {});
      const held = posts ?? (await it.posts.postsOf(reader, accountId));
      return { ...sessionOf(it, found, held, request.headers[POST_HEADER]), csrfToken };
    },
  };
}

type Known = Pick<Session, 'csrfToken'> & { readonly accountId: string };

function sessionOf(
  it: SessionContext,
  found: LogIn,
  posts: readonly ActorPost[],
  named: string | string[] | undefined,
): Omit<Session, 'csrfToken'> {
  const stand = standOf(it, found, posts);
  if (stand === 'enrol-totp') throw new Problem(403, 'enrol-totp-first');
  return {
    actor: actorOf(found, choosePost(posts, named)),
    mustChangePassword: found.mustChangePassword,
  };
}
