import type pg from 'pg';
import type { Composition } from '#/compose.ts';
import { createAccount } from '#/organisation/actions/accounts.ts';
import { appoint, createPost } from '#/organisation/actions/posts.ts';
import { setUpUnit } from '#/organisation/actions/units.ts';
import { type PostKind, ROLES_OF_KIND } from '#/organisation/rules/post.ts';
import type { AnyCommand } from '#/platform/command.ts';
import type { Actor } from '#/platform/roles.ts';
import { setKnownPassword } from '#/platform/session/accounts.ts';

/** One password for all demo accounts; it is printed at the start and opens nothing else. */
export const DEMO_PASSWORD = 'luoshi-demo-2026';

export type DemoPerson = {
  readonly username: string;
  /** Plainly fictional. */
  readonly name: string;
  readonly unit: string;
  readonly kind: Exclude<PostKind, 'setup'>;
};

export type Must = <Value>(command: AnyCommand, input: unknown, actor?: Actor) => Promise<Value>;

/** Runs commands in a district and stops at the first refusal: the demo has no use for half a district. */
export function mustIn({ run }: Composition, district: string): Must {
  return async <Value>(command: AnyCommand, input: unknown, actor?: Actor) => {
    const outcome = await run(command, district, input, actor);
    if (!outcome.ok) throw new Error(`demo: ${command.name} ${JSON.stringify(outcome.refusal)}`);
    return outcome.value as Value;
  };
}

/** Sets up people with units, posts and accounts, and returns them as actors by user name. */
export async function seedPeople(must: Must, pool: pg.Pool, people: readonly DemoPerson[]): Promise<ReadonlyMap<string, Actor>> {
  const units = new Map<string, string>();
  const actors = new Map<string, Actor>();
  for (const { username, name, unit, kind } of people) {
    if (!units.has(unit)) units.set(unit, (await must<{ id: string }>(setUpUnit, { name: unit, sortOrder: units.size + 1 })).id);
    const unitId = units.get(unit)!;
    const { id: postId } = await must<{ id: string }>(createPost, { unitId, kind });
    const { personId } = await must<{ personId: string }>(appoint, { postId, person: { name }, fromOn: '2025-01-01' });
    const { accountId } = await must<{ accountId: string }>(createAccount, { personId, username });
    await setKnownPassword(pool, accountId, DEMO_PASSWORD);
    actors.set(username, { accountId, name, postId, postTitle: name, unitId, roles: ROLES_OF_KIND[kind] });
  }
  return actors;
}
