import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { MODULES } from '#/life.ts';
import { storeFile } from '#/platform/files.ts';
import { startTestApp } from '#/testing.ts';

/** A value for each parameter of a read's path or query: enough to reach the database. */
const SAMPLES: Readonly<Record<string, string>> = {
  year: '2026',
  month: '6',
  kind: 'ten-things',
  asOf: '2026-06-18',
  digest: 'a'.repeat(64),
  limit: '10',
};

test('a caller of one district is turned away from every route of another', async (t) => {
  const app = await startTestApp(t);
  const stranger = app.as(['office'], { district: '990001' });
  const answers: string[] = [];

  for (const module of MODULES) {
    for (const it of module.commands) {
      const response = await app.app.inject({
        method: 'POST',
        url: `/api/990002/${it.name.replace('.', '/')}`,
        headers: { cookie: `test=${stranger.actor.accountId}`, 'x-luoshi-csrf': 'test' },
        payload: { id: newId(), name: it.name, version: 1, input: {} },
      });
      if ('permission' in it && response.statusCode !== 403) answers.push(`${it.name}: ${response.statusCode}`);
    }
    for (const it of module.reads ?? []) {
      const path = it.path.replace(/:(\w+)/g, (_, name: string) => SAMPLES[name] ?? newId());
      const response = await app.app.inject({ url: `/api/990002${path}`, headers: { cookie: `test=${stranger.actor.accountId}` } });
      if (response.statusCode !== 403) answers.push(`GET ${it.path}: ${response.statusCode}`);
    }
  }

  assert.deepEqual(answers, []);
});

test('even a transaction that names no district, or another one, sees and writes nothing of a district', async (t) => {
  const app = await startTestApp(t);
  await app.mustRun(storeFile, '990001', { digest: 'a'.repeat(64), name: '佐证.txt', size: 3, mediaType: 'text/plain' });

  const bare = await app.world.pool.query('select * from platform.file');
  const client = await app.world.pool.connect();
  await client.query(`begin; set local luoshi.district = '990002'`);
  const other = await client.query('select * from platform.file');
  const written = client.query(`insert into platform.file (district, digest, size, media_type, name, stored_at)
    values ('990001', repeat('b', 64), 1, 'text/plain', 'b', now())`);

  await assert.rejects(written, /row-level security/);
  await client.query('rollback');
  client.release();
  assert.deepEqual([bare.rowCount, other.rowCount], [0, 0]);
});

test('without a log-in every route of the interface asks for one, and a writing request from another site is refused', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const envelope = { id: newId(), name: 'organisation.set-up-unit', version: 1, input: {} };

  const anonymous = await app.app.inject({ method: 'POST', url: '/api/990001/organisation/set-up-unit', payload: envelope });
  const withoutToken = await app.app.inject({
    method: 'POST',
    url: '/api/990001/organisation/set-up-unit',
    headers: { cookie: `test=${office.actor.accountId}` },
    payload: envelope,
  });
  const foreign = await app.app.inject({
    method: 'POST',
    url: '/api/990001/organisation/set-up-unit',
    headers: {
      cookie: `test=${office.actor.accountId}`,
      'x-luoshi-csrf': 'test',
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    },
    payload: envelope,
  });

  assert.deepEqual([anonymous.statusCode, withoutToken.statusCode, foreign.statusCode], [401, 403, 403]);
});
