import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..');
export const BIN = path.join(ROOT, 'node_modules');

export type Failure = { readonly title: string; readonly text: string };
export type Outcome = { readonly passed: number; readonly skipped: readonly string[]; readonly failures: readonly Failure[] };
export type Part = { readonly name: string; readonly run: () => Promise<Outcome> };

export type Ended = { readonly code: number; readonly output: string };

/** Runs a Node program in the project. `show` lets its output through while it runs. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}, show = false): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (show) process.stdout.write(text);
    });
  }
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output })));
}

/** A check counts as one: it holds or it does not. */
export function check(name: string, args: readonly string[]): Part {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode(args);
      return code === 0 ? { passed: 1, skipped: [], failures: [] } : { passed: 0, skipped: [], failures: [{ title: name, text: output }] };
    },
  };
}
