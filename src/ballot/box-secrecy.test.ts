import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import type pg from 'pg';
import { MODULES } from '#/life.ts';
import { backUp } from '#/platform/backup/write.ts';
import { hexHash } from './rules/belenios/structures.ts';
import { anOpenBox, ballotOf, castIn, done, type OpenBox } from './test-box.ts';

const VOTERS = 10;

/** Deputies come in, take a slip each, and vote at once in the very order in which they came: the worst case for whoever hides an order. */
async function votedInOrder(t: Parameters<typeof anOpenBox>[0]) {
  const it = await anOpenBox(t, { deputies: VOTERS, present: VOTERS, slips: VOTERS });
  const ballots = it.credentials.map((credential, i) => ballotOf(it.open, credential, [i % 3 === 0 ? null : [1, i % 2 === 0 ? 1 : 0, 0]]));
  const before = await trailOf(it);
  for (const ballot of ballots) assert.equal((await castIn(it.app, it.electionUuid, ballot)).status, 200);
  return { ...it, trackers: ballots.map(hexHash), before, after: await trailOf(it) };
}

/** Everything that could note a casting: rows of the trails, and the figures. */
async function trailOf({ app }: Pick<OpenBox, 'app'>) {
  const rows: Record<string, number> = {};
  for (const table of ['journal_entry', 'change', 'audit', 'outcome'])
    rows[table] = Number((await app.ownerPool.query(`select count(*) from platform.${table}`)).rows[0].count);
  const { body } = await app.app.inject({ url: '/metrics' });
  const figures = body.split('\n').filter((line) => /ballot|_count\{|_total\{/.test(line) && !line.includes('/metrics'));
  return { rows, figures };
}

type Row = Readonly<Record<string, unknown>>;
const listOf = async (pool: pg.Pool, table: string) =>
  (await pool.query<Row>(`select ctid::text as at, xmin::text::bigint as tx, t.* from ${table} t`)).rows;

/** The order of a row's place on its page of the file. */
const placeOf = (row: Row) => String(row.at).replace(/\d+/g, (it) => it.padStart(8, '0'));

/** Each way to put rows in an order that somebody with the whole database could try. */
function ordersOf(rows: readonly Row[], name: string): readonly (readonly string[])[] {
  const columns = Object.keys(rows[0]!).filter((it) => it !== 'at');
  const by = (value: (row: Row) => string) => [...rows].sort((a, b) => (value(a) < value(b) ? -1 : 1)).map((row) => String(row[name]));
  const text = (value: unknown) => (typeof value === 'number' ? String(value).padStart(20, '0') : String(value));
  return [by(placeOf), ...columns.map((column) => by((row) => text(row[column])))];
}

/** Whether some pair of orders, forwards or backwards, gives every voter his ballot. */
function isLinked(roll: readonly Row[], papers: readonly Row[], truth: ReadonlyMap<string, string>): boolean {
  const voters = ordersOf(roll, 'name').flatMap((it) => [it, it.toReversed()]);
  return voters.some((names) => ordersOf(papers, 'tracker').some((trackers) => names.every((name, i) => truth.get(name) === trackers[i])));
}

test('from the closed box, row by row with all that the database keeps of a row, nobody pairs deputies with ballots; the same attack works before the papers are laid anew', async (t) => {
  const it = await votedInOrder(t);
  const roll = await listOf(it.app.ownerPool, 'ballot.roll');
  const inOrder = [...roll].sort((a, b) => Number(a.position) - Number(b.position));
  const truth = new Map(inOrder.map((row, i) => [String(row.name), it.trackers[i]!]));

  const whileOpen = isLinked(roll, await listOf(it.app.ownerPool, 'ballot.sealed_paper'), truth);
  await done(it.office.run('ballot.close-box', { boxId: it.boxId }));
  const papers = await listOf(it.app.ownerPool, 'ballot.sealed_paper');

  assert.equal(whileOpen, true, 'the attack is a real one');
  assert.equal(isLinked(roll, papers, truth), false);
  assert.equal(new Set(papers.map((row) => row.tx)).size, 1, 'one transaction wrote them all');
  assert.deepEqual(
    [...papers].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).map((row) => row.tracker),
    [...it.trackers].sort(),
  );
});

test('casting leaves no row in a trail, no figure and no time', async (t) => {
  const it = await votedInOrder(t);

  assert.deepEqual(it.after, it.before);
  const columns = await it.app.ownerPool.query(
    `select column_name, data_type from information_schema.columns where table_schema = 'ballot' and table_name = 'sealed_paper' order by ordinal_position`,
  );
  assert.deepEqual(
    columns.rows.map((row) => `${row.column_name} ${row.data_type}`),
    ['district character', 'box_id uuid', 'tracker text', 'credential text', 'content text'],
  );
  const sequences = await it.app.ownerPool.query(`select 1 from pg_class where relkind = 'S' and relnamespace = 'ballot'::regnamespace`);
  assert.equal(sequences.rowCount, 0, 'no counter counts ballots');
});

test('a backup written in the middle of the vote holds the papers in the order of their fingerprints, and no word that roll and papers share', async (t) => {
  const it = await votedInOrder(t);
  const series = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-box-'));
  t.after(() => fs.rmSync(series, { recursive: true, force: true }));

  const written = await backUp({ world: it.app.world, modules: MODULES, version: '0', series, say: () => {} });

  assert.ok('folder' in written);
  const linesOf = (table: string) =>
    zstdDecompressSync(fs.readFileSync(path.join(written.folder, 'tables', `${table}.copy.zst`)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  const papers = linesOf('ballot.sealed_paper');
  assert.deepEqual(
    papers.map((line) => line[2]),
    [...it.trackers].sort(),
  );
  const ofPapers = new Set(papers.flat());
  const shared = [...new Set(linesOf('ballot.roll').flat())].filter((value) => ofPapers.has(value));
  assert.deepEqual(shared, ['990001'], 'the district is all they share');
  for (const tracker of it.trackers) {
    const holding: readonly string[] = fs
      .readdirSync(path.join(written.folder, 'tables'))
      .filter((name) => zstdDecompressSync(fs.readFileSync(path.join(written.folder, 'tables', name))).includes(tracker));
    assert.deepEqual(holding, ['ballot.sealed_paper.copy.zst']);
  }
});

test('the role that writes papers sees the box and the papers, and neither roll nor journal nor anything else', async (t) => {
  const it = await anOpenBox(t);
  const pool = it.app.world.anonymousPool!;

  const reachable = await pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema')
        and (case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'usage, select')
             else has_table_privilege(c.oid, 'select, insert, update, delete, truncate') end)
        and has_schema_privilege(n.oid, 'usage') order by 1`,
  );

  assert.deepEqual(
    reachable.rows.map((row) => row.name),
    ['ballot.box', 'ballot.sealed_paper'],
  );
  await assert.rejects(pool.query('select name from ballot.roll'), /permission denied/);
  await assert.rejects(pool.query(`update ballot.sealed_paper set content = ''`), /permission denied/);
  await assert.rejects(it.app.world.pool.query(`update ballot.sealed_paper set content = ''`), /permission denied/);
});
