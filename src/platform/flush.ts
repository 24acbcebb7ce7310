import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

/**
 * Waits until everything committed so far is on disk. Commands commit in the order of their district's chain without waiting for the disk, so
 * that the next one may follow at once, and answer only after this: one write to disk serves all who wait. Commits reach the disk in their
 * order; what a loss of power takes away was answered to nobody, and is the end of the chain, never its middle.
 */
export function flushed(pool: pg.Pool): Promise<void> {
  const it = flushes.get(pool) ?? { running: null, next: null, beganAt: 0 };
  flushes.set(pool, it);
  it.next ??= startAfter(pool, it, it.running);
  return it.next;
}

type Flushes = { running: Promise<void> | null; next: Promise<void> | null; beganAt: number };
const flushes = new WeakMap<pg.Pool, Flushes>();

/** A mark costs as much as a small command, and its write to disk as well: where many are at work, each waits until several need it. */
const APART_MS = 5;
const MANY = 4;

async function startAfter(pool: pg.Pool, it: Flushes, before: Promise<void> | null): Promise<void> {
  await before?.catch(() => {});
  const early = it.beganAt + APART_MS - performance.now();
  if (early > 0 && pool.totalCount - pool.idleCount >= MANY) await wait(early);
  const mine = it.next;
  it.beganAt = performance.now();
  // Whoever comes from here on committed after this one began.
  [it.running, it.next] = [mine, null];
  await pool.query(FLUSH);
  if (it.running === mine) it.running = null;
}

/** The smallest thing that is written and waited for: a mark in the write-ahead log that nobody reads. */
const FLUSH = { name: 'flush', text: "select pg_logical_emit_message(true, 'luoshi', '')" };

/**
 * Whether the mark above stands for all that was committed: not on a cluster, where other machines keep logs of their own. There each commit
 * waits for its own disks.
 */
export function sharesFlush(pool: pg.Pool): Promise<boolean> {
  let shares = sharing.get(pool);
  if (shares === undefined) {
    shares = pool.query("select 1 from pg_extension where extname = 'citus'").then(({ rowCount }) => rowCount === 0);
    shares.catch(() => sharing.delete(pool));
    sharing.set(pool, shares);
  }
  return shares;
}

const sharing = new WeakMap<pg.Pool, Promise<boolean>>();
