import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestApp } from '#/testing.ts';

test('a connection that is cut in the middle of a transaction ends that transaction and nothing else', async (t) => {
  const app = await startTestApp(t);

  const cut = app.read('990001', async ({ client }) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await app.ownerPool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await wait(200);
    return client.query('select 1');
  });

  await assert.rejects(cut);
  const after = await app.read('990001', ({ client }) => client.query('select 1 as one'));
  assert.deepEqual(after.rows, [{ one: 1 }]);
});
