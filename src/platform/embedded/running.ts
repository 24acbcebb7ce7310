import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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

/** A name of this cluster that its server and every child of it carry on their command line, where each user may read it. */
export function tagOf(data: string): string {
  return `luoshi-${createHash('sha256').update(fs.realpathSync(data)).digest('hex').slice(0, 12)}`;
}

export function isServerOf(pid: number, data: string): boolean {
  return process.platform === 'win32' ? isAlive(pid) : commandLineOf(pid).includes(tagOf(data));
}

function hasProcesses(data: string): boolean {
  if (process.platform !== 'linux') return false;
  const tag = tagOf(data);
  return fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && commandLineOf(Number(name)).includes(tag));
}

/** Empty for a process that is gone or only waits to be reaped. */
function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '';
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
