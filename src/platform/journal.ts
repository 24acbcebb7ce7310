import type pg from 'pg';
import { readUnread } from './add-unread.ts';
import type { Basis, Chain, Head } from './chain.ts';
import { packChanges } from './change-batch.ts';
import { CANONICAL_FORM, type Change, type Writer } from './db.ts';
import { sendRows } from './gather.ts';
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

/** An accepted command that is to be ended. */
export type Ending = { readonly writer: Writer; readonly closing: Closing };

/**
 * Ends the accepted commands of one transaction: appends their entries with their changes to the district's chain, stores each outcome under
 * its command's id, and commits, all in one message. The head is locked last of all locks, so that two transactions never wait for each other
 * crosswise.
 */
export async function appendEntries(endings: readonly Ending[], chain: Chain, commit: Commit): Promise<void> {
  const { writer } = endings[0]!;
  const { basis, mine, rows, appended, committed } = await chain.inTurn(async (before) => {
    const rows = sendRows(writer);
    const basis = chain.known();
    if (basis === null) await Promise.all([before, rows, ...endings.map((it) => readUnread(it.writer))]);
    rows.catch(() => {});
    const { head, follows } = basis ?? { head: await lockHead(writer), follows: 0 };
    const entries = chained(endings, head);
    const appended = writer.client.query(appending(endings, entries, { ...head, follows }));
    const committed = commit();
    const mine = chain.follow({ seq: head.seq + entries.length, digest: entries.at(-1)!.digest }, head.seq);
    return { value: { basis, mine, rows, appended, committed }, answered: committed };
  });
  try {
    await Promise.all([...endings.map((it) => readUnread(it.writer)), rows, appended]);
    await committed;
    mine.isKept = true;
  } catch (fault) {
    chain.lost(basis, isOtherHead(fault));
    throw fault;
  }
}

type Chained = Entry & { readonly digest: string };

/** Each entry continues the one before it, the first the head. */
function chained(endings: readonly Ending[], head: Head): readonly Chained[] {
  const entries: Chained[] = [];
  for (const { writer, closing } of endings) {
    const entry = entryOf(writer, closing, head.seq + 1 + entries.length, entries.at(-1)?.digest ?? head.digest);
    entries.push({ ...entry, digest: entryDigest(writer.keys, entry) });
  }
  return entries;
}

function entryOf({ district, actor, changes }: Writer, { command, subject }: Closing, seq: number, previous: string): Entry {
  const at = new Date().toISOString();
  return { district, seq, at, actor: actor.accountId, post: actor.postId, command, subject, changes, previous };
}

/**
 * Waits for the head, whoever holds it. Where it then is another than the first entry's `previous`, that entry has none, which its table
 * refuses (see `isOvertaken`). Each part waits for the part before, so that the head is taken first: what came second waits there, and nowhere
 * else.
 */
const appendText = (batches: string) => `with turn as materialized (select platform.await_head($1, $2, $3, $4)),
       head as (
         update platform.journal_head set seq = $5, digest = $6, previous = digest from turn where district = $1
         returning previous = $2 as is_ours),
       entry as (
         insert into platform.journal_entry (district, seq, at, actor, post, command, command_id, subject, previous, digest, form, key_id)
         select $1, e.seq, e.at, e.actor, e.post, e.command, e.command_id, e.subject,
                case when e.seq > $3 or (select is_ours from head) then e.previous end, e.digest, $7, $8
           from unnest($9::bigint[], $10::timestamptz[], $11::text[], $12::uuid[], $13::text[], $14::uuid[], $15::text[], $16::text[], $17::text[])
             as e (seq, at, actor, post, command, command_id, subject, previous, digest)
          where (select count(*) from head) >= 0
         returning seq),
       outcome as (
         insert into platform.outcome (district, id, command, body_digest, outcome, actor)
         select $1, o.id, o.command, o.body_digest, o.outcome, o.actor
           from unnest($14::uuid[], $13::text[], $18::text[], $19::jsonb[], $11::text[]) as o (id, command, body_digest, outcome, actor)
          where (select count(*) from entry) > 0)${batches}
       insert into platform.change (district, seq, position, table_name, key, digest, erased)
       select $1, c.seq, c.position, c.table_name, c.key, nullif(c.digest, ''), c.erased
         from unnest($20::bigint[], $21::int[], $22::text[], $23::text[], $24::text[], $25::boolean[])
           as c (seq, position, table_name, key, digest, erased)
        where (select count(*) from entry) > 0`;

const APPEND = appendText('');
const APPEND_BATCHES = appendText(`, batch as (
         insert into platform.change_batch (district, seq, position, table_name, lines, keys, digests, erased)
         select $1, b.seq, b.position, b.table_name, b.lines, b.keys, b.digests, b.digests is null
           from unnest($26::bigint[], $27::int[], $28::text[], $29::int[], $30::text[], $31::bytea[])
             as b (seq, position, table_name, lines, keys, digests)
          where (select count(*) from entry) > 0)`);

function appending(endings: readonly Ending[], entries: readonly Chained[], from: Head & Pick<Basis, 'follows'>): pg.QueryConfig {
  const { district, keys } = endings[0]!.writer;
  const packed = entries.map(({ seq, changes }) => ({ seq, ...packChanges(changes) }));
  const singles = packed.flatMap(({ seq, singles }) => singles.map((it) => ({ ...it, seq })));
  const batches = packed.flatMap(({ seq, batches }) => batches.map((it) => ({ ...it, seq })));
  const values = [
    ...[district, from.digest, from.seq + 1, from.follows, entries.at(-1)!.seq, entries.at(-1)!.digest, CANONICAL_FORM, keys.current],
    ...listsOf(entries, ['seq', 'at', 'actor', 'post', 'command']),
    endings.map(({ writer }) => writer.commandId),
    ...listsOf(entries, ['subject', 'previous', 'digest']),
    endings.map(({ closing }) => closing.bodyDigest),
    endings.map(({ closing }) => JSON.stringify(closing.outcome)),
    ...listsOf(singles, ['seq', 'position', 'table', 'key']),
    singles.map((it) => it.digest ?? ''),
    ...listsOf(singles, ['erased']),
  ];
  if (batches.length === 0) return { name: 'journal-append', text: APPEND, values };
  const lists = listsOf(batches, ['seq', 'position', 'table', 'lines', 'keys', 'digests']);
  return { name: 'journal-append-batches', text: APPEND_BATCHES, values: [...values, ...lists] };
}

function listsOf<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): readonly unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
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
