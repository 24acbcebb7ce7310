import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Lock = { readonly release: () => void };
export type Held = { readonly heldBy: number | null };

/** The lowest byte of SQLite's error code. */
const SQLITE_BUSY = 5;

/** A handle that nothing refers to is collected, and its lock falls with it: whoever holds a lock for life may forget the lock itself. */
const held = new Set<DatabaseSync>();

/**
 * A lock that only one living process can hold. It is a file lock of the operating system (through SQLite, which Node brings along), so it
 * falls with its holder, however that ends: no stale file to judge, no process number that another program may have inherited.
 */
export function takeLock(file: string): Lock | Held {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const handle = new DatabaseSync(file, { timeout: 0 });
  const holder = `${file}.pid`;
  try {
    handle.exec('pragma journal_mode = off; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    handle.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== SQLITE_BUSY) throw error;
    return { heldBy: readNumber(holder) };
  }
  held.add(handle);
  fs.writeFileSync(holder, `${process.pid}\n`);
  return {
    release: () => {
      if (!handle.isOpen) return;
      held.delete(handle);
      fs.rmSync(holder, { force: true });
      handle.close();
    },
  };
}

function readNumber(file: string): number | null {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}
