import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '#/testing.ts';
import { copyOut } from './copy-out.ts';

const NUMBERS = 'select n, case when n % 2 = 0 then null else n::text end from generate_series(1, 5000) n';

test('rows come as bytes, in order, with what is empty told apart', async (t) => {
  const app = await startTestApp(t);
  const seen: (readonly [number, string | null])[] = [];
  await app.read('990001', ({ client }) =>
    copyOut(client, NUMBERS, ([n, text]) => seen.push([n!.readInt32BE(), text === null ? null : text!.toString()])),
  );
  assert.deepEqual(
    seen,
    Array.from({ length: 5000 }, (_, i) => [i + 1, (i + 1) % 2 === 0 ? null : String(i + 1)]),
  );
});

test('who stumbles over a row ends his own reading with that fault, and the connection serves the next', async (t) => {
  const app = await startTestApp(t);
  let read = 0;
  const stumble = app.read('990001', ({ client }) =>
    copyOut(client, NUMBERS, () => {
      read += 1;
      if (read === 3) throw new Error('the third row is odd');
    }),
  );
  await assert.rejects(stumble, /the third row is odd/);
  assert.equal(read, 3);
  const after = await app.read('990001', ({ client }) => client.query('select 1 as one'));
  assert.deepEqual(after.rows, [{ one: 1 }]);
});
