/**
 * The smallest application that uses the embedded database, as a process of its own for the tests to kill:
 * `node test-app.ts FOLDER [ACKNOWLEDGED]`. With the second argument it inserts rows and notes each number once it is committed.
 */
import fs from 'node:fs';
import { type Embedded, startEmbedded } from './embedded.ts';

const [folder = '', acknowledged] = process.argv.slice(2);

const server = await startEmbedded({ folder, exclusive: true }).catch((error: Error) => {
  console.error(error.message);
  process.exit(3);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ ...server, app: process.pid })}\n`);
if (acknowledged) await write(server, acknowledged);
else setInterval(() => {}, 1_000);

async function write({ ownerUrl }: Embedded, file: string): Promise<never> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('create table if not exists written (n bigint generated always as identity primary key)');
  for (const log = fs.openSync(file, 'a'); ; ) {
    const { rows } = await client.query('insert into written default values returning n');
    fs.writeSync(log, `${rows[0].n}\n`);
  }
}
