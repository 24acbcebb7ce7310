import net from 'node:net';
import pg from 'pg';
import { postgresSocket } from './socket.ts';

const DATE = 1082;
const BIGINT = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;

const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [BIGINT, Number],
  [NUMERIC, Number],
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'text' || format === undefined ? parsers.get(oid) : undefined) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool whose days are `YYYY-MM-DD` texts, whose instants are ISO texts and whose numbers are numbers; every session speaks UTC. A statement does not wait for the answer to the one before. */
export function openPool(url: string, max = 10): pg.Pool {
  const options = '-c TimeZone=UTC';
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options,
    idleTimeoutMillis: 30_000,
    pipeline: true,
    stream: postgresSocket as () => net.Socket,
  });
  // A connection that dies while idle is replaced at its next use, one that dies in use fails its query; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * A connection beside the pool, for who streams rows: a stream keeps its connection to itself, statement after statement, and takes the bytes as they
 * come and keeps them, so that none are read into the room of the bytes before.
 */
export async function beside<T>(pool: pg.Pool, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...pool.options, pipeline: false, stream: () => new net.Socket() });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
