import type pg from 'pg';
import { type ChangeBatch, unpackChanges } from './change-batch.ts';
import { type Change, canonicalRow, rowDigest } from './db.ts';
import { type Entry, entryDigest, GENESIS } from './journal.ts';
import { shapeOf } from './shape.ts';
import { type Reader, reading, type World } from './transaction.ts';

/** The first thing found that the journal cannot explain. `what` is stable for machines. */
export type Finding = {
  readonly district: string;
  readonly seq: number | null;
  readonly table: string;
  readonly key: string;
  readonly what: 'changed' | 'added' | 'removed' | 'entry-changed' | 'entry-missing' | 'head-differs';
};

export type Verification = {
  readonly ok: boolean;
  readonly entries: number;
  readonly heads: Readonly<Record<string, string>>;
  readonly first: Finding | null;
};

const BATCH = 2000;

/** Recomputes the chain of every district (those given, and all that have one) and every journaled row, and names the first that was changed, added or removed behind its back. */
export async function verifyJournal(world: World, districts: readonly string[]): Promise<Verification> {
  const heads: Record<string, string> = {};
  let entries = 0;
  let first: Finding | null = null;
  const chains = await world.pool.query<{ district: string }>('select district from platform.journal_head');
  for (const district of [...new Set([...districts, ...chains.rows.map((it) => it.district)])].sort()) {
    const one = await reading(world, district, async (reader) => {
      // One moment for the chain and the rows: what is committed meanwhile belongs to the next verification.
      await reader.client.query('set transaction isolation level repeatable read');
      const chain = await verifyChain(reader);
      return { ...chain, first: chain.first ?? (await verifyRows(reader, world.ownChain)) };
    });
    entries += one.entries;
    if (one.head !== null) heads[district] = one.head;
    first ??= one.first;
  }
  return { ok: first === null, entries, heads, first };
}

type EntryRow = Omit<Entry, 'changes'> & { readonly digest: string; readonly key_id: string };

async function verifyChain(reader: Reader): Promise<{ entries: number; head: string | null; first: Finding | null }> {
  const { client, district, keys } = reader;
  const head = await client.query<{ seq: number; digest: string }>('select seq, digest from platform.journal_head where district = $1', [
    district,
  ]);
  let previous = GENESIS;
  let seq = 0;
  const broken = (what: Finding['what']): { entries: number; head: string; first: Finding } => ({
    entries: seq,
    head: previous,
    first: { district, seq, table: 'platform.journal_entry', key: String(seq), what },
  });
  for (;;) {
    const batch = await client.query<EntryRow>(
      `select district, seq, at, actor, post, command, subject, previous, digest, key_id from platform.journal_entry
        where district = $1 and seq > $2 order by seq limit ${BATCH}`,
      [district, seq],
    );
    if (batch.rows.length === 0) break;
    const changes = await changesOf(client, district, batch.rows[0]!.seq, batch.rows.at(-1)!.seq);
    const packed = await packedIn(client, district, batch.rows[0]!.seq, batch.rows.at(-1)!.seq);
    for (const row of batch.rows) {
      seq += 1;
      if (row.seq !== seq) return broken('entry-missing');
      const { digest, key_id, ...entry } = row;
      const singles = changes.get(seq) ?? [];
      const all = packed.has(seq) ? await withBatches(client, district, seq, singles) : singles;
      if (row.previous !== previous || entryDigest(keys, { ...entry, changes: all }, key_id) !== digest) {
        return broken('entry-changed');
      }
      previous = digest;
    }
  }
  const last = head.rows[0];
  if ((last?.seq ?? 0) !== seq || (last !== undefined && last.digest !== previous))
    return broken(last && last.seq > seq ? 'entry-missing' : 'head-differs');
  return { entries: seq, head: last === undefined ? null : previous, first: null };
}

type Placed = Change & { readonly position: number };

async function changesOf(client: pg.ClientBase, district: string, from: number, to: number): Promise<Map<number, Placed[]>> {
  const rows = await client.query<{ seq: number } & Placed>(
    `select seq, position, table_name as "table", key, digest, erased from platform.change
      where district = $1 and seq between $2 and $3 order by seq, position`,
    [district, from, to],
  );
  const bySeq = new Map<number, Placed[]>();
  for (const { seq, ...change } of rows.rows) {
    const list = bySeq.get(seq);
    if (list === undefined) bySeq.set(seq, [change]);
    else list.push(change);
  }
  return bySeq;
}

/** Entries that have changes in batches; these are read one entry after the other, for a roll has hundreds of thousands. */
async function packedIn(client: pg.ClientBase, district: string, from: number, to: number): Promise<ReadonlySet<number>> {
  const found = await client.query<{ seq: number }>(
    'select distinct seq from platform.change_batch where district = $1 and seq between $2 and $3',
    [district, from, to],
  );
  return new Set(found.rows.map((it) => it.seq));
}

async function withBatches(client: pg.ClientBase, district: string, seq: number, singles: readonly Placed[]): Promise<readonly Change[]> {
  const found = await client.query<ChangeBatch>(
    'select position, table_name as "table", lines, keys, digests from platform.change_batch where district = $1 and seq = $2',
    [district, seq],
  );
  const all: Placed[] = [...singles];
  for (const it of found.rows) all.push(...unpackChanges(it).map((change, i) => ({ ...change, position: it.position + i })));
  return all.sort((a, b) => a.position - b.position);
}

/** Tables whose every row must stand in the journal: those of the stages, and the platform's files and settings. */
async function listJournaledTables(client: pg.ClientBase, ownChain: ReadonlySet<string>): Promise<readonly string[]> {
  const tables = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'auth', 'pgboss', 'public')
        and (n.nspname <> 'platform' or c.relname in ('file', 'setting'))
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district')
      order by 1`,
  );
  return tables.rows.map((it) => it.name).filter((it) => !ownChain.has(it));
}

type Latest = {
  readonly key: string;
  readonly seq: number;
  readonly position: number;
  readonly digest: string | null;
  readonly key_id: string;
};

async function verifyRows(reader: Reader, ownChain: ReadonlySet<string>): Promise<Finding | null> {
  for (const table of await listJournaledTables(reader.client, ownChain)) {
    const found = await verifyTable(reader, table);
    if (found !== null) return found;
  }
  return null;
}

async function verifyTable(reader: Reader, table: string): Promise<Finding | null> {
  const { client, district } = reader;
  const shape = await shapeOf(client, table);
  const expected = await latestOf(reader, table);
  const keys = shape.key.map((column) => `t.${shape.quote(column)}`).join(', ');
  await client.query(
    `declare verified no scroll cursor for select jsonb_build_array(${keys}) as key, ${canonicalRow} as row from ${shape.name} t where t.district = $1`,
    [district],
  );
  try {
    for (;;) {
      const page = await client.query<{ key: unknown[]; row: string }>(`fetch ${PAGE} from verified`);
      for (const { key, row } of page.rows) {
        const text = JSON.stringify(key);
        const known = expected.get(text);
        if (known === undefined || known.digest === null) return { district, seq: known?.seq ?? null, table, key: text, what: 'added' };
        if (rowDigest(reader, table, row, known.key_id) !== known.digest)
          return { district, seq: known.seq, table, key: text, what: 'changed' };
        expected.delete(text);
      }
      if (page.rows.length < PAGE) break;
    }
  } finally {
    await client.query('close verified');
  }
  for (const [key, { seq, digest }] of expected) if (digest !== null) return { district, seq, table, key, what: 'removed' };
  return null;
}

const PAGE = 2_000;

/** The last word on each row of a table, alone or in a batch. */
async function latestOf({ client, district }: Reader, table: string): Promise<Map<string, Latest>> {
  const singles = await client.query<Latest>(
    `select distinct on (c.key) c.key, c.seq, c.position, c.digest, e.key_id from platform.change c
       join platform.journal_entry e on e.district = c.district and e.seq = c.seq
      where c.district = $1 and c.table_name = $2 order by c.key, c.seq desc, c.position desc`,
    [district, table],
  );
  const latest = new Map(singles.rows.map((it) => [it.key, it]));
  const batches = await client.query<{ seq: number; position: number; key_id: string }>(
    `select b.seq, b.position, e.key_id from platform.change_batch b join platform.journal_entry e on e.district = b.district and e.seq = b.seq
      where b.district = $1 and b.table_name = $2 order by b.seq, b.position`,
    [district, table],
  );
  for (const { seq, position, key_id } of batches.rows) {
    const found = await client.query<Pick<ChangeBatch, 'keys' | 'digests'>>(
      'select keys, digests from platform.change_batch where district = $1 and seq = $2 and position = $3',
      [district, seq, position],
    );
    for (const [i, { key, digest }] of unpackChanges({ table, ...found.rows[0]! }).entries()) {
      const before = latest.get(key);
      if (before !== undefined && (before.seq > seq || (before.seq === seq && before.position > position + i))) continue;
      latest.set(key, { key, seq, position: position + i, digest, key_id });
    }
  }
  return latest;
}
