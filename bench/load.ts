import { spawn, spawnSync } from 'node:child_process';
import net from 'node:net';
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
  const child = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...lines, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) printed += chunk;
  const number = (pattern: RegExp) => Number(pattern.exec(printed)?.[1] ?? 0);
  const [, latency = '0', unit = 'ms'] = /50%\s+([\d.]+)(us|ms|s)\b/.exec(printed) ?? [];
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    answered: number(/(\d+) requests in/),
    medianMs: Number(latency) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'],
    failed: number(/Non-2xx or 3xx responses: (\d+)/),
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
