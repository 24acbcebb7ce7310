import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { addUnread } from './add-unread.ts';
import { canonicalForm } from './canonical.ts';
import { canonicalRow } from './db.ts';
import { shapeOf } from './shape.ts';
import { reportRow, trial } from './test-trial.ts';
import { verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const TABLE = 'delivery.report';

const adding = (row: Readonly<Record<string, unknown>>) => trial((writer) => addUnread(writer, TABLE, row));

const count = async (app: TestApp) => (await app.ownerPool.query(`select 1 from ${TABLE}`)).rowCount;

const PLAIN: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { value: 0 },
  { value: 0.1 + 0.2 },
  { value: 1e15 },
  { submitted_at: '2026-06-18T02:00:00.000Z' },
  { submitted_at: '2026-12-31T15:59:59.007Z' },
  { steps_done: [newId(), newId()], evidence: ['a'.repeat(64), 'b'.repeat(64)] },
];

/** Only the database knows how it will write these. */
const NOT_PLAIN: readonly Readonly<Record<string, unknown>>[] = [
  { value: 1e-7 },
  { value: '12.50' },
  { overrides: [{ check: 'falls', reason: '更正' }] },
  { submitted_at: '2026-06-18T10:00:00+08:00' },
];

test('what is said of a row beforehand is what the database writes, to the last digit', async (t) => {
  const app = await startTestApp(t);
  const client = await app.world.pool.connect();
  const shape = await shapeOf(client, TABLE);
  client.release();
  for (const change of PLAIN) {
    const row = reportRow(change);
    const said = canonicalForm(shape, DISTRICT, Object.keys(row), true)!.textOf(row);
    await app.mustRun(adding(row), DISTRICT, {});
    const { rows } = await app.ownerPool.query<{ row: string }>(`select ${canonicalRow} as row from ${TABLE} t where id = $1`, [row.id]);
    assert.deepEqual([said], [rows[0]!.row]);
  }
  assert.ok((await verifyJournal(app.world, [DISTRICT])).ok);
});

test('a row that only the database can put into words is stored and journaled as well', async (t) => {
  const app = await startTestApp(t);
  const client = await app.world.pool.connect();
  const shape = await shapeOf(client, TABLE);
  client.release();
  for (const change of NOT_PLAIN) {
    const row = reportRow(change);
    assert.equal(canonicalForm(shape, DISTRICT, Object.keys(row), true)!.textOf(row), null);
    await app.mustRun(adding(row), DISTRICT, {});
  }
  assert.equal(await count(app), NOT_PLAIN.length);
  assert.ok((await verifyJournal(app.world, [DISTRICT])).ok);
});

test('a row that the database refuses is heard by its own word, and neither row nor entry nor outcome is kept', async (t) => {
  const app = await startTestApp(t);

  await assert.rejects(app.mustRun(adding(reportRow({ value: -1 })), DISTRICT, {}), /report_value_not_negative/);

  const kept = await app.ownerPool.query('select 1 from platform.journal_entry union all select 1 from platform.outcome');
  assert.deepEqual([await count(app), kept.rowCount], [0, 0]);
});

test('amid many rows at once, those that are refused take none of the others with them, and the chain has no gap', async (t) => {
  const app = await startTestApp(t);

  const ends = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) => app.mustRun(adding(reportRow(i % 5 === 2 ? { value: -1 } : {})), DISTRICT, {})),
  );

  assert.deepEqual(
    ends.map(({ status }) => status),
    ends.map((_, i) => (i % 5 === 2 ? 'rejected' : 'fulfilled')),
  );
  const { rows } = await app.ownerPool.query<{ seq: number }>('select seq from platform.journal_entry order by seq');
  assert.deepEqual(
    rows.map(({ seq }) => Number(seq)),
    Array.from({ length: 32 }, (_, i) => i + 1),
  );
  assert.equal(await count(app), 32);
});
