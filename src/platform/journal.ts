import type pg from 'pg';
import { CANONICAL_FORM, type Change, type Writer } from './db.ts';
import { type Keys, keyedDigest } from './secrets.ts';

/** One entry of a district's chain (流水): who did what when, what changed, and the digest of the entry before. */
export type Entry = {
  readonly district: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly post: string | null;
  readonly command: string;
  readonly subject: string;
  readonly changes: readonly Change[];
  readonly previous: string;
};

/** The chain starts from this in every district. */
export const GENESIS = '0'.repeat(64);

/** Canonical text of an entry, form 1: a JSON array in fixed order. */
export function entryDigest(keys: Keys, entry: Entry, keyId?: string): string {
  const { district, seq, at, actor, post, command, subject, changes, previous } = entry;
  const lines = changes.map((it) => [it.table, it.key, it.digest, it.erased]);
  return keyedDigest(
    keys,
    'journal',
    JSON.stringify([CANONICAL_FORM, district, seq, at, actor, post, command, subject, lines, previous]),
    keyId,
  );
}

export type Closing = { readonly command: string; readonly subject: string; readonly outcome: unknown };

/**
 * Ends an accepted command: locks the head of the district's chain (last of all locks, so that two commands never wait for each other
 * crosswise), appends the entry with its changes, and stores the outcome under the command's id.
 */
export async function appendEntry(writer: Writer, { command, subject, outcome }: Closing): Promise<number> {
  const { client, district, keys } = writer;
  const { seq, previous } = await lockHead(writer);
  const entry: Entry = {
    district,
    seq,
    at: new Date().toISOString(),
    actor: writer.actor.accountId,
    post: writer.actor.postId,
    command,
    subject,
    changes: writer.changes,
    previous,
  };
  const digest = entryDigest(keys, entry);
  await client.query({
    name: 'journal-append',
    text: `with entry as (
             insert into platform.journal_entry (district, seq, at, actor, post, command, command_id, subject, previous, digest, form, key_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)),
           head as (update platform.journal_head set seq = $2, digest = $10 where district = $1),
           outcome as (update platform.outcome set outcome = $13 where district = $1 and id = $7)
           insert into platform.change (district, seq, position, table_name, key, digest, erased)
           select $1, $2, c.position, c.table_name, c.key, nullif(c.digest, ''), c.erased
             from unnest($14::int[], $15::text[], $16::text[], $17::text[], $18::boolean[]) as c (position, table_name, key, digest, erased)`,
    values: [
      district,
      seq,
      entry.at,
      entry.actor,
      entry.post,
      command,
      writer.commandId,
      subject,
      previous,
      digest,
      CANONICAL_FORM,
      keys.current,
      JSON.stringify(outcome),
      writer.changes.map((_, i) => i),
      writer.changes.map((it) => it.table),
      writer.changes.map((it) => it.key),
      writer.changes.map((it) => it.digest ?? ''),
      writer.changes.map((it) => it.erased),
    ],
  });
  return seq;
}

type Head = { readonly seq: number; readonly digest: string };

/** A plain row lock lets those who wait come in turn; an upsert would wake all of them at every commit. */
async function lockHead({ client, district }: Writer): Promise<{ readonly seq: number; readonly previous: string }> {
  const held = await client.query<Head>({
    name: 'journal-head',
    text: 'select seq + 1 as seq, digest from platform.journal_head where district = $1 for no key update',
    values: [district],
  });
  const { seq, digest } = held.rows[0] ?? (await makeHead(client, district));
  return { seq, previous: digest };
}

/** The first command of a district; where two come at once, the second waits for the first here. */
async function makeHead(client: pg.ClientBase, district: string): Promise<Head> {
  const made = await client.query<Head>(
    `insert into platform.journal_head (district, seq, digest) values ($1, 1, $2)
     on conflict (district) do update set seq = journal_head.seq + 1 returning seq, digest`,
    [district, GENESIS],
  );
  return made.rows[0]!;
}
