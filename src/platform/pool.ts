import pg from 'pg';

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

/** A pool whose days are `YYYY-MM-DD` texts, whose instants are ISO texts and whose numbers are numbers; every session speaks UTC. */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, options: '-c TimeZone=UTC', idleTimeoutMillis: 30_000 });
  // A connection that dies while idle is replaced at its next use, one that dies in use fails its query; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
