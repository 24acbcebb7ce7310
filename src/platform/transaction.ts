import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { flushed, sharesFlush } from './flush.ts';
import type { Actor } from './roles.ts';
import type { Keys } from './secrets.ts';

export type Db = Kysely<Record<never, never>>;

/** One transaction in one district: row-level security lets it see no other. */
export type Reader = {
  readonly db: Db;
  readonly client: pg.PoolClient;
  readonly district: string;
  readonly today: CivilDate;
  readonly now: Date;
  readonly keys: Keys;
  /** Folder of the stored files. */
  readonly filesFolder: string;
  /** Set where several commands share the transaction. */
  readonly sharing?: Sharing;
};

/** A look-up by key for many keys at once; what it finds stands in the order of the keys. */
export type LookUp<Key, Found> = (reader: Reader, keys: readonly Key[]) => Promise<readonly Found[]>;

/** A new row that waits to be inserted beside others of its table; `text` makes the statement for so many rows. */
export type WaitingRow = {
  readonly text: (rows: number) => string;
  readonly name: (text: string) => string;
  readonly values: readonly unknown[];
};

/** What commands share that run side by side in one transaction: their look-ups and their new rows travel together. */
export type Sharing = {
  readonly find: <Key, Found>(it: LookUp<Key, Found>, key: Key) => Promise<Found>;
  readonly rows: WaitingRow[];
};

export type ActingReader = Reader & { readonly actor: Actor };

/** What a district's transaction needs to know about the world. */
export type World = {
  readonly pool: pg.Pool;
  /** Connections of the role for commands without a person; null where the installation has none. */
  readonly anonymousPool: pg.Pool | null;
  /** Tables whose rows stand in a chain of their own, not in the journal; a copy of them is written in the order of their keys. */
  readonly ownChain: ReadonlySet<string>;
  readonly keys: Keys;
  readonly filesFolder: string;
  now(): Date;
  today(district: string): Promise<CivilDate>;
};

export const GLOBAL_DISTRICT = '000000';

const wrapped = new WeakMap<pg.PoolClient, Db>();

/** Kysely over one client; kept with the client, for building it costs more than a query. */
export function dbOf(client: pg.PoolClient): Db {
  let db = wrapped.get(client);
  if (db === undefined) {
    const borrowed = new Proxy(client, {
      get: (target, name) => (name === 'release' ? () => {} : Reflect.get(target, name, target)),
    });
    db = new Kysely({ dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => {} } as never }) });
    wrapped.set(client, db);
  }
  return db;
}

/** A GB/T 2260 code: six digits. It is written into `set local`, which takes no parameters, hence the check. */
export function checkDistrict(district: string): string {
  if (!/^\d{6}$/.test(district)) throw new Problem(404, 'unknown-district', { district });
  return district;
}

/** Sends the commit at once, behind a statement whose answer is still to come; where that statement fails, the commit undoes everything. */
export type Commit = () => Promise<void>;

type Mode = 'read only' | 'read write';
type Work<T> = (reader: Reader, commit: Commit) => Promise<{ readonly commit: boolean; readonly value: T }>;

/** Runs `work` in one transaction of a district and commits when it returns `commit`; anything thrown rolls back. What it wrote is on disk when it returns. */
export async function inTransaction<T>(world: World, district: string, mode: Mode, work: Work<T>): Promise<T> {
  const waitsLater = mode === 'read write' && (await sharesFlush(world.pool));
  const { commit, value } = await transact(world, district, waitsLater ? `${mode}; set local synchronous_commit = off` : mode, work);
  if (commit && waitsLater) await flushed(world.pool);
  return value;
}

async function transact<T>(world: World, district: string, mode: string, work: Work<T>): Promise<Awaited<ReturnType<Work<T>>>> {
  const code = checkDistrict(district);
  const today = await world.today(code);
  const client = await world.pool.connect();
  let broken: Error | undefined;
  let ended: Promise<void> | null = null;
  const end = (how: 'commit' | 'rollback') => {
    ended ??= endOf(client, how);
    return ended;
  };
  try {
    const begun = client.query(`begin ${mode}; set local luoshi.district = '${code}'`);
    begun.catch(() => {});
    const reader = { db: dbOf(client), client, district: code, today, now: world.now(), keys: world.keys, filesFolder: world.filesFolder };
    const { commit, value } = await work(reader, () => end('commit'));
    await begun;
    await end(commit ? 'commit' : 'rollback');
    return { commit, value };
  } catch (fault) {
    await client.query('rollback').catch((second: Error) => {
      broken = second;
    });
    throw fault;
  } finally {
    client.release(broken);
  }
}

/** The server answers `commit` with a rollback, and no fault, when a statement had failed. */
function endOf(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  const ended = client.query(how).then(({ command }) => {
    if (command.toLowerCase() !== how) throw new Error(`the ${how} came to a ${command}`);
  });
  ended.catch(() => {});
  return ended;
}

export function reading<T>(world: World, district: string, work: (reader: Reader) => Promise<T>): Promise<T> {
  return inTransaction(world, district, 'read only', async (reader) => ({ commit: true, value: await work(reader) }));
}
