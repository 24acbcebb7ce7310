import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serverEnvironment } from './cluster.ts';
import { type Files, makeSocketFolder, SOCKET_PORT } from './files.ts';
import { commandOf, giveTo, nameForServer, type Runner } from './identity.ts';
import { clearStalePidFile, type Found, findServer, isAlive, isServerOf, tagOf } from './running.ts';

const PATIENCE_MS = 15_000;
/** What PostgreSQL says while the processes of a killed server are still going away. */
const STILL_ENDING = /lock file|shared memory block|could not bind/;

/** Starts the server, or finds the one that outlived its keeper. `host` asks for the socket folder that clients already know. */
export async function startServer(files: Files, runner: Runner, durable: boolean, host?: string): Promise<Found> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = findServer(files.data);
    if (found?.ready) return found;
    const complaint = found ? 'another server is starting or ending' : await launch(files, runner, durable, host);
    if (complaint === null) continue;
    if ((!found && !STILL_ENDING.test(complaint)) || performance.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${complaint}`);
    await wait(100);
  }
}

/** Fast shutdown: open transactions are rolled back, everything is written, the process ends. */
export async function stopServer(files: Files, pid: number): Promise<void> {
  for (let waited = 0; isServerOf(pid, files.data); waited += 10) {
    if (waited % 5_000 === 0) process.kill(pid, 'SIGINT');
    await wait(10);
  }
  for (let waited = 0; isAlive(pid) && waited < 2_000; waited += 10) await wait(10);
}

/** Resolves when the server has ended, by whatever cause. */
export async function ended(files: Files, pid: number): Promise<void> {
  while (isServerOf(pid, files.data)) await wait(250);
}

/** Null when it came up, otherwise what it wrote. */
async function launch(files: Files, runner: Runner, durable: boolean, wanted?: string): Promise<string | null> {
  clearStalePidFile(files.data);
  giveTo(runner.identity, files.data);
  const windows = process.platform === 'win32';
  const host = windows ? '127.0.0.1' : (wanted ?? makeSocketFolder());
  if (!windows) giveTo(runner.identity, host);
  const listen = windows
    ? ['-p', String(await freePort()), '-c', 'listen_addresses=127.0.0.1']
    : ['-p', String(SOCKET_PORT), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${host}`, '-c', 'unix_socket_permissions=0700'];
  const args = [
    '-D',
    nameForServer(runner.identity, files.data),
    ...listen,
    ...settings(files.data, durable).flatMap((setting) => ['-c', setting]),
  ];
  const log = fs.openSync(files.log, 'a', 0o600);
  const logStart = fs.fstatSync(log).size;
  const { file, args: all, ids } = commandOf(runner, 'postgres', args);
  const child = spawn(file, all, { ...ids, cwd: files.data, env: serverEnvironment(), stdio: ['ignore', log, log], detached: true });
  fs.closeSync(log);
  const up = await untilReady(child, files.data);
  if (up === null) return null;
  if (!windows && !wanted) fs.rmSync(host, { recursive: true, force: true });
  return `${up} ${fs.readFileSync(files.log).subarray(logStart).toString('utf8')}`;
}

async function untilReady(child: ChildProcess, data: string): Promise<string | null> {
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `ended with ${code ?? signal}.`;
  });
  child.unref();
  while (failure === null) {
    const found = findServer(data);
    if (found?.ready && found.pid === child.pid) return null;
    if (child.pid && !isAlive(child.pid)) failure = 'ended.';
    await wait(10);
  }
  return failure;
}

/** Modest at rest: the server shares a small machine with the application and, in tests, with a browser. */
function settings(data: string, durable: boolean): readonly string[] {
  return [
    'shared_buffers=96MB',
    `max_connections=${durable ? 60 : 200}`,
    'jit=off',
    'io_method=sync',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    `cluster_name=${tagOf(data)}`,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
