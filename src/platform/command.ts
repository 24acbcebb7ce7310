import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { Result } from '#/kernel/result.ts';
import type { Writer } from './db.ts';
import type { Reader } from './transaction.ts';

/** One thing that a person may do. Web, field, jobs and the command line all run the same command. */
export type Command<Input, Value, Refusal, Ahead = void> = {
  /** `stage.verb-noun` */
  readonly name: string;
  readonly version: number;
  readonly input: z.ZodType<Input>;
  readonly permission: string;
  /** What the journal files the entry under. */
  readonly subject: (input: Input) => string;
  /** Set when an accepted command may change what the public pages show. */
  readonly changesPublicPages?: boolean;
  /** What the rule will read in any case, for commands that come by the hundred: asked in one breath with the log-in. It only reads, and may hold what it reads. */
  readonly ahead?: (reader: Reader, input: Input) => Promise<Ahead>;
  /**
   * Set where two of them need not wait for each other and the last it does is to add its row unread: those that come while others are at
   * work share a transaction then. Locks do not keep them apart from each other.
   */
  readonly inCompany?: boolean;
  readonly run: (writer: Writer, input: Input, ahead: Ahead) => Promise<Result<Value, Refusal>>;
};

/** Reads before the command's own transaction, over the same narrow connections. */
export type Look = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;

/**
 * A command without a person (the ballot box): no actor, no journal entry, no outcome row, no line in a log, and a database role that sees
 * nothing of persons; its stage keeps a chain of its own.
 */
export type AnonymousCommand<Input, Value, Refusal, Ahead = void> = {
  readonly name: string;
  readonly version: number;
  readonly anonymous: true;
  readonly input: z.ZodType<Input>;
  /** What takes long and needs no transaction. */
  readonly ahead?: (look: Look, input: Input) => Promise<Ahead>;
  readonly run: (writer: Writer, input: Input, ahead: Ahead) => Promise<Result<Value, Refusal>>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of commands mixes their types; the names say which is which.
export type AnyCommand = Command<any, unknown, unknown, any> | AnonymousCommand<any, unknown, unknown, any>;

export function command<Input, Value, Refusal, Ahead = void>(
  it: Command<Input, Value, Refusal, Ahead>,
): Command<Input, Value, Refusal, Ahead> {
  return it;
}

export function anonymousCommand<Input, Value, Refusal, Ahead = void>(
  it: AnonymousCommand<Input, Value, Refusal, Ahead>,
): AnonymousCommand<Input, Value, Refusal, Ahead> {
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

export class ChangedSince extends Problem {
  constructor(facts: Readonly<Record<string, unknown>>) {
    super(409, 'changed-since', facts);
  }
}

/** Refuses when the subject moved on since the sender looked at it; call it with the version just read for update. */
export function checkBase(writer: Writer, subject: string, current: number): void {
  const seen = writer.base[subject];
  if (seen !== undefined && seen !== current) throw new ChangedSince({ subject, seen, current });
}

/** For jobs, the command line and the seed: a fresh envelope around an input. */
export function envelopeOf(it: { name: string; version: number }, input: unknown, id: string, device = 'server'): Envelope {
  return { id, name: it.name, version: it.version, input, base: {}, device };
}
