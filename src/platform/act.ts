import type { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { audit, auditDenial } from './audit.ts';
import { ChangedSince, type Command, type CommonRefusal, Envelope, type Outcome } from './command.ts';
import type { Writer } from './db.ts';
import { type Ending, isOvertaken } from './journal.ts';
import { bodyDigest, bodyText, findOutcome, type Sending, type StoredOutcome, sameOutcome, storeOutcome } from './outcome.ts';
import { type Actor, isAllowed, type Permissions } from './roles.ts';
import { inTransaction, type Reader, reading, type World } from './transaction.ts';

export type ExecuteDeps = {
  readonly world: World;
  readonly permissions: Permissions;
  readonly onPublicChange?: (district: string) => void;
};

export type Caller = { readonly district: string; readonly actor: Actor; readonly source?: string };

/** Who acts, and why not, where he may not act at all (from another site, without a post here). */
export type Identified = { readonly actor: Actor; readonly denied: Problem | null };

/** Somebody whose log-in and posts are read in the transaction in which he acts. */
export type Arrival = { readonly district: string; readonly source?: string; readonly identify: (reader: Reader) => Promise<Identified> };

// biome-ignore lint/suspicious/noExplicitAny: what a command takes and gives is typed where it is called.
type Any = Command<any, unknown, unknown, any>;

/** A command that somebody sent. */
export type Order = { readonly it: Any; readonly arrival: Arrival; readonly sent: Envelope };

/** `fresh` says that the command ran now; otherwise its id had an outcome already. */
export type Run = { readonly outcome: Outcome; readonly fresh: boolean };

/** A command as it ran in a transaction, and what ends it where it is accepted. */
export type Act = Run & { readonly ending: Ending | null };

/** What became known on the way, for those who must hear of a fault. */
export type Known = { actor?: Actor; sending?: Sending; changes?: readonly unknown[] };

/** Runs one command in a transaction, its own or a shared one, up to its end: nothing is journaled yet. */
export async function act(deps: ExecuteDeps, { it, arrival, sent }: Order, reader: Reader, known: Known): Promise<Act> {
  const identified = Promise.all([arrival.identify(reader), findEarlier(reader, sent)]);
  const parsed = it.ahead && it.input.safeParse(sent?.input);
  const ahead = askAhead(it, reader, parsed);
  const [{ actor, denied }, earlier] = await identified;
  known.actor = actor;
  if (denied !== null) throw denied;
  const { envelope, body } = opened(deps, it, actor, sent);
  const input: unknown = parsed?.success ? parsed.data : it.input.parse(envelope.input);
  const sending: Sending = { id: envelope.id, command: it.name, body, actor };
  if (earlier !== undefined) return { ...earlierRun(reader, earlier, sending), ending: null };
  known.sending = sending;
  const writer: Writer = { ...reader, actor, commandId: envelope.id, base: envelope.base, changes: [] };
  known.changes = writer.changes;
  const outcome = await runWithBase(it, writer, input, ahead);
  if (!outcome.ok) return { outcome, fresh: true, ending: null };
  const closing = { command: it.name, subject: it.subject(input), bodyDigest: bodyDigest(reader, body), outcome };
  return { outcome, fresh: true, ending: { writer, closing } };
}

/** What is left to do once it is known whether the transaction was kept. */
export async function ended(deps: ExecuteDeps, { it, arrival }: Order, { sending }: Known, { outcome, fresh }: Run): Promise<Outcome> {
  if (!fresh) return outcome;
  if (!outcome.ok) return storeRefusal(deps, arrival, sending!, outcome);
  if (it.changesPublicPages) deps.onPublicChange?.(arrival.district);
  return outcome;
}

async function findEarlier(reader: Reader, sent: Envelope): Promise<StoredOutcome | undefined> {
  const id = Envelope.shape.id.safeParse(sent?.id);
  return id.success ? findOutcome(reader, id.data) : undefined;
}

/** Nobody is known yet: what comes of it, an answer or a fault, reaches only who turns out to be allowed. */
function askAhead(it: Any, reader: Reader, input: z.ZodSafeParseResult<unknown> | undefined): Promise<unknown> | undefined {
  if (!input?.success) return undefined;
  const ahead = it.ahead!(reader, input.data);
  ahead.catch(() => {});
  return ahead;
}

function earlierRun(reader: Reader, earlier: StoredOutcome, sending: Sending): Run {
  return { outcome: sameOutcome(reader, earlier, sending), fresh: false };
}

function opened({ permissions }: ExecuteDeps, it: Any, actor: Actor, sent: Envelope) {
  const envelope = Envelope.parse(sent);
  if (envelope.version !== it.version) throw new Problem(400, 'command-version', { wants: it.version, sent: envelope.version });
  const body = bodyText([it.name, it.version, envelope.input]);
  if (!isAllowed(permissions, it.permission, actor)) throw new Problem(403, 'not-allowed', { permission: it.permission });
  return { envelope, body };
}

/**
 * A command that failed may have been beaten by another sending of itself, and both must hear the same. Otherwise a denial is noted, and the
 * fault goes on.
 */
export async function heard({ world }: ExecuteDeps, { it, arrival }: Order, { actor, sending }: Known, fault: unknown): Promise<Run> {
  if (isOvertaken(fault)) throw fault;
  if (sending !== undefined) {
    const run = await reading(world, arrival.district, async (reader) => {
      const earlier = await findOutcome(reader, sending.id);
      return earlier === undefined ? null : earlierRun(reader, earlier, sending);
    });
    if (run !== null) return run;
  }
  if (actor !== undefined && fault instanceof Problem && fault.status === 403) {
    await auditDenial(world, { ...arrival, actor }, { command: it.name, permission: it.permission }, fault);
  }
  throw fault;
}

async function runWithBase(it: Any, writer: Writer, input: unknown, ahead: Promise<unknown> | undefined): Promise<Outcome> {
  try {
    return await it.run(writer, input, await ahead);
  } catch (fault) {
    if (!(fault instanceof ChangedSince)) throw fault;
    const { subject, seen, current } = fault.facts as Omit<CommonRefusal, 'kind'>;
    return { ok: false, refusal: { kind: 'changed-since', subject, seen, current } };
  }
}

/** Returns what the id stands for: another sender of the same id may have been heard in between. */
async function storeRefusal({ world }: ExecuteDeps, { district, source }: Arrival, sending: Sending, outcome: Outcome): Promise<Outcome> {
  return inTransaction(world, district, 'read write', async (reader) => {
    if (!(await storeOutcome(reader, sending, outcome))) {
      const earlier = (await findOutcome(reader, sending.id))!;
      return { commit: false, value: sameOutcome(reader, earlier, sending) };
    }
    const refusal = outcome.ok ? null : (outcome.refusal as { kind?: string });
    const line = { command: sending.command, result: 'refused', code: refusal?.kind ?? null } as const;
    await audit(reader.client, district, { actor: sending.actor.accountId, ...(source === undefined ? {} : { source }), ...line });
    return { commit: true, value: outcome };
  });
}
