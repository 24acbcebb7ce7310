import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Place } from './place.ts';

/** The day of every district in the bench, so that each run computes the same lights. */
export const TODAY = '2026-06-18';

export type Started = {
  readonly address: string;
  readonly pid: number;
  /** From the command to the line with the address. */
  readonly startMs: number;
  stop(): Promise<void>;
};

export type Starting = { readonly checkout: string; readonly data: string; readonly env?: NodeJS.ProcessEnv; readonly patienceMs?: number };

/** Starts the product as `npm start` does, without npm itself, on a free port, and waits until it prints its address. */
export async function startProduct(place: Place, { checkout, data, env = {}, patienceMs = 90_000 }: Starting): Promise<Started> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(checkout, 'tools', 'run.mjs'), 'start'], {
    cwd: checkout,
    env: { ...cleanEnvironment(), LUOSHI_DATA: data, LUOSHI_TODAY: TODAY, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => stopChild(child);
  place.onEnd(stop);
  const address = await addressOf(child, patienceMs).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
  return { address, pid: child.pid!, startMs: performance.now() - started, stop };
}

/** Nothing of the npm that started the bench, and no setting of the person's own installation. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|LUOSHI_|DATABASE_|MALLOC_|NODE_COMPILE_CACHE$|PORT$|HOST$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function addressOf(child: ChildProcess, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => reject(new Error(`${why}\n${printed.slice(-2_000)}`));
    const timer = setTimeout(() => fail(`no address within ${patienceMs / 1000} s`), patienceMs);
    const read = (chunk: Buffer) => {
      printed += chunk;
      const found = /public pages\s+(http:\/\/[^/\s]+)\//.exec(printed);
      if (found === null) return;
      clearTimeout(timer);
      resolve(found[1]!);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`the product ended with ${code}`);
    });
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(hard);
}
