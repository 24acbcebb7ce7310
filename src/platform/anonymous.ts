import { Problem } from '#/kernel/problem.ts';
import type { AnonymousCommand, Outcome } from './command.ts';
import type { Writer } from './db.ts';
import { inTransaction, reading, type World } from './transaction.ts';

/** Nobody: the helpers that write rows ask for an actor, and what they note of him is thrown away with the transaction's object. */
const NOBODY = { accountId: '', name: '', postId: null, postTitle: '', unitId: null, roles: [] } as const;

// biome-ignore lint/suspicious/noExplicitAny: what a command takes and gives is typed where it is called.
type Any = AnonymousCommand<any, unknown, unknown, any>;

/** Runs a command without a person over connections that see nothing of persons. What it did stands in its own chain and nowhere else. */
export async function runAnonymous(world: World, it: Any, district: string, sent: unknown): Promise<Outcome> {
  const pool = world.anonymousPool;
  if (pool === null) throw new Problem(404, 'no-anonymous-role');
  const narrow = { ...world, pool };
  const input: unknown = it.input.parse(sent);
  const ahead: unknown = await it.ahead?.((work) => reading(narrow, district, work), input);
  return inTransaction(narrow, district, 'read write', async (reader) => {
    const writer: Writer = { ...reader, actor: NOBODY, commandId: '', base: {}, changes: [] };
    const value = await it.run(writer, input, ahead);
    return { commit: value.ok, value };
  });
}
