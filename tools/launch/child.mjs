/** Runs one program in our place: same terminal, same signals, same exit code, and not longer than the npm that started us. */
import { spawn } from 'node:child_process';
import os from 'node:os';

const WATCH_EVERY_MS = 1_000;

/** @param {string} node @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
export function runInOurPlace(node, args, cwd, env) {
  const child = spawn(node, args, { cwd, env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Ctrl-C reaches every process of the terminal by itself.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  const watch = setInterval(() => hasParentGone() && child.kill('SIGTERM'), WATCH_EVERY_MS);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 1));
    });
  });
}

const parent = process.ppid;

/** Under npm we end with it: some shells in between do not hand a signal on. */
function hasParentGone() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}
