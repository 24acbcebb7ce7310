import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

export type Lock = { readonly release: () => void };
export type Held = { readonly heldBy: number | null };

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
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    return { heldBy: readNumber(holder) };
  }
  fs.writeFileSync(holder, `${process.pid}\n`);
  return {
    release: () => {
      fs.rmSync(holder, { force: true });
      handle.close();
    },
  };
}

/** Waits for the lock until `deadline` (in `performance.now()` time); null when it stayed taken. */
export async function waitForLock(file: string, deadline: number): Promise<Lock | null> {
  for (;;) {
    const taken = takeLock(file);
    if ('release' in taken) return taken;
    if (performance.now() > deadline) return null;
    await wait(50);
  }
}

function readNumber(file: string): number | null {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}
