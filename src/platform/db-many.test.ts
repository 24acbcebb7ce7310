import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { addMany, removeMany, save, saveMany, type Writer } from './db.ts';
import { trial } from './test-trial.ts';
import { verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const TABLE = 'organisation.person';
const person = (name: string) => ({ name, phone: null, phone_digest: null, account_id: null });

const run = (app: TestApp, work: (writer: Writer) => Promise<void>, district = DISTRICT) => app.mustRun(trial(work), district, {});
const names = async (app: TestApp) =>
  (await app.ownerPool.query<{ name: string }>(`select name from ${TABLE} order by name`)).rows.map((it) => it.name);

async function aCrowd(app: TestApp, count: number, district = DISTRICT): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, newId);
  await run(
    app,
    (writer) =>
      addMany(
        writer,
        TABLE,
        ids.map((id) => ({ id, ...person('甲') })),
      ),
    district,
  );
  return ids;
}

test('many rows written at once leave the same lines in the journal as each written alone', async (t) => {
  const app = await startTestApp(t);
  const ids = await aCrowd(app, 3);
  const changed = (i: number) => ({ name: `乙${i}`, phone: `t${i}`, phone_digest: `h${i}`, version: 5 });

  await run(app, (writer) =>
    saveMany(
      writer,
      TABLE,
      ids.map((id, i) => ({ id, ...changed(i) })),
    ),
  );
  await run(app, async (writer) => {
    for (const [i, id] of ids.entries()) await save(writer, TABLE, { id }, changed(i));
  });

  const lines = await app.ownerPool.query<{ seq: number; line: string }>(
    `select seq, key || ' ' || digest as line from platform.change where seq in (2, 3) order by seq, key`,
  );
  const of = (seq: number) => lines.rows.filter((it) => it.seq === seq).map((it) => it.line);
  assert.equal(of(2).length, 3);
  assert.deepEqual(of(2), of(3));
  assert.deepEqual(await names(app), ['乙0', '乙1', '乙2']);
});

test('a version counts up in a batch as it does alone', async (t) => {
  const app = await startTestApp(t);
  const ids = await aCrowd(app, 2);

  await run(app, (writer) =>
    saveMany(
      writer,
      TABLE,
      ids.map((id) => ({ id, name: '乙' })),
    ),
  );

  const { rows } = await app.ownerPool.query<{ version: number }>(`select version from ${TABLE}`);
  assert.deepEqual(rows, [{ version: 2 }, { version: 2 }]);
});

test('a batch that names a row that is not there, or is of another district, or names one twice, writes nothing', async (t) => {
  const app = await startTestApp(t);
  const ids = await aCrowd(app, 2);
  const [foreign] = await aCrowd(app, 1, '990002');

  for (const also of [newId(), foreign!, ids[0]!]) {
    const rows = [...ids, also].map((id) => ({ id, name: '乙' }));
    await assert.rejects(
      run(app, (writer) => saveMany(writer, TABLE, rows)),
      /2 of 3 rows/,
    );
    await assert.rejects(
      run(app, (writer) =>
        removeMany(
          writer,
          TABLE,
          rows.map(({ id }) => ({ id })),
        ),
      ),
      /2 of 3 rows/,
    );
  }

  assert.deepEqual(await names(app), ['甲', '甲', '甲']);
  assert.equal((await app.ownerPool.query('select 1 from platform.journal_entry')).rowCount, 2);
});

test('two batches over the same rows, in opposite order, wait for each other and both are kept', async (t) => {
  const app = await startTestApp(t);
  const ids = await aCrowd(app, 200);
  const writes = (name: string, order: readonly string[]) =>
    run(app, (writer) =>
      saveMany(
        writer,
        TABLE,
        order.map((id) => ({ id, name })),
      ),
    );

  await Promise.all([1, 2, 3].flatMap((i) => [writes(`甲${i}`, ids), writes(`乙${i}`, ids.toReversed())]));

  const kept = await names(app);
  assert.equal(new Set(kept).size, 1, 'one batch is the last one, as a whole');
  const { ok, entries } = await verifyJournal(app.world, [DISTRICT]);
  assert.deepEqual([ok, entries], [true, 7]);
});

test('what a batch wrote is found when it is changed behind the journal, and what it removed when it is put back', async (t) => {
  const app = await startTestApp(t);
  app.tampered = true;
  const [first, second] = (await aCrowd(app, 2)) as [string, string];
  await run(app, (writer) =>
    saveMany(
      writer,
      TABLE,
      [first, second].map((id) => ({ id, name: '乙' })),
    ),
  );
  await app.ownerPool.query(`update ${TABLE} set name = '丙' where id = $1`, [second]);
  const changed = (await verifyJournal(app.world, [DISTRICT])).first;
  await app.ownerPool.query(`update ${TABLE} set name = '乙' where id = $1`, [second]);
  await run(app, (writer) => removeMany(writer, TABLE, [{ id: first }, { id: second }]));
  assert.equal((await verifyJournal(app.world, [DISTRICT])).ok, true);
  await app.ownerPool.query(`insert into ${TABLE} (district, id, name) values ($1, $2, '乙')`, [DISTRICT, first]);

  const added = (await verifyJournal(app.world, [DISTRICT])).first;

  assert.deepEqual([changed?.what, changed?.key, changed?.seq], ['changed', JSON.stringify([second]), 2]);
  assert.deepEqual([added?.what, added?.key, added?.seq], ['added', JSON.stringify([first]), 3]);
});

test('texts with every sign, numbers and gaps are stored as they are, however many rows go in at once', async (t) => {
  const app = await startTestApp(t);
  const texts = ['"', '\\', '\\"', '{a,b}', 'NULL', 'null', '', ' 空 格 ', "'", '换\n行', '制\t表', '𠮷野', '\u0001'];
  const rows = texts.map((name, i) => ({
    id: newId(),
    name: `甲${name}`,
    phone: i % 2 === 0 ? name : null,
    phone_digest: i % 2 === 0 ? name : null,
    account_id: null,
  }));

  await run(app, (writer) => addMany(writer, TABLE, rows));

  const found = await app.ownerPool.query<{ id: string; name: string; phone: string | null }>(`select id, name, phone from ${TABLE}`);
  const byId = new Map(found.rows.map((it) => [it.id, it]));
  assert.deepEqual(
    rows.map(({ id }) => byId.get(id)),
    rows.map(({ id, name, phone }) => ({ id, name, phone })),
  );
});
