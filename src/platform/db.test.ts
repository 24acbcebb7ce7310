import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp } from '#/testing.ts';
import { add, erase, remove, save } from './db.ts';
import { trial } from './test-trial.ts';
import { verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const TABLE = 'organisation.person';
const person = (name: string) => ({ name, phone: null, phone_digest: null, account_id: null });

test('a row erased by law leaves a tombstone: the journal says that it was erased and by whom, not what it said', async (t) => {
  const app = await startTestApp(t);
  const [erased, kept] = [newId(), newId()];
  await app.mustRun(
    trial(async (writer) => {
      await add(writer, TABLE, { id: erased, ...person('甲') });
      await add(writer, TABLE, { id: kept, ...person('乙') });
    }),
    DISTRICT,
    {},
  );

  await app.mustRun(
    trial((writer) => erase(writer, TABLE, { id: erased })),
    DISTRICT,
    {},
  );

  const rows = await app.ownerPool.query(`select id from ${TABLE}`);
  const stones = await app.ownerPool.query(
    'select c.key, c.digest, c.erased, e.actor from platform.change c join platform.journal_entry e using (district, seq) where c.seq = 2',
  );
  const result = await verifyJournal(app.world, [DISTRICT]);
  assert.deepEqual(rows.rows, [{ id: kept }]);
  assert.deepEqual(stones.rows, [{ key: JSON.stringify([erased]), digest: null, erased: true, actor: 'operator' }]);
  assert.deepEqual([result.ok, result.entries], [true, 2]);
});

test('an erased row that is put back behind the journal is found; a row merely removed is told apart from an erased one', async (t) => {
  const app = await startTestApp(t);
  app.tampered = true;
  const [erased, removed] = [newId(), newId()];
  await app.mustRun(
    trial(async (writer) => {
      await add(writer, TABLE, { id: erased, ...person('甲') });
      await add(writer, TABLE, { id: removed, ...person('乙') });
      await erase(writer, TABLE, { id: erased });
      await remove(writer, TABLE, { id: removed });
    }),
    DISTRICT,
    {},
  );
  const gone = await app.ownerPool.query('select erased from platform.change where digest is null order by position');

  await app.ownerPool.query(`insert into ${TABLE} (district, id, name) values ($1, $2, '甲')`, [DISTRICT, erased]);

  assert.deepEqual(gone.rows, [{ erased: true }, { erased: false }]);
  const { first } = await verifyJournal(app.world, [DISTRICT]);
  assert.deepEqual([first?.what, first?.key], ['added', JSON.stringify([erased])]);
});

test('erasing what is not there, or is there in another district, erases nothing and leaves no tombstone', async (t) => {
  const app = await startTestApp(t);
  const id = newId();
  await app.mustRun(
    trial((writer) => add(writer, TABLE, { id, ...person('甲') })),
    '990002',
    {},
  );

  await app.mustRun(
    trial((writer) => erase(writer, TABLE, { id })),
    DISTRICT,
    {},
  );

  assert.equal((await app.ownerPool.query(`select 1 from ${TABLE}`)).rowCount, 1);
  assert.equal((await app.ownerPool.query('select 1 from platform.change where district = $1', [DISTRICT])).rowCount, 0);
});

test('a key is journaled as the database writes it, however the sender wrote it', async (t) => {
  const app = await startTestApp(t);
  const id = newId();

  await app.mustRun(
    trial((writer) => add(writer, TABLE, { id: id.toUpperCase(), ...person('甲') })),
    DISTRICT,
    {},
  );
  await app.mustRun(
    trial((writer) => save(writer, TABLE, { id: id.toUpperCase() }, { name: '乙' })),
    DISTRICT,
    {},
  );

  const keys = await app.ownerPool.query<{ key: string }>('select key from platform.change');
  assert.deepEqual(
    keys.rows.map((it) => it.key),
    [JSON.stringify([id]), JSON.stringify([id])],
  );
});
