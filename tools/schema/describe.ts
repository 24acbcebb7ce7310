import path from 'node:path';
import pg from 'pg';
import { MODULES } from '#/life.ts';
import { cloneDatabase } from '#/testing.ts';
import { readFunctions, readTables } from './catalogue.ts';
import { writeSchema } from './write.ts';

export const SCHEMA_FILE = path.join(import.meta.dirname, '..', '..', 'schema.sql');

const [PLATFORM, ...STAGES] = MODULES.map((it) => it.name);
export const SCHEMAS: readonly string[] = [PLATFORM!, 'auth', ...STAGES];

/** The application's role in the databases of tests. */
const APPLICATION = 'luoshi_test_app';

export const describeSchema = async (client: pg.Client) =>
  writeSchema(await readTables(client, SCHEMAS, APPLICATION), await readFunctions(client, SCHEMAS));

/** Lends a freshly migrated database, as its superuser. */
export async function withFreshDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { url, drop } = await cloneDatabase();
  const client = new pg.Client({ connectionString: url.admin });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await drop();
  }
}
