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

/** Processor time of the helpers, and the most memory at one moment (PSS): of this process with its helpers, and of the helpers alone. */
export type Helpers = { readonly cpuMs: number; readonly peakMb: number; readonly helpersMb: number };

/** Watches this process and those that it starts, until it is asked. */
export function watchHelpers(): () => Helpers {
  const cpu = new Map<number, number>();
  let [peakMb, helpersMb] = [0, 0];
  const look = () => {
    const helpers = listProcesses().filter(({ parent, command }) => parent === process.pid && command.includes('import-reader'));
    for (const it of helpers) cpu.set(it.pid, it.cpuMs);
    const mb = memoryOf(helpers);
    helpersMb = Math.max(helpersMb, mb);
    peakMb = Math.max(peakMb, mb + pssOf(process.pid));
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return { cpuMs: [...cpu.values()].reduce((sum, it) => sum + it, 0), peakMb, helpersMb };
  };
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
