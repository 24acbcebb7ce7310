import fs from 'node:fs';
import type { Started } from './server.ts';

type Process = { readonly pid: number; readonly parent: number; readonly command: string; readonly cpuMs: number };

/** Everything that one start of the product brought up: launcher, server, supervisor, and PostgreSQL with its workers. Linux only. */
export type Family = { readonly node: readonly Process[]; readonly database: readonly Process[] };

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export const canSeeProcesses = process.platform === 'linux';

/** The database is found by its folder, for its supervisor is nobody's child once the launcher is gone. */
export function familyOf({ pid }: Started, data: string): Family {
  const all = listProcesses();
  const wanted = new Set(all.filter((it) => it.pid === pid || it.command.includes(data)).map((it) => it.pid));
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const it of all) if (wanted.has(it.parent)) wanted.add(it.pid);
  }
  const ours = all.filter((it) => wanted.has(it.pid));
  const isDatabase = ({ command }: Process) => command.startsWith('postgres') || command.includes('/bin/postgres');
  return { node: ours.filter((it) => !isDatabase(it)), database: ours.filter(isDatabase) };
}

/** Megabytes, with pages that several processes share counted once (PSS). */
export function memoryOf(processes: readonly Process[]): number {
  return processes.reduce((sum, it) => sum + pssOf(it.pid), 0);
}

/** Processor time that a piece of work took, which a busy machine lengthens far less than the clock. */
export async function withCost<T extends { readonly answered: number }>(
  product: Started,
  data: string,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly cost: string }> {
  if (!canSeeProcesses) return { value: await work(), cost: '' };
  const before = familyOf(product, data);
  const value = await work();
  const after = familyOf(product, data);
  const each = (part: keyof Family) => ((cpuOf(after[part]) - cpuOf(before[part])) / value.answered).toFixed(2);
  return { value, cost: `processor time each: Node ${each('node')} ms, PostgreSQL ${each('database')} ms` };
}

/** Processor time in milliseconds of the database in a folder, with its workers, until now. */
export function databaseCpu(folder: string): number {
  if (!canSeeProcesses) return 0;
  return cpuOf(familyOf({ pid: -1 } as Started, folder).database);
}

/** While a roll is read: processor time of the reading process, and the most memory at one moment (PSS) of the server with it, of which the server's own; and what the server had before. */
export type Watched = { readonly cpuMs: number; readonly peakMb: number; readonly serverMb: number; readonly beforeMb: number };

/** Watches a server and the process in which it has a roll read, until it is asked. */
export function watchImport(serverPid: number): () => Watched {
  const cpu = new Map<number, number>();
  const beforeMb = pssOf(serverPid);
  let [peakMb, serverMb] = [0, 0];
  const look = () => {
    const readers = listProcesses().filter(({ parent, command }) => parent === serverPid && command.includes('import-reader'));
    for (const it of readers) cpu.set(it.pid, it.cpuMs);
    const own = pssOf(serverPid);
    const all = own + memoryOf(readers);
    if (all > peakMb) [peakMb, serverMb] = [all, own];
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return { cpuMs: [...cpu.values()].reduce((sum, it) => sum + it, 0), peakMb, serverMb, beforeMb };
  };
}

/** Processor time of one process until now, in milliseconds. */
export function cpuOfProcess(pid: number): number {
  return cpuOf(listProcesses().filter((it) => it.pid === pid));
}

function cpuOf(processes: readonly Process[]): number {
  return processes.reduce((sum, it) => sum + it.cpuMs, 0);
}

function listProcesses(): readonly Process[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(fields[1]), command, cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }];
    } catch {
      return [];
    }
  });
}

/** A process that ended meanwhile has none. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
