import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';

const ROOT = path.join(import.meta.dirname, '..', '..');

export type OwnServer = { readonly url: string; stop(): Promise<void> };

/** The product on a data folder of its own: first the district is set up, then the server starts on it. */
export async function startOwnServer(setUp: string, more: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-story-'));
  const port = String(31_000 + (process.pid % 9_000));
  const env = { ...process.env, LUOSHI_DATA: path.join(folder, 'data'), LUOSHI_TODAY: '', PORT: port, DATABASE_URL: '', ...more };
  const run = (...args: string[]) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const ended = await untilEnd(run(setUp));
  if (ended !== 0) throw new Error(`the district was not set up (${ended})`);
  const server = run('src/main.ts', 'start', '--no-demo');
  const url = `http://127.0.0.1:${port}`;
  await expect(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200)).toPass({ timeout: 120_000 });
  return {
    url,
    async stop() {
      const end = untilEnd(server);
      server.kill('SIGTERM');
      await end;
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
