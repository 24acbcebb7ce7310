/**
 * Keeps the database server alive for as long as somebody holds a lease, and ends it afterwards. A lease is an open connection to the
 * supervisor's own socket: when its holder dies, even by kill -9, the operating system closes it. Runs as a process of its own, in no one's
 * process group, so that Ctrl-C in a terminal reaches the application and not the database.
 */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { makeCluster, removeAttempts } from './cluster.ts';
import { type Address, type Files, filesOf, leaseIn, readJson, SOCKET_FOLDER, secretsOf, writeJson } from './files.ts';
import { chooseRunner, type Runner } from './identity.ts';
import { takeLock } from './lock.ts';
import { findNative } from './native.ts';
import type { Found } from './running.ts';
import { ended, startServer, stopServer } from './server.ts';

export type Report = { readonly ready: true } | { readonly busy: true } | { readonly failed: string };

const FIRST_LEASE_MS = 15_000;
const MOST_RESTARTS = 5;
const LARGEST_LOG = 8 * 1024 * 1024;
const HOUR_MS = 3_600_000;

type State = { server: Found; stopping: boolean; restarts: number; readonly leases: Set<net.Socket> };

await run(process.argv[2]!, process.argv[3] !== 'not-durable');

async function run(folder: string, durable: boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  process.stdout.on('error', () => {});
  const files = filesOf(folder);
  try {
    if ('heldBy' in takeLock(files.lock)) return report({ busy: true });
    const { server, runner } = await open(files, durable);
    const state: State = { server, stopping: false, restarts: 0, leases: new Set() };
    listen(files, state);
    process.on('SIGTERM', () => void end(files, state));
    void watch(files, state, runner, durable);
  } catch (error) {
    report({ failed: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  }
}

async function open(files: Files, durable: boolean): Promise<{ server: Found; runner: Runner }> {
  fs.rmSync(`${files.log}.old`, { force: true });
  if ((fs.statSync(files.log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) fs.renameSync(files.log, `${files.log}.old`);
  removeAttempts(files);
  const secrets = secretsOf(files);
  const runner = chooseRunner(findNative(), files.data);
  if (!fs.existsSync(files.data)) makeCluster(files, secrets, runner, durable);
  const server = await startServer(files, runner, durable);
  clearOldAddress(files, server);
  return { server, runner };
}

/** After kill -9 the last server's socket folder is left over. */
function clearOldAddress(files: Files, server: Found): void {
  const old = fs.existsSync(files.address) ? readJson<Address>(files.address) : null;
  if (old && old.host !== server.host) removeSockets(old.host);
}

function removeSockets(host: string): void {
  if (path.isAbsolute(host) && path.basename(host).startsWith(SOCKET_FOLDER)) fs.rmSync(host, { recursive: true, force: true });
}

function listen(files: Files, state: State): void {
  const lease = leaseIn(state.server.host);
  if (process.platform !== 'win32') fs.rmSync(lease, { force: true });
  const door = net.createServer({ allowHalfOpen: true }, (socket) => admit(files, state, socket));
  door.listen(lease, () => {
    writeJson(files.address, { host: state.server.host, port: state.server.port, lease } satisfies Address);
    report({ ready: true });
  });
  setTimeout(() => state.leases.size === 0 && void end(files, state), FIRST_LEASE_MS);
  // Cleaners of temporary folders take what nobody has touched for days; PostgreSQL keeps its own socket fresh in the same way.
  if (process.platform !== 'win32') setInterval(() => fs.utimesSync(lease, new Date(), new Date()), HOUR_MS).unref();
}

function admit(files: Files, state: State, socket: net.Socket): void {
  if (state.stopping) return void socket.destroy();
  state.leases.add(socket);
  socket.write(`${JSON.stringify({ pid: state.server.pid })}\n`);
  const leave = () => {
    if (!state.leases.delete(socket)) return;
    if (state.leases.size > 0) socket.destroy();
    else void end(files, state);
  };
  socket.resume().on('end', leave).on('close', leave).on('error', leave);
}

/** A server that falls while it is needed is started again at the same place; one that keeps falling is given up. */
async function watch(files: Files, state: State, runner: Runner, durable: boolean): Promise<void> {
  while (!state.stopping) {
    await ended(files, state.server.pid);
    if (state.stopping) return;
    if (state.restarts++ >= MOST_RESTARTS) return end(files, state);
    state.server = await startServer(files, runner, durable, state.server.host).catch(() => state.server);
  }
}

/** The last holder's connection stays open until the process is gone, so that who gives up a lease can wait for the end. */
async function end(files: Files, state: State): Promise<void> {
  if (state.stopping) return;
  state.stopping = true;
  await stopServer(files, state.server.pid);
  removeSockets(state.server.host);
  fs.rmSync(files.address, { force: true });
  process.exit(0);
}

function report(it: Report): void {
  process.stdout.write(`${JSON.stringify(it)}\n`);
}
