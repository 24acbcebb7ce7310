import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { cloneDatabase, startTestApp } from '#/testing.ts';
import { exportHeads } from './export-heads.ts';
import { storeFile } from './files.ts';
import { runForAll, startJobs } from './jobs.ts';
import type { Job, JobDeps } from './module.ts';
import { NO_OUTSIDE } from './outside/settings.ts';

test('the application role, which may alter nothing, runs the calendar of jobs', async (t) => {
  const app = await startTestApp(t);
  const { url, drop } = await cloneDatabase();
  const faults: unknown[] = [];
  const deps = { world: app.world, run: async () => null, outside: NO_OUTSIDE };

  const stop = await startJobs([{ name: 'test.nightly', cron: '0 3 * * *', run: async () => {} }], {
    url: url.app,
    deps,
    listDistricts: async () => ['990001'],
    onFault: (_job, fault) => faults.push(fault),
  });
  await wait(200);
  await stop();
  await drop();

  assert.deepEqual(faults, []);
});

test('the head of a district is written to a file of the day', async (t) => {
  const app = await startTestApp(t);
  await app.mustRun(storeFile, '990001', { digest: 'a'.repeat(64), name: '佐证.txt', size: 3, mediaType: 'text/plain' });

  await exportHeads.run('990001', { world: app.world, run: async () => null, outside: NO_OUTSIDE });

  const folder = path.join(app.world.filesFolder, '..', 'heads');
  const [file] = fs.readdirSync(folder).filter((it) => it.startsWith('990001-'));
  const head = JSON.parse(fs.readFileSync(path.join(folder, file!), 'utf8'));
  assert.deepEqual([head.district, head.seq], ['990001', 1]);
  fs.rmSync(path.join(folder, file!));
});

test('a district whose job fails keeps no other from its own', async () => {
  const done: string[] = [];
  const faults: string[] = [];
  const job: Job = {
    name: 'test.nightly',
    cron: '0 3 * * *',
    async run(district) {
      if (district === '990001') throw new Error('no list');
      done.push(district);
    },
  };

  const run = runForAll(job, ['990001', '990002', '990003'], { deps: {} as JobDeps, onFault: (name) => faults.push(name) });

  await assert.rejects(run, /no list/);
  assert.deepEqual([done, faults], [['990002', '990003'], ['test.nightly 990001']]);
});
