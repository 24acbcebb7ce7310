import { setTimeout as wait } from 'node:timers/promises';
import { canSeeProcesses, familyOf, memoryOf } from '../processes.ts';
import type { Started } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED_MB = 350;
const REST_MS = 20_000;

/** Everything the start brought up, launcher included, untouched for a while. */
export async function measureMemory(product: Started, data: string): Promise<Row> {
  const name = '静置内存 memory at rest, with the database';
  const wanted = `≤ ${WANTED_MB} MB`;
  if (!canSeeProcesses) return { name, measured: 'only on Linux', wanted, isMet: null };
  await wait(REST_MS);
  const { node, database } = familyOf(product, data);
  const [nodeMb, databaseMb] = [memoryOf(node), memoryOf(database)];
  return {
    name,
    measured: `${Math.round(nodeMb + databaseMb)} MB`,
    wanted,
    isMet: nodeMb + databaseMb <= WANTED_MB,
    note: `PSS 20 s after the start: Node ${Math.round(nodeMb)} MB (${node.length} processes), PostgreSQL ${Math.round(databaseMb)} MB`,
  };
}
