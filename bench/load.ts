import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './numbers.ts';

export type Load = { readonly perSecond: number; readonly answered: number; readonly medianMs: number; readonly failed: number };

export type Get = {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
};

export const hasWrk = spawnSync('wrk', ['--version'], { stdio: 'ignore' }).error === undefined;

/** The same GET over and over on connections that stay open: by wrk where it is installed, otherwise by our own generator. */
export async function loadGet({ url, headers = {}, connections, seconds }: Get): Promise<Load> {
  if (hasWrk) return wrk({ url, headers, connections, seconds });
  const { pathname, search } = new URL(url);
  const request = requestOf(url, { method: 'GET', path: pathname + search, headers });
  return loadRequests(url, { connections, seconds, next: () => request });
}

async function wrk({ url, headers = {}, connections, seconds }: Get): Promise<Load> {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  return runWrk([`-c${connections}`, `-d${seconds}s`, ...lines, url]);
}

/**
 * Each request once, made before the clock runs: by wrk where it is installed, for a generator of our own takes processor time from what it
 * measures. What is on its way when the time is up is not counted as answered.
 */
export async function loadOnce(folder: string, url: string, { connections, seconds, requests }: Once): Promise<Load> {
  if (!hasWrk) {
    let sent = 0;
    return loadRequests(url, { connections, seconds, next: () => requests[sent++] ?? ranOut(requests.length) });
  }
  const list = path.join(folder, `requests-${Date.now()}.txt`);
  const script = `${list}.lua`;
  fs.writeFileSync(list, requests.map((it) => it.toString('utf8').replaceAll('\r\n', LINE_END)).join('\n'));
  fs.writeFileSync(script, `${ONE_BY_ONE}\nread(${JSON.stringify(list)})\n`);
  return runWrk([`-c${connections}`, `-d${seconds}s`, '-s', script, url]);
}

export type Once = { readonly connections: number; readonly seconds: number; readonly requests: readonly Buffer[] };

const LINE_END = '\u0001';
const ONE_BY_ONE = `local all, sent = {}, 0
function read(file) for line in io.lines(file) do all[#all + 1] = line:gsub('\\1', '\\r\\n') end end
function request() sent = sent + 1 return all[sent] end`;

function ranOut(made: number): never {
  throw new Error(`more than ${made} requests in one round`);
}

async function runWrk(args: readonly string[]): Promise<Load> {
  const child = spawn('wrk', ['-t1', '--latency', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of child.stdout) printed += chunk;
  const number = (pattern: RegExp) => Number(pattern.exec(printed)?.[1] ?? 0);
  const [, latency = '0', unit = 'ms'] = /50%\s+([\d.]+)(us|ms|s)\b/.exec(printed) ?? [];
  const failed = number(/Non-2xx or 3xx responses: (\d+)/);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    answered: number(/(\d+) requests in/) - failed,
    medianMs: Number(latency) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'],
    failed,
  };
}

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A request as bytes, made before the clock runs. */
export function requestOf(url: string, { method, path, headers, body = '' }: Request): Buffer {
  const all = { host: new URL(url).host, ...headers, ...(body === '' ? {} : { 'content-type': 'application/json' }) };
  const lines = Object.entries({ ...all, 'content-length': String(Buffer.byteLength(body)) }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

export type Requests = { readonly connections: number; readonly seconds: number; readonly next: () => Buffer };

/** Keeps one request on its way on each connection until the time is up. Anything but 200 counts as failed. */
export async function loadRequests(url: string, { connections, seconds, next }: Requests): Promise<Load> {
  const { hostname, port } = new URL(url);
  const started = performance.now();
  const deadline = started + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  const one = async () => {
    const line = await openLine(hostname, Number(port));
    for (let sent = performance.now(); sent < deadline; sent = performance.now()) {
      const status = await line.send(next());
      times.push(performance.now() - sent);
      if (status !== 200) failed++;
    }
    line.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (performance.now() - started) / 1000;
  return { perSecond: (times.length - failed) / elapsed, answered: times.length - failed, medianMs: median(times), failed };
}

type Line = { send(request: Buffer): Promise<number>; close(): void };

/** One connection, one answer at a time; the answers all carry their length. */
async function openLine(host: string, port: number): Promise<Line> {
  const socket = net.connect({ host, port, noDelay: true });
  let waiting: { resolve(status: number): void; reject(fault: Error): void } | null = null;
  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    received = Buffer.alloc(0);
    waiting?.resolve(Number(head.slice(9, 12)));
  });
  socket.on('error', (fault) => waiting?.reject(fault));
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    send(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      });
    },
    close() {
      waiting = null;
      socket.destroy();
    },
  };
}
