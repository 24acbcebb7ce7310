/**
 * The smallest application that uses the embedded database, as a process of its own for the tests to kill:
 * `node test-app.ts FOLDER [ACKNOWLEDGED]`. With the second argument it inserts rows and notes each number once it is committed.
 */
import fs from 'node:fs';
import { type Embedded, startEmbedded } from './embedded.ts';

const WRITERS = 4;
const [folder = '', acknowledged] = process.argv.slice(2);

const server = await startEmbedded({ folder, exclusive: true }).catch((error: Error) => {
  console.error(error.message);
  process.exit(3);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
const writer = acknowledged ? await prepareWriter(server, acknowledged) : null;
process.stdout.write(`${JSON.stringify({ ...server, app: process.pid })}\n`);
if (writer) await Promise.race(Array.from({ length: WRITERS }, writer));
else setInterval(() => {}, 1_000);

/** Writes as commands are written: each row in a transaction that is on the disk when it returns. */
async function prepareWriter({ ownerUrl }: Embedded, file: string): Promise<() => Promise<never>> {
  const { openPool } = await import('../pool.ts');
  const { inTransaction } = await import('../transaction.ts');
  const pool = openPool(ownerUrl, WRITERS);
  await pool.query('create table if not exists written (n bigint generated always as identity primary key)');
  const world = {
    pool,
    filesFolder: '',
    now: () => new Date(),
    today: async () => '2026-06-18' as const,
    keys: null as never,
    anonymousPool: null,
    ownChain: new Set<string>(),
  };
  const log = fs.openSync(file, 'a');
  return async () => {
    for (;;) {
      const n = await inTransaction(world, '990001', 'read write', async ({ client }) => {
        const { rows } = await client.query<{ n: number }>('insert into written default values returning n');
        return { commit: true, value: rows[0]!.n };
      });
      fs.writeSync(log, `${n}\n`);
    }
  };
}
