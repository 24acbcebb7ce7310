import { Problem } from '#/kernel/problem.ts';
import { administratorRoles } from '#/kernel/role.ts';
import type { Actor } from '../roles.ts';
import { reading } from '../transaction.ts';
import type { SessionContext } from './context.ts';
import { tokenOf } from './cookie.ts';
import type { ActorPost, Stand } from './rules.ts';
import { findLogInByToken, type LogIn, noteSeen } from './store.ts';

export async function findLogIn(it: SessionContext, cookie: string | undefined): Promise<LogIn | null> {
  const token = tokenOf(it.world.keys, cookie);
  const found = token === null ? null : await findLogInByToken(it.world.pool, token, it.limits);
  if (found?.stale) await noteSeen(it.world.pool, found);
  return found;
}

export async function getLogIn(it: SessionContext, cookie: string | undefined): Promise<LogIn> {
  const found = await findLogIn(it, cookie);
  if (found === null) throw new Problem(401, 'log-in');
  return found;
}

/** What stands before everything else: the first password must go, and an administrator needs a second factor. */
export function standOf(it: Pick<SessionContext, 'totpRoles'>, found: LogIn, posts: readonly ActorPost[]): Stand {
  if (found.mustChangePassword) return 'change-password';
  const asksCode = administratorRoles(posts.flatMap((post) => post.roles)).some((role) => it.totpRoles.includes(role));
  return asksCode && !found.hasTotp && !found.providerMfa ? 'enrol-totp' : 'ready';
}

/** Under several posts a person acts by the one he names, otherwise by the first. */
export function choosePost(posts: readonly ActorPost[], named: string | string[] | undefined): ActorPost | undefined {
  return named === undefined ? posts[0] : posts.find((post) => post.postId === named);
}

/** Without a post in the district somebody is known there, and may do nothing. */
export function actorOf(found: LogIn, post: ActorPost | undefined): Actor {
  return {
    accountId: found.accountId,
    name: found.name,
    postId: post?.postId ?? null,
    postTitle: post?.title ?? '',
    unitId: post?.unitId ?? null,
    roles: post?.roles ?? [],
  };
}

/** The actor of a cookie, for the command line and the bench; the web goes through the session layer. */
export async function findActor(it: SessionContext, cookie: string | undefined, district: string): Promise<Actor | null> {
  const found = await findLogIn(it, cookie);
  if (found === null) return null;
  const posts = await reading(it.world, district, (reader) => it.posts.postsOf(reader, found.accountId));
  return actorOf(found, posts[0]);
}
