import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Address, filesOf, readJson, type Secrets } from './files.ts';
import { type Lock, takeLock } from './lock.ts';
import type { Report } from './supervisor.ts';

export type Embedded = {
  /** Superuser of the cluster: for tests that make databases, never for the application. */
  readonly adminUrl: string;
  /** Owns the database `luoshi`: for migrations. */
  readonly ownerUrl: string;
  /** May do what it is granted: for the application. */
  readonly appUrl: string;
  /** True when the server was already running for somebody else, and stays when we leave. */
  readonly attached: boolean;
  readonly pid: number;
  /** Gives the lease up; resolves when we were the last and the server is gone, or at once when others still use it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly folder: string;
  /** False only in tests: survives no power cut. */
  readonly durable?: boolean;
  /** True for `start`: only one of them may run on a data folder. */
  readonly exclusive?: boolean;
};

const PATIENCE_MS = 60_000;

/** Starts PostgreSQL on the data folder, or takes a lease on the one that runs there. It ends with its last lease, however that ends. */
export async function startEmbedded({ folder, durable = true, exclusive = false }: EmbeddedOptions): Promise<Embedded> {
  const files = filesOf(folder);
  makeHome(files.home);
  const mine = exclusive ? takeFolder(folder) : null;
  try {
    const { lease, attached } = await acquire(folder, durable);
    const giveUp = keep(lease, () => acquire(folder, durable));
    const stop = async () => {
      await giveUp();
      mine?.release();
    };
    return { ...urlsOf(lease.address, readJson<Secrets>(files.secrets)), attached, pid: lease.pid, stop };
  } catch (error) {
    mine?.release();
    throw error;
  }
}

function makeHome(home: string): void {
  try {
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    fs.accessSync(home, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw Object.assign(new Error(`无权使用数据目录 ${home}。The data folder ${home} belongs to somebody else or is read-only.`), {
      code: 'folder-denied',
    });
  }
}

async function acquire(folder: string, durable: boolean): Promise<{ lease: Lease; attached: boolean }> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let attached = true, pause = 100; ; ) {
    const lease = await takeLease(filesOf(folder).address);
    if (lease) return { lease, attached };
    const report = await spawnSupervisor(folder, durable);
    if ('failed' in report) throw new Error(report.failed);
    if (performance.now() > deadline) throw new Error(`the database server on ${folder} does not answer`);
    attached = 'busy' in report;
    if (attached) await wait(pause);
    pause = Math.min(1_000, pause * 2);
  }
}

/** A supervisor that was killed is replaced: the new one finds the server still running. Returns how to give the lease up. */
function keep(first: Lease, acquireAgain: () => Promise<{ lease: Lease }>): () => Promise<void> {
  let holding = Promise.resolve(first);
  let leaving = false;
  const renewWhenLost = ({ socket }: Lease) => {
    socket.once('close', () => {
      if (leaving) return;
      holding = acquireAgain().then(({ lease }) => {
        renewWhenLost(lease);
        return lease;
      });
      holding.catch((error: unknown) => console.error(error));
    });
  };
  renewWhenLost(first);
  return async () => {
    leaving = true;
    const lease = await holding.catch(() => null);
    if (!lease || lease.socket.closed) return;
    const closed = once(lease.socket.ref(), 'close');
    lease.socket.end();
    await closed;
  };
}

/** Two applications on one folder would each believe to be the only one: jobs would run twice and ports would clash. */
function takeFolder(folder: string): Lock {
  const taken = takeLock(path.join(path.resolve(folder), 'start.lock'));
  if ('release' in taken) return taken;
  const who = taken.heldBy ? ` (pid ${taken.heldBy})` : '';
  const message = `数据目录 ${folder} 正由另一个 luoshi 使用${who}。Another luoshi is running on the data folder ${folder}${who}.`;
  throw Object.assign(new Error(message), { code: 'folder-in-use' });
}

/** The connection that keeps the server up. It does not keep us up: an application that ends without a word has left. */
type Lease = { readonly socket: net.Socket; readonly pid: number; readonly address: Address };

/** Null when nobody keeps a server there, or when it is just ending. */
async function takeLease(file: string): Promise<Lease | null> {
  if (!fs.existsSync(file)) return null;
  try {
    const address = readJson<Address>(file);
    const socket = net.connect(address.lease).on('error', () => {});
    const hello = await firstLine(socket, 5_000);
    if (hello === null) {
      socket.destroy();
      return null;
    }
    socket.resume().unref();
    return { socket, pid: (JSON.parse(hello) as { pid: number }).pid, address };
  } catch {
    return null;
  }
}

function urlsOf({ host, port }: Address, secrets: Secrets): Pick<Embedded, 'adminUrl' | 'ownerUrl' | 'appUrl'> {
  const url = (role: string, password: string, database: string) =>
    path.isAbsolute(host)
      ? `postgresql://${role}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
      : `postgresql://${role}:${password}@${host}:${port}/${database}`;
  return {
    adminUrl: url('luoshi_admin', secrets.admin, 'postgres'),
    ownerUrl: url('luoshi_owner', secrets.owner, 'luoshi'),
    appUrl: url('luoshi_app', secrets.app, 'luoshi'),
  };
}

async function spawnSupervisor(folder: string, durable: boolean): Promise<Report> {
  const script = path.join(import.meta.dirname, 'supervisor.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, path.resolve(folder), durable ? 'durable' : 'not-durable'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const line = await firstLine(child.stdout, PATIENCE_MS);
  child.stdout.destroy();
  child.stderr.destroy();
  child.unref();
  return line === null ? { failed: `the database supervisor ended: ${complaint}` } : (JSON.parse(line) as Report);
}

/** Null when the stream ends or `patience` runs out first. */
function firstLine(stream: NodeJS.ReadableStream & { destroy(): void }, patience: number): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    const done = (line: string | null) => {
      clearTimeout(timer);
      resolve(line);
    };
    const timer = setTimeout(() => done(null), patience);
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text.slice(0, text.indexOf('\n')));
    });
    for (const event of ['end', 'close', 'error']) stream.on(event, () => done(null));
  });
}
