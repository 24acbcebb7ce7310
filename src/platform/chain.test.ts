import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { type Composition, OPERATOR } from '../compose.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { command, envelopeOf, type Outcome } from './command.ts';
import { add, type Writer } from './db.ts';
import { execute } from './execute.ts';
import { anotherProcess, type Trial, trial } from './test-trial.ts';

const DISTRICT = '990001';

async function addPerson(writer: Writer): Promise<string> {
  const id = newId();
  await add(writer, 'organisation.person', { id, name: '甲', phone: null, phone_digest: null, account_id: null });
  return id;
}

function send({ execute: deps }: Composition, it: Trial<string>, id = newId()): Promise<Outcome> {
  return execute(deps, it, { district: DISTRICT, actor: OPERATOR }, envelopeOf(it, {}, id));
}

const seqs = async (app: TestApp) =>
  (await app.ownerPool.query<{ seq: number }>('select seq from platform.journal_entry order by seq')).rows.map((it) => it.seq);

test('two processes that write in one district at once leave one chain without a gap, and nobody is turned away', async (t) => {
  const app = await startTestApp(t);
  const other = await anotherProcess(t, app);
  const it = trial(addPerson);

  const outcomes = await Promise.all(Array.from({ length: 40 }, (_, i) => send(i % 2 === 0 ? app : other, it)));

  assert.ok(outcomes.every((one) => one.ok));
  assert.deepEqual(
    await seqs(app),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  assert.equal((await app.ownerPool.query('select 1 from organisation.person')).rowCount, 40);
});

test('an entry that another process wrote in between is continued, not written over', async (t) => {
  const app = await startTestApp(t);
  const other = await anotherProcess(t, app);
  const it = trial(addPerson);

  for (const process of [app, other, app, app, other, other, app]) assert.ok((await send(process, it)).ok);

  assert.deepEqual(await seqs(app), [1, 2, 3, 4, 5, 6, 7]);
});

test('one sending that reaches two processes at once is done once, and both answer the same', async (t) => {
  const app = await startTestApp(t);
  const other = await anotherProcess(t, app);
  const it = trial(addPerson);
  const id = newId();

  const outcomes = await Promise.all([app, other, app, other].map((process) => send(process, it, id)));

  assert.deepEqual(new Set(outcomes.map((one) => JSON.stringify(one))).size, 1);
  assert.deepEqual(await seqs(app), [1]);
  assert.equal((await app.ownerPool.query('select 1 from organisation.person')).rowCount, 1);
});

test('a sending that fails on what its twin has just done answers as its twin', async (t) => {
  const app = await startTestApp(t);
  const id = newId();
  let runs = 0;
  const [begun, heard] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const it = trial(async (writer) => {
    runs += 1;
    if (runs === 1) {
      await begun.promise;
      return addPerson(writer);
    }
    begun.resolve();
    await heard.promise;
    throw new Problem(404, 'gone');
  });

  const [first, second] = await Promise.all([1, 2].map(() => send(app, it, id).finally(heard.resolve)));

  assert.deepEqual(second, first);
  assert.deepEqual([runs, await seqs(app)], [2, [1]]);
});

test('what is read ahead of the log-in tells nothing to who may not act: he hears that he may not, and not what there is', async (t) => {
  const app = await startTestApp(t);
  let asked = 0;
  const it = command({
    ...trial(addPerson),
    ahead: async () => {
      asked += 1;
      throw new Problem(404, 'unknown-promise');
    },
  });
  const stranger = { ...OPERATOR, roles: [] };

  const denied = execute(app.execute, it, { district: DISTRICT, actor: stranger }, envelopeOf(it, {}, newId()));
  await assert.rejects(denied, { status: 403, code: 'not-allowed' });
  await assert.rejects(send(app, it), { status: 404, code: 'unknown-promise' });

  assert.deepEqual([asked, await seqs(app)], [2, []]);
});

test('where an accepted command cannot be journaled, nothing of it is kept, and the next one is', async (t) => {
  const app = await startTestApp(t);
  assert.ok((await send(app, trial(addPerson))).ok);
  const broken = trial(async (writer) => {
    writer.changes.push({ table: 'organisation.person', key: '[]', digest: 'x', erased: true });
    return addPerson(writer);
  });

  await assert.rejects(send(app, broken), /change_erased_has_no_digest/);
  const next = await send(app, trial(addPerson));

  assert.ok(next.ok);
  assert.deepEqual(await seqs(app), [1, 2]);
  assert.equal((await app.ownerPool.query('select 1 from organisation.person')).rowCount, 2);
});

test('amid many commands at once, those that cannot be journaled leave nothing and take none of the others with them', async (t) => {
  const app = await startTestApp(t);
  const broken = trial(async (writer) => {
    writer.changes.push({ table: 'organisation.person', key: '[]', digest: 'x', erased: true });
    return addPerson(writer);
  });
  const sound = trial(addPerson);

  const ends = await Promise.allSettled(Array.from({ length: 60 }, (_, i) => send(app, i % 5 === 2 ? broken : sound)));

  assert.deepEqual(
    ends.map(({ status }) => status),
    ends.map((_, i) => (i % 5 === 2 ? 'rejected' : 'fulfilled')),
  );
  assert.deepEqual(
    await seqs(app),
    Array.from({ length: 48 }, (_, i) => i + 1),
  );
  assert.equal((await app.ownerPool.query('select 1 from organisation.person')).rowCount, 48);
});

test('an entry waits for the one it continues while that one is still being written, and gives up where it never comes', async (t) => {
  const app = await startTestApp(t);
  assert.ok((await send(app, trial(addPerson))).ok);
  const awaited = (digest: string, seq: number) => `select platform.await_head('${DISTRICT}', '${digest}', ${seq}, ${seq - 2}) as came`;

  await inTwoConnections(app, async (first, second) => {
    await first.query(`update platform.journal_head set seq = 2, previous = digest, digest = 'next' where district = '${DISTRICT}'`);
    const waiting = second.query<{ came: boolean }>(awaited('next', 2));
    await first.query('commit');
    assert.deepEqual((await waiting).rows, [{ came: true }]);
    assert.deepEqual((await second.query(awaited('never', 9))).rows, [{ came: false }]);
    await second.query(`update platform.journal_head set seq = 1, digest = previous, previous = null where district = '${DISTRICT}'`);
    await second.query('commit');
  });
});

async function inTwoConnections(app: TestApp, work: (first: pg.PoolClient, second: pg.PoolClient) => Promise<void>): Promise<void> {
  const [first, second] = [await app.world.pool.connect(), await app.world.pool.connect()];
  try {
    for (const client of [first, second]) await client.query(`begin; set local luoshi.district = '${DISTRICT}'`);
    await work(first, second);
  } finally {
    for (const client of [first, second]) {
      await client.query('rollback');
      client.release();
    }
  }
}
