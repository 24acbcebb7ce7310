import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { anonymousRoleOf } from '#/platform/migrate.ts';
import { hexHash } from './rules/belenios/structures.ts';
import { anOpenBox, ballotOf, DISTRICT } from './test-box.ts';

/** A server of its own over the database of the test; it says on standard output where it listens, and one line for each request it logs. */
const SERVER = (app: string, anonymous: string) => `
  import { compose, webOf } from '#/compose.ts';
  import { openPool } from '#/platform/pool.ts';
  import { keysOf } from '#/platform/secrets.ts';
  const keys = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
  const pools = [openPool(${JSON.stringify(app)}, 2), openPool(${JSON.stringify(anonymous)}, 2)];
  const it = compose({ pool: pools[0], anonymousPool: pools[1], keys, filesFolder: 'no-such-folder', today: null });
  const session = { register() {}, findSession: async () => null };
  const web = await webOf(it, { session, staffFolder: null, trustProxy: false, logger: 'all' });
  await web.listen({ port: 0, host: '127.0.0.1' });
  console.log('port ' + web.server.address().port);`;

type Running = { readonly child: ChildProcess; readonly url: string; readonly said: () => string };

async function startServer(app: string): Promise<Running> {
  const role = 'luoshi_test_app';
  const script = SERVER(app, app.replace(`//${role}:`, `//${anonymousRoleOf(role)}:`));
  const child = spawn(process.execPath, ['-e', script], { cwd: path.join(import.meta.dirname, '../..') });
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /port (\d+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('exit', () => reject(new Error(said)));
  });
  return { child, url: `http://127.0.0.1:${port}`, said: () => said };
}

async function ask(
  url: string,
  command: string,
  input: unknown,
): Promise<{ readonly tracker?: string; readonly recorded?: boolean } | null> {
  const body = JSON.stringify({ input });
  const sent = fetch(`${url}/api/${DISTRICT}/ballot/${command}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return sent.then(async (response) => ((await response.json()) as { value: { tracker?: string } }).value).catch(() => null);
}

test('the server is killed while deputies cast: afterwards each hears that the ballot is recorded, or not yet, and sending it again makes it one', async (t) => {
  const it = await anOpenBox(t);
  const ballots = it.credentials.slice(0, 5).map((credential) => ballotOf(it.open, credential, [[1, 0, 0]]));
  const { connectionString } = (it.app.world.pool as unknown as { options: { connectionString: string } }).options;
  const first = await startServer(connectionString);
  t.after(() => first.child.kill('SIGKILL'));

  const answered: (string | undefined)[] = [];
  const casting = ballots.map(async (ballot) => {
    const answer = await ask(first.url, 'cast', { election: it.electionUuid, ballot });
    if (answer !== null) answered.push(answer.tracker);
    if (answered.length === 1) first.child.kill('SIGKILL');
  });
  await Promise.all(casting);
  const second = await startServer(connectionString);
  t.after(() => second.child.kill('SIGKILL'));
  const recorded = await Promise.all(
    ballots.map((ballot) => ask(second.url, 'find-tracker', { election: it.electionUuid, tracker: hexHash(ballot) })),
  );
  const again = await Promise.all(ballots.map((ballot) => ask(second.url, 'cast', { election: it.electionUuid, ballot })));

  const missing = ballots.filter((_, i) => recorded[i]?.recorded !== true).map(hexHash);
  assert.ok(answered.length >= 1);
  assert.deepEqual(
    answered.filter((tracker) => missing.includes(tracker!)),
    [],
    'who had an answer is in the box',
  );
  assert.deepEqual(
    again.map((one) => one?.tracker),
    ballots.map(hexHash),
  );
  const { rows } = await it.app.ownerPool.query('select tracker from ballot.sealed_paper order by tracker');
  assert.deepEqual(
    rows.map((row) => row.tracker),
    ballots.map(hexHash).sort(),
  );
  await fetch(`${second.url}/healthz`);
  // A line reaches us after its answer; that of an ordinary request has to come.
  while (!second.said().includes('"path":"/healthz"')) await once(second.child.stdout!, 'data');
  assert.doesNotMatch(second.said() + first.said(), /cast|tracker|election/, 'the log says nothing about ballots');
});
