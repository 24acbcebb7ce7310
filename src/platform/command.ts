import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { Result } from '#/kernel/result.ts';
import { audit } from './audit.ts';
import type { Writer } from './db.ts';
import { appendEntry } from './journal.ts';
import { type Actor, isAllowed, type Permissions } from './roles.ts';
import { keyedWithId, matchesKeyed } from './secrets.ts';
import { inTransaction, type Reader, type World } from './transaction.ts';

/** One thing that a person may do. Web, field, jobs and the command line all run the same command. */
export type Command<Input, Value, Refusal> = {
  /** `stage.verb-noun` */
  readonly name: string;
  readonly version: number;
  readonly input: z.ZodType<Input>;
  readonly permission: string;
  /** What the journal files the entry under. */
  readonly subject: (input: Input) => string;
  /** Set when an accepted command may change what the public pages show. */
  readonly changesPublicPages?: boolean;
  readonly run: (writer: Writer, input: Input) => Promise<Result<Value, Refusal>>;
};

/** A command without a person (the ballot box): no actor, no journal entry, no outcome row; its stage keeps a chain of its own. */
export type AnonymousCommand<Input, Value, Refusal> = {
  readonly name: string;
  readonly version: number;
  readonly anonymous: true;
  readonly input: z.ZodType<Input>;
  readonly run: (reader: Reader, input: Input) => Promise<Result<Value, Refusal>>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of commands mixes their types; the names say which is which.
export type AnyCommand = Command<any, unknown, unknown> | AnonymousCommand<any, unknown, unknown>;

export function command<Input, Value, Refusal>(it: Command<Input, Value, Refusal>): Command<Input, Value, Refusal> {
  return it;
}

export function anonymousCommand<Input, Value, Refusal>(
  it: AnonymousCommand<Input, Value, Refusal>,
): AnonymousCommand<Input, Value, Refusal> {
  return it;
}

/** What crosses the wire. `id` is made by the sender and makes a repeated sending harmless. */
export const Envelope = z.object({
  id: z.uuid(),
  name: z.string().max(100),
  version: z.number().int().positive(),
  input: z.unknown(),
  /** The versions of the subjects the sender saw. */
  base: z.record(z.string(), z.number().int()).default({}),
  madeAt: z.iso.datetime({ offset: true }).optional(),
  device: z.string().max(200).default('web'),
});
export type Envelope = z.input<typeof Envelope>;

export type Outcome<Value = unknown, Refusal = unknown> = Result<Value, Refusal>;

/** Refusals that any command may meet. */
export type CommonRefusal = { readonly kind: 'changed-since'; readonly subject: string; readonly seen: number; readonly current: number };

class ChangedSince extends Problem {
  constructor(facts: Readonly<Record<string, unknown>>) {
    super(409, 'changed-since', facts);
  }
}

/** Refuses when the subject moved on since the sender looked at it; call it with the version just read for update. */
export function checkBase(writer: Writer, subject: string, current: number): void {
  const seen = writer.base[subject];
  if (seen !== undefined && seen !== current) throw new ChangedSince({ subject, seen, current });
}

export type ExecuteDeps = {
  readonly world: World;
  readonly permissions: Permissions;
  readonly onPublicChange?: (district: string) => void;
};
export type Caller = { readonly district: string; readonly actor: Actor; readonly source?: string };

/**
 * Runs one command: permission, rule, writes, journal entry and outcome in one transaction. A refusal rolls back and is stored with its audit
 * line in a transaction of its own; so is a denial. The same id answers the same outcome; with another body it is 409 `reused-id`.
 */
export async function execute<Input, Value, Refusal>(
  deps: ExecuteDeps,
  it: Command<Input, Value, Refusal>,
  caller: Caller,
  sent: Envelope,
): Promise<Outcome<Value, Refusal | CommonRefusal>> {
  const envelope = Envelope.parse(sent);
  if (envelope.version !== it.version) throw new Problem(400, 'command-version', { wants: it.version, sent: envelope.version });
  const body = bodyText([it.name, it.version, envelope.input]);
  if (!isAllowed(deps.permissions, it.permission, caller.actor)) {
    await auditAlone(deps, caller, { command: it.name, result: 'denied', code: it.permission });
    throw new Problem(403, 'not-allowed', { permission: it.permission });
  }
  const input = it.input.parse(envelope.input);
  const run = await inTransaction(deps.world, caller.district, 'read write', async (reader) => {
    const earlier = await claim(reader, { id: envelope.id, name: it.name, body }, caller.actor);
    if (earlier !== null) return { commit: false, value: { outcome: earlier as Outcome<Value, Refusal>, fresh: false } };
    const writer: Writer = { ...reader, actor: caller.actor, commandId: envelope.id, base: envelope.base, changes: [] };
    const outcome = await runWithBase(it, writer, input);
    if (outcome.ok) await appendEntry(writer, { command: it.name, subject: it.subject(input), outcome });
    return { commit: outcome.ok, value: { outcome, fresh: true } };
  }).catch(async (fault: unknown) => {
    if (fault instanceof Problem && fault.status === 403) {
      await auditAlone(deps, caller, { command: it.name, result: 'denied', code: fault.code });
    }
    throw fault;
  });
  if (run.fresh && !run.outcome.ok) {
    const refused = { id: envelope.id, name: it.name, body, outcome: run.outcome };
    return (await storeRefusal(deps, caller, refused)) as Outcome<Value, Refusal | CommonRefusal>;
  }
  if (run.fresh && run.outcome.ok && it.changesPublicPages) deps.onPublicChange?.(caller.district);
  return run.outcome;
}

/** What JSON escapes and no text column keeps: the zero character, and half of a surrogate pair. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** One text for one body, in whatever order its fields were written. */
function bodyText(body: readonly unknown[]): string {
  const text = JSON.stringify(body, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  if (UNSTORABLE.test(text)) throw new Problem(400, 'malformed', { fields: [] });
  return text;
}

async function runWithBase<Input, Value, Refusal>(
  it: Command<Input, Value, Refusal>,
  writer: Writer,
  input: Input,
): Promise<Outcome<Value, Refusal | CommonRefusal>> {
  try {
    return await it.run(writer, input);
  } catch (fault) {
    if (!(fault instanceof ChangedSince)) throw fault;
    const { subject, seen, current } = fault.facts as { subject: string; seen: number; current: number };
    return { ok: false, refusal: { kind: 'changed-since', subject, seen, current } };
  }
}

/** A command as it was sent: one id stands for one body. */
type Sent = { readonly id: string; readonly name: string; readonly body: string };

/** Takes the id for this body, or returns the outcome it already has. Two senders of one id wait for each other here. */
async function claim({ client, district, keys }: Reader, { id, name, body }: Sent, actor: Actor): Promise<unknown> {
  const taken = await client.query({
    name: 'outcome-claim',
    text: `insert into platform.outcome (district, id, command, body_digest, actor) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [district, id, name, keyedWithId(keys, 'command', body), actor.accountId],
  });
  if (taken.rowCount === 1) return null;
  const earlier = await client.query<{ body_digest: string; outcome: unknown; actor: string }>(
    `select body_digest, outcome, actor from platform.outcome where district = $1 and id = $2`,
    [district, id],
  );
  const row = earlier.rows[0]!;
  if (!matchesKeyed(keys, 'command', body, row.body_digest) || row.actor !== actor.accountId) throw new Problem(409, 'reused-id', { id });
  return row.outcome;
}

type Refused = Sent & { readonly outcome: Outcome };

/** Returns what the id stands for: another sender of the same id may have been heard in between, and both must hear the same. */
async function storeRefusal({ world }: ExecuteDeps, caller: Caller, { outcome, ...sent }: Refused): Promise<unknown> {
  return inTransaction(world, caller.district, 'read write', async (reader) => {
    const earlier = await claim(reader, sent, caller.actor);
    if (earlier !== null) return { commit: false, value: earlier };
    const { client, district } = reader;
    await client.query('update platform.outcome set outcome = $3 where district = $1 and id = $2', [
      district,
      sent.id,
      JSON.stringify(outcome),
    ]);
    const refusal = outcome.ok ? null : (outcome.refusal as { kind?: string });
    await audit(client, district, { ...who(caller), command: sent.name, result: 'refused', code: refusal?.kind ?? null });
    return { commit: true, value: outcome };
  });
}

async function auditAlone(
  { world }: ExecuteDeps,
  caller: Caller,
  line: { command: string; result: 'refused' | 'denied'; code: string },
): Promise<void> {
  await inTransaction(world, caller.district, 'read write', async ({ client, district }) => {
    await audit(client, district, { ...who(caller), ...line });
    return { commit: true, value: null };
  });
}

function who(caller: Caller): { actor: string; source?: string } {
  return { actor: caller.actor.accountId, ...(caller.source === undefined ? {} : { source: caller.source }) };
}

/** For jobs, the command line and the seed: a fresh envelope around an input. */
export function envelopeOf(it: { name: string; version: number }, input: unknown, id: string, device = 'server'): Envelope {
  return { id, name: it.name, version: it.version, input, base: {}, device };
}
