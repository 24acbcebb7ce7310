import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '#/testing.ts';
import { storeFile } from './files.ts';
import { type Verification, verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const fileOf = (digest: string, name = '佐证.txt') => ({ digest, name, size: 3, mediaType: 'text/plain' });

async function appWithFiles(t: Parameters<typeof startTestApp>[0]): Promise<TestApp> {
  const app = await startTestApp(t);
  for (const sign of ['a', 'b', 'c']) await app.mustRun(storeFile, DISTRICT, fileOf(sign.repeat(64), `${sign}.txt`));
  app.tampered = true;
  return app;
}

function verified(app: TestApp): Promise<Verification> {
  return verifyJournal(app.world, [DISTRICT]);
}

test('an untouched district verifies, with the number of its entries and its head', async (t) => {
  const app = await appWithFiles(t);

  const result = await verified(app);

  assert.deepEqual([result.ok, result.entries, result.first], [true, 3, null]);
  assert.match(result.heads[DISTRICT]!, /^[0-9a-f]{64}$/);
});

test('verifying while people go on working reports no tampering', async (t) => {
  const app = await startTestApp(t);
  let working = true;
  const work = (async () => {
    for (let i = 0; working; i++) await app.mustRun(storeFile, DISTRICT, fileOf(String(i).padStart(64, '0')));
  })();

  const findings = [];
  for (let i = 0; i < 25; i++) findings.push((await verified(app)).first);
  working = false;
  await work;

  assert.deepEqual(
    findings.filter((it) => it !== null),
    [],
  );
});

const key = (sign: string) => JSON.stringify([sign.repeat(64)]);
const TAMPERINGS: readonly { name: string; sql: string; first: object }[] = [
  {
    name: 'a row changed behind the journal is named',
    sql: `update platform.file set name = 'x' where name = 'b.txt'`,
    first: { district: DISTRICT, seq: 2, table: 'platform.file', key: key('b'), what: 'changed' },
  },
  {
    name: 'a row removed behind the journal is named',
    sql: `delete from platform.file where name = 'b.txt'`,
    first: { district: DISTRICT, seq: 2, table: 'platform.file', key: key('b'), what: 'removed' },
  },
  {
    name: 'a row added behind the journal is named',
    sql: `insert into platform.file select district, repeat('d', 64), size, media_type, name, stored_at from platform.file limit 1`,
    first: { district: DISTRICT, seq: null, table: 'platform.file', key: key('d'), what: 'added' },
  },
  {
    name: 'an entry whose actor was changed breaks the chain there',
    sql: `update platform.journal_entry set actor = 'somebody' where seq = 2`,
    first: { district: DISTRICT, seq: 2, table: 'platform.journal_entry', key: '2', what: 'entry-changed' },
  },
  {
    name: 'a digest that was changed in the list of changes breaks the chain there',
    sql: `update platform.change set digest = repeat('0', 64) where seq = 3`,
    first: { district: DISTRICT, seq: 3, table: 'platform.journal_entry', key: '3', what: 'entry-changed' },
  },
  {
    name: 'an entry taken out of the middle is missed',
    sql: `delete from platform.change where seq = 2; delete from platform.journal_entry where seq = 2`,
    first: { district: DISTRICT, seq: 2, table: 'platform.journal_entry', key: '2', what: 'entry-missing' },
  },
  {
    name: 'entries cut off at the end are missed',
    sql: `delete from platform.file where name = 'c.txt'; delete from platform.change where seq = 3; delete from platform.journal_entry where seq = 3`,
    first: { district: DISTRICT, seq: 2, table: 'platform.journal_entry', key: '2', what: 'entry-missing' },
  },
];

for (const { name, sql, first } of TAMPERINGS) {
  test(name, async (t) => {
    const app = await appWithFiles(t);

    await app.ownerPool.query(sql);

    const result = await verified(app);
    assert.deepEqual([result.ok, result.first], [false, first]);
  });
}

test('the application itself can neither change nor remove what the journal and the audit trail hold', async (t) => {
  const app = await appWithFiles(t);
  for (const table of ['platform.journal_entry', 'platform.change', 'platform.audit']) {
    for (const sql of [`update ${table} set district = district`, `delete from ${table}`]) {
      await assert.rejects(app.world.pool.query(sql), /permission denied/, sql);
    }
  }
});
