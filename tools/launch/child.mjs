/** Runs one program in our place: same terminal, same signals, same exit code, and not longer than the npm that started us. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

const WATCH_EVERY_MS = 250;

const atStart = ancestors();

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

/** Under npm we end with it: the shell in between may not hand a signal on, and outlives an npm that is killed. */
function hasParentGone() {
  return process.env.npm_lifecycle_event !== undefined && ancestors() !== atStart;
}

function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Unknown outside Linux. @param {number} pid */
function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}
