import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { answerOf } from '#/delivery/test-list.ts';
import { readNext } from './actions/people/run-imports.ts';
import { CHUNK_ROWS } from './rules/people/importing.ts';
import { aDistrictWithTests, aRow, csvOf, intake, type TestPeople } from './test-people.ts';

type Standing = { readonly state: string; readonly chunks: number; readonly rowsTaken: number };
const standingOf = async (it: TestPeople, no: number) =>
  ((await it.bureau.get(`/records/import?importNo=${no}`)).body as { import: Standing }).import;

/** Asks until it holds; a busy machine takes its time. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await wait(100);
  }
  assert.fail('waited a minute');
}

const BATCHES = 24;

test('a process that is killed while it reads a roll loses nothing: another reads on, and everybody counts once', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const rows = Array.from({ length: BATCHES * CHUNK_ROWS - 7 }, (_, i) =>
    aRow({ serial: i, birthOn: `${1960 + (i % 40)}-05-01`, on: `2026-03-${String((i % 28) + 1).padStart(2, '0')}` }),
  );
  const persons = new Set(rows.map((row) => row.split(',')[1])).size;
  const different = new Set(rows.map((row) => row.split(',').slice(1, 4).join(','))).size;
  const file = await intake(it.list, it.bureau, Buffer.from(csvOf(rows)));
  const { importNo } = answerOf<{ importNo: number }>(
    await it.bureau.run('records.open-import', { target: 'service', targetId: it.kindId, file }),
  );
  const { world } = it.list.app;
  const url = world.pool.options.connectionString!;
  const child = spawn(process.execPath, [new URL('./test-reader.ts', import.meta.url).pathname, url, world.filesFolder], {
    stdio: 'inherit',
  });

  await until(async () => (await standingOf(it, importNo)).chunks >= 2);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const halfway = await standingOf(it, importNo);
  assert.deepEqual([halfway.state, halfway.chunks < BATCHES, (await it.figure()).counted.numerator], ['reading', true, 0]);
  await until(async () => {
    await readNext('990001', it.deps);
    return (await standingOf(it, importNo)).state === 'read';
  });
  assert.deepEqual(await standingOf(it, importNo).then(({ chunks, rowsTaken }) => ({ chunks, rowsTaken })), {
    chunks: BATCHES,
    rowsTaken: different,
  });
  await it.accept(importNo);
  assert.equal((await it.figure()).counted.numerator, persons);
});
