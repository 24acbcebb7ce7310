import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..', '..');

export type OwnServer = {
  readonly url: string;
  /** Off, and on again on another day; `meanwhile` is run in between, with the product off. */
  onDay(day: string, meanwhile?: string): Promise<void>;
  /** 恢复演练: backed up beside the working server, restored into an empty folder with the key file, verified, and started there. */
  restoredElsewhere(): Promise<Restored>;
  stop(): Promise<void>;
};

export type Restored = {
  readonly url: string;
  /** Its data, its keys and its port. */
  readonly there: { readonly LUOSHI_DATA: string; readonly LUOSHI_KEY_FILE: string; readonly PORT: string };
  stop(): Promise<void>;
};

/** The product on a data folder of its own: first the district is set up, then the server starts on it. */
export async function startOwnServer(setUp: string, more: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-story-'));
  const port = String(31_000 + (process.pid % 9_000));
  const env = { ...process.env, LUOSHI_DATA: path.join(folder, 'data'), LUOSHI_TODAY: '', PORT: port, DATABASE_URL: '', ...more };
  const run = (day: string, args: readonly string[], there: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: ROOT,
      env: { ...env, ...(day !== '' && { LUOSHI_TODAY: day }), ...there },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const mustRun = async (day: string, args: readonly string[], there: Readonly<Record<string, string>> = {}) => {
    const ended = await untilEnd(run(day, args, there));
    if (ended !== 0) throw new Error(`${args.join(' ')} ended with ${ended}`);
  };
  const url = `http://127.0.0.1:${port}`;
  const started = async (day: string, there: Readonly<Record<string, string>> = {}, at = url) => {
    const child = run(day, ['src/main.ts', 'start', '--no-demo'], there);
    await expect(async () => expect((await fetch(`${at}/healthz`)).status).toBe(200)).toPass({ timeout: 300_000 });
    return child;
  };
  const halted = async (child: ChildProcess) => {
    const end = untilEnd(child);
    child.kill('SIGTERM');
    await end;
  };
  await mustRun('', [setUp]);
  let server = await started('');
  return {
    url,
    async onDay(day, meanwhile) {
      await halted(server);
      if (meanwhile !== undefined) await mustRun(day, [meanwhile]);
      server = await started(day);
    },
    async restoredElsewhere() {
      const series = path.join(folder, 'backups');
      const elsewhere = String(Number(port) + 1);
      const there = { LUOSHI_DATA: path.join(folder, 'restored'), LUOSHI_KEY_FILE: `${env.LUOSHI_DATA}.key`, PORT: elsewhere };
      await mustRun('', ['src/main.ts', 'backup', series]);
      await mustRun('', ['src/main.ts', 'restore', series], there);
      const restored = await started('', there, `http://127.0.0.1:${elsewhere}`);
      return { url: `http://127.0.0.1:${elsewhere}`, there, stop: () => halted(restored) };
    },
    async stop() {
      await halted(server);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilEnd(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** Runs a command as the person on the page, where a story does not click it. */
export async function runAs<Value>({ request }: Page, district: string, name: string, input: unknown): Promise<Value> {
  const { csrf } = await (await request.get('/api/session/me')).json();
  const answer = await request.post(`/api/${district}/${name.replace('.', '/')}`, {
    headers: { 'x-luoshi-csrf': csrf },
    data: { id: crypto.randomUUID(), name, version: 1, input },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).value as Value;
}
