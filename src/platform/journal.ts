import type pg from 'pg';
import { readUnread } from './add-unread.ts';
import type { Chain, Head } from './chain.ts';
import { packChanges } from './change-batch.ts';
import { CANONICAL_FORM, type Change, type Writer } from './db.ts';
import { type Keys, keyedDigest } from './secrets.ts';
import type { Commit } from './transaction.ts';

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

/** An accepted command: what the journal says of it, and the outcome that its id stands for. */
export type Closing = {
  readonly command: string;
  readonly subject: string;
  readonly bodyDigest: string;
  readonly outcome: unknown;
};

/**
 * Ends an accepted command: appends the entry with its changes to the district's chain, stores the outcome under the command's id, and
 * commits, all in one message. The head is locked last of all locks, so that two commands never wait for each other crosswise.
 */
export async function appendEntry(writer: Writer, chain: Chain, closing: Closing, commit: Commit): Promise<void> {
  const { basis, mine, appended, committed } = await chain.inTurn(async (before) => {
    const basis = chain.known();
    if (basis === null) await Promise.all([before, readUnread(writer)]);
    const { seq, digest: previous } = basis?.head ?? (await lockHead(writer));
    const entry = entryOf(writer, closing, seq + 1, previous);
    const digest = entryDigest(writer.keys, entry);
    const appended = writer.client.query(appending(writer, closing, entry, digest));
    const committed = commit();
    return { value: { basis, mine: chain.follow({ seq: entry.seq, digest }), appended, committed }, answered: committed };
  });
  try {
    await Promise.all([readUnread(writer), appended]);
    await committed;
    mine.isKept = true;
  } catch (fault) {
    chain.lost(basis, isOtherHead(fault));
    throw fault;
  }
}

function entryOf({ district, actor, changes }: Writer, { command, subject }: Closing, seq: number, previous: string): Entry {
  const at = new Date().toISOString();
  return { district, seq, at, actor: actor.accountId, post: actor.postId, command, subject, changes, previous };
}

/**
 * Waits for the head, whoever holds it. Where it then is another than `previous`, the entry has none, which its table refuses (see
 * `isOvertaken`). Each part takes its district from the part before, so that the head is taken first: what came second waits there, and
 * nowhere else.
 */
const appendText = (batches: string) => `with turn as materialized (select platform.await_head($1, $9, $2)),
       head as (
         update platform.journal_head set seq = $2, digest = $10, previous = digest from turn where district = $1
         returning previous = $9 as is_ours),
       entry as (
         insert into platform.journal_entry (district, seq, at, actor, post, command, command_id, subject, previous, digest, form, key_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, (select case when is_ours then $9::text end from head), $10, $11, $12) returning district, seq),
       outcome as (
         insert into platform.outcome (district, id, command, body_digest, outcome, actor) select district, $7, $6, $13, $14, $4 from entry)${batches}
       insert into platform.change (district, seq, position, table_name, key, digest, erased)
       select entry.district, entry.seq, c.position, c.table_name, c.key, nullif(c.digest, ''), c.erased
         from entry, unnest($15::int[], $16::text[], $17::text[], $18::text[], $19::boolean[]) as c (position, table_name, key, digest, erased)`;

const APPEND = appendText('');
const APPEND_BATCHES = appendText(`, batch as (
         insert into platform.change_batch (district, seq, position, table_name, lines, keys, digests, erased)
         select entry.district, entry.seq, b.position, b.table_name, b.lines, b.keys, b.digests, b.digests is null
           from entry, unnest($20::int[], $21::text[], $22::int[], $23::text[], $24::bytea[]) as b (position, table_name, lines, keys, digests))`);

function appending({ commandId, keys }: Writer, { bodyDigest, outcome }: Closing, entry: Entry, digest: string): pg.QueryConfig {
  const { district, seq, at, actor, post, command, subject, changes, previous } = entry;
  const about = [district, seq, at, actor, post, command, commandId, subject, previous, digest, CANONICAL_FORM, keys.current];
  const { singles, batches } = packChanges(changes);
  const columns = [
    singles.map((it) => it.position),
    singles.map((it) => it.table),
    singles.map((it) => it.key),
    singles.map((it) => it.digest ?? ''),
    singles.map((it) => it.erased),
  ];
  const values = [...about, bodyDigest, JSON.stringify(outcome), ...columns];
  if (batches.length === 0) return { name: 'journal-append', text: APPEND, values };
  const packed = [
    batches.map((it) => it.position),
    batches.map((it) => it.table),
    batches.map((it) => it.lines),
    batches.map((it) => it.keys),
    batches.map((it) => it.digests),
  ];
  return { name: 'journal-append-batches', text: APPEND_BATCHES, values: [...values, ...packed] };
}

/**
 * Another was faster: a command of another process moved the head, or the same id was accepted in between. Nothing was kept; the command
 * is to run again on what it finds now.
 */
export function isOvertaken(fault: unknown): boolean {
  return isOtherHead(fault) || isSecondSending(fault);
}

function isOtherHead(fault: unknown): boolean {
  const { code, table, column } = fault as pg.DatabaseError;
  return code === '23502' && table === 'journal_entry' && column === 'previous';
}

function isSecondSending(fault: unknown): boolean {
  const { code, constraint } = fault as pg.DatabaseError;
  return code === '23505' && constraint === 'outcome_pkey';
}

/** A plain row lock lets those who wait come in turn; an upsert would wake all of them at every commit. */
async function lockHead({ client, district }: Writer): Promise<Head> {
  const held = await client.query<Head>({
    name: 'journal-head',
    text: 'select seq, digest from platform.journal_head where district = $1 for no key update',
    values: [district],
  });
  return held.rows[0] ?? (await makeHead(client, district));
}

/** The first command of a district; where two come at once, the second waits for the first here. */
async function makeHead(client: pg.ClientBase, district: string): Promise<Head> {
  const made = await client.query<Head>(
    `insert into platform.journal_head (district, seq, digest) values ($1, 1, $2)
     on conflict (district) do update set seq = journal_head.seq returning seq, digest`,
    [district, GENESIS],
  );
  const { seq, digest } = made.rows[0]!;
  return digest === GENESIS ? { seq: 0, digest } : { seq, digest };
}
