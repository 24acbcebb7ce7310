import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export type Found = { readonly pid: number; readonly ready: boolean; readonly host: string; readonly port: number };

/** The living server of this cluster, by the file that PostgreSQL keeps: line 1 pid, 4 port, 5 socket folder, 6 address, 8 state. */
export function findServer(data: string): Found | null {
  const lines = pidFile(data);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isServerOf(pid, data)) return null;
  return { pid, ready: lines[7]?.trim() === 'ready', port: Number(lines[3]), host: lines[4]?.trim() || lines[5]?.trim() || '127.0.0.1' };
}

/**
 * Removes a `postmaster.pid` that names something else: a program that inherited the number, or a dead server that nobody reaped (in a
 * container where Node is process 1). PostgreSQL would refuse to start. Not while any of its children still lives in the cluster.
 */
export function clearStalePidFile(data: string): void {
  const pid = Number(pidFile(data)?.[0]);
  if (!pid || !isAlive(pid) || isServerOf(pid, data) || hasProcesses(data)) return;
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidFile(data: string): string[] | null {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

export function isServerOf(pid: number, data: string): boolean {
  if (process.platform === 'linux') return worksIn(pid, data);
  if (process.platform === 'win32') return isAlive(pid);
  return /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout ?? '');
}

function hasProcesses(data: string): boolean {
  if (process.platform !== 'linux') return false;
  return fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), data));
}

/** Every process of a server has the cluster as its working directory; a zombie has none any more. */
function worksIn(pid: number, data: string): boolean {
  try {
    const same = fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
    return same && /^postgres/.test(fs.readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch {
    return false;
  }
}
