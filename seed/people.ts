import type pg from 'pg';
import { type Composition, OPERATOR } from '#/compose.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { createAccount } from '#/organisation/actions/accounts.ts';
import { appoint, createPost } from '#/organisation/actions/posts.ts';
import { setUpUnit } from '#/organisation/actions/units.ts';
import { type PostKind, ROLES_OF_KIND } from '#/organisation/rules/post.ts';
import { type AnyCommand, envelopeOf } from '#/platform/command.ts';
import { execute } from '#/platform/execute.ts';
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

/** The world as of a day, at ten in the morning. */
export function worldOn({ world }: Pick<Composition, 'world'>, day: CivilDate): Composition['world'] {
  return { ...world, today: async () => day, now: () => new Date(`${day}T10:00:00+08:00`) };
}

/** The same on an earlier day: what a fictional district did before the day of the demo is written down as of the day it did it. */
export function mustOn({ execute: deps, world }: Composition, district: string, day: CivilDate): Must {
  const then = { ...deps, world: worldOn({ world }, day) };
  const run = async (command: AnyCommand, input: unknown, actor: Actor = OPERATOR) => {
    if ('anonymous' in command) throw new Error(`${command.name} has no actor`);
    return execute(then, command, { district, actor }, envelopeOf(command, input, newId()));
  };
  return async <Value>(command: AnyCommand, input: unknown, actor?: Actor) => {
    const outcome = await run(command, input, actor);
    if (!outcome.ok) throw new Error(`demo on ${day}: ${command.name} ${JSON.stringify(outcome.refusal)}`);
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
