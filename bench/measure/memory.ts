import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Started } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED_MB = 350;
const REST_MS = 20_000;

type Process = { readonly pid: number; readonly parent: number; readonly command: string };

/** Launcher, server, supervisor and every process of PostgreSQL, untouched for a while after the start. Shared pages count once (PSS). */
export async function measureMemory({ pid }: Started, data: string): Promise<Row> {
  const name = '静置内存 memory at rest, with the database';
  const wanted = `≤ ${WANTED_MB} MB`;
  if (process.platform !== 'linux') return { name, measured: 'only on Linux', wanted, isMet: null };
  await wait(REST_MS);
  const all = listProcesses();
  const roots = all.filter((it) => it.pid === pid || it.command.includes(data)).map((it) => it.pid);
  const ours = withDescendants(all, roots);
  const isDatabase = ({ command }: Process) => command.startsWith('postgres') || command.includes('/bin/postgres');
  const pss = (processes: readonly Process[]) => processes.reduce((sum, it) => sum + pssOf(it.pid), 0);
  const total = pss(ours);
  const database = pss(ours.filter(isDatabase));
  return {
    name,
    measured: `${Math.round(total)} MB`,
    wanted,
    reference: `PostgreSQL ${Math.round(database)} MB, Node ${Math.round(total - database)} MB`,
    isMet: total <= WANTED_MB,
  };
}

function listProcesses(): readonly Process[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'latin1');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return [];
    }
  });
}

function withDescendants(all: readonly Process[], roots: readonly number[]): readonly Process[] {
  const wanted = new Set(roots);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const it of all) if (wanted.has(it.parent)) wanted.add(it.pid);
  }
  return all.filter((it) => wanted.has(it.pid));
}

/** Megabytes; a process that ended meanwhile has none. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
