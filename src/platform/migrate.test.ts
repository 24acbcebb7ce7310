import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { MODULES } from '#/life.ts';
import { cloneDatabase } from '#/testing.ts';
import { checkApplicationRole, loginOf, migrate } from './migrate.ts';

async function withRole(attributes: string, work: (appUrl: string, ownerUrl: string) => Promise<void>): Promise<void> {
  const { url, drop } = await cloneDatabase();
  const admin = new pg.Client({ connectionString: url.admin });
  await admin.connect();
  const role = `luoshi_trial_${process.pid}`;
  await admin.query(`drop role if exists ${role}`);
  await admin.query(`create role ${role} login password 'test' ${attributes}`);
  try {
    await work(url.app.replace('luoshi_test_app', role), url.owner);
  } finally {
    await admin.query(`drop owned by ${role}; drop role ${role}`);
    await admin.end();
    await drop();
  }
}

const REFUSED: readonly { attributes: string; why: string }[] = [
  { attributes: 'superuser', why: 'superuser' },
  { attributes: 'bypassrls', why: 'bypasses-rls' },
  { attributes: 'in role luoshi_test_owner', why: 'owns-tables' },
];

for (const { attributes, why } of REFUSED) {
  test(`the application may not run as a role with “${attributes}”: row-level security would not bind it`, async () => {
    await withRole(attributes, async (appUrl, ownerUrl) => {
      const fault = await checkApplicationRole(appUrl, ownerUrl);

      assert.equal(fault?.why, why);
    });
  });
}

test('an ordinary role is accepted, and is named by its URL whatever the form', async () => {
  await withRole('', async (appUrl, ownerUrl) => {
    assert.equal(await checkApplicationRole(appUrl, ownerUrl), null);
  });
  assert.deepEqual(['postgresql://app:x@db.example/luoshi', 'postgres://app@/luoshi?host=%2Ftmp'].map(loginOf), ['app', 'app']);
});

test('migrating a second time changes nothing, and a migration that was changed after it ran is refused', async () => {
  const { url, drop } = await cloneDatabase();
  const client = new pg.Client({ connectionString: url.owner });
  await client.connect();

  const again = await migrate(url.owner, 'luoshi_test_app', MODULES);
  await client.query(`update platform.migration set digest = 'x' where name = 'platform/0001-journal.sql'`);
  const changed = migrate(url.owner, 'luoshi_test_app', MODULES);

  assert.deepEqual(again, []);
  await assert.rejects(changed, /changed after it ran/);
  await client.end();
  await drop();
});

test('two that migrate at once wait for each other, and whoever works meanwhile is denied nothing', async () => {
  const { url, drop } = await cloneDatabase();
  const pool = new pg.Pool({ connectionString: url.app, max: 2 });
  let migrating = true;
  const faults: string[] = [];
  const work = async () => {
    while (migrating)
      await pool.query('select from platform.file; select from organisation.unit').catch((fault: Error) => faults.push(fault.message));
  };
  const working = [work(), work()];

  for (let i = 0; i < 3; i++) await Promise.all([1, 2].map(() => migrate(url.owner, 'luoshi_test_app', MODULES)));
  migrating = false;
  await Promise.all(working);

  assert.deepEqual([...new Set(faults)], []);
  await pool.end();
  await drop();
});
