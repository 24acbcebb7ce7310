import { spawn } from 'node:child_process';
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
  fs.mkdirSync(files.home, { recursive: true, mode: 0o700 });
  const mine = exclusive ? takeFolder(folder) : null;
  const deadline = performance.now() + PATIENCE_MS;
  try {
    for (let attached = true; ; ) {
      const lease = await takeLease(files.address);
      if (lease) return describe(lease, readJson<Secrets>(files.secrets), attached, mine);
      const report = await spawnSupervisor(folder, durable);
      if ('failed' in report) throw new Error(report.failed);
      attached = 'busy' in report;
      if (performance.now() > deadline) throw new Error(`the database server on ${folder} does not answer`);
      if (attached) await wait(150);
    }
  } catch (error) {
    mine?.release();
    throw error;
  }
}

/** Two applications on one folder would each believe to be the only one: jobs would run twice and ports would clash. */
function takeFolder(folder: string): Lock {
  const taken = takeLock(path.join(path.resolve(folder), 'start.lock'));
  if ('release' in taken) return taken;
  const who = taken.heldBy ? ` (pid ${taken.heldBy})` : '';
  const message = `数据目录 ${folder} 正由另一个 luoshi 使用${who}。Another luoshi is running on the data folder ${folder}${who}.`;
  throw Object.assign(new Error(message), { code: 'folder-in-use' });
}

type Lease = { readonly socket: net.Socket; readonly pid: number; readonly address: Address };

/** Null when nobody keeps a server there, or when it is just ending. */
async function takeLease(file: string): Promise<Lease | null> {
  if (!fs.existsSync(file)) return null;
  try {
    const address = readJson<Address>(file);
    const socket = net.connect({ path: address.lease, allowHalfOpen: true });
    const hello = await firstLine(socket, 5_000);
    return hello === null ? null : { socket, pid: (JSON.parse(hello) as { pid: number }).pid, address };
  } catch {
    return null;
  }
}

function describe({ socket, pid, address }: Lease, secrets: Secrets, attached: boolean, mine: Lock | null): Embedded {
  const url = (role: string, password: string, database: string) =>
    address.host.startsWith('/')
      ? `postgresql://${role}:${password}@/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`
      : `postgresql://${role}:${password}@${address.host}:${address.port}/${database}`;
  const closed = new Promise<void>((resolve) => void socket.on('error', () => {}).once('close', () => resolve()));
  return {
    adminUrl: url('luoshi_admin', secrets.admin, 'postgres'),
    ownerUrl: url('luoshi_owner', secrets.owner, 'luoshi'),
    appUrl: url('luoshi_app', secrets.app, 'luoshi'),
    attached,
    pid,
    stop: async () => {
      socket.resume().end();
      await closed;
      mine?.release();
    },
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
