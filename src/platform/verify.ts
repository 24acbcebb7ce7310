import type pg from 'pg';
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
    for (const row of batch.rows) {
      seq += 1;
      if (row.seq !== seq) return broken('entry-missing');
      const { digest, key_id, ...entry } = row;
      if (row.previous !== previous || entryDigest(keys, { ...entry, changes: changes.get(seq) ?? [] }, key_id) !== digest) {
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

async function changesOf(client: pg.ClientBase, district: string, from: number, to: number): Promise<Map<number, Change[]>> {
  const rows = await client.query<{ seq: number } & Change>(
    `select seq, table_name as "table", key, digest, erased from platform.change
      where district = $1 and seq between $2 and $3 order by seq, position`,
    [district, from, to],
  );
  const bySeq = new Map<number, Change[]>();
  for (const { seq, ...change } of rows.rows) {
    const list = bySeq.get(seq);
    if (list === undefined) bySeq.set(seq, [change]);
    else list.push(change);
  }
  return bySeq;
}

/** Tables whose every row must stand in the journal: those of the stages, and the platform's files and settings. */
export async function listJournaledTables(client: pg.ClientBase, ownChain: ReadonlySet<string>): Promise<readonly string[]> {
  const tables = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'auth', 'pgboss', 'public')
        and (n.nspname <> 'platform' or c.relname in ('file', 'setting'))
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district')
      order by 1`,
  );
  return tables.rows.map((it) => it.name).filter((it) => !ownChain.has(it));
}

type Latest = { readonly key: string; readonly seq: number; readonly digest: string | null; readonly key_id: string };

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
  const latest = await client.query<Latest>(
    `select distinct on (c.key) c.key, c.seq, c.digest, e.key_id from platform.change c
       join platform.journal_entry e on e.district = c.district and e.seq = c.seq
      where c.district = $1 and c.table_name = $2 order by c.key, c.seq desc, c.position desc`,
    [district, table],
  );
  const expected = new Map(latest.rows.map((it) => [it.key, it]));
  const keys = shape.key.map((column) => `t.${shape.quote(column)}`).join(', ');
  const rows = await client.query<{ key: unknown[]; row: string }>(
    `select jsonb_build_array(${keys}) as key, ${canonicalRow} as row from ${shape.name} t where t.district = $1`,
    [district],
  );
  for (const { key, row } of rows.rows) {
    const text = JSON.stringify(key);
    const known = expected.get(text);
    if (known === undefined || known.digest === null) return { district, seq: known?.seq ?? null, table, key: text, what: 'added' };
    if (rowDigest(reader, table, row, known.key_id) !== known.digest)
      return { district, seq: known.seq, table, key: text, what: 'changed' };
    expected.delete(text);
  }
  for (const [key, { seq, digest }] of expected) if (digest !== null) return { district, seq, table, key, what: 'removed' };
  return null;
}
