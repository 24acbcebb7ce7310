/** One launcher at a time installs; the others wait for it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const CHECK_EVERY_MS = 200;

/**
 * Runs `work` while holding the lock file, which names its holder by process number and start time: a number alone may have passed on to
 * another program after a crash.
 * @template T @param {string} file @param {() => void} onWait @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function inTurn(file, onWait, work) {
  const me = `${process.pid} ${startOf(process.pid)}`;
  for (let waited = 0; !take(file, me); waited++) {
    if (waited === 1) onWait();
    await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  }
  const leave = () => fs.rmSync(file, { force: true });
  process.once('exit', leave);
  try {
    return await work();
  } finally {
    process.removeListener('exit', leave);
    leave();
  }
}

/** @param {string} file @param {string} me */
function take(file, me) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, me);
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(mine, { force: true });
  }
  const holder = read(file);
  if (holder !== null && !isAlive(holder) && read(file) === holder) fs.rmSync(file, { force: true });
  return false;
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} holder */
function isAlive(holder) {
  const [pid = '', ...start] = holder.split(' ');
  return startOf(Number(pid)) === start.join(' ') && start.join(' ') !== '';
}

/** When the process started, in whatever words the system has for it; empty when there is none. @param {number} pid */
function startOf(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  }
  if (process.platform === 'win32')
    return spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).stdout?.includes(String(pid)) ? 'running' : '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).stdout?.trim() ?? '';
}
