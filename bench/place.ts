import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const ROOT = path.join(import.meta.dirname, '..');

/** What a checkout does not hold. */
const NOT_CHECKED_IN = new Set(['node_modules', 'dist', '.git', '.luoshi', 'test-results', 'playwright-report']);

/** Where one run of the bench leaves what it makes; all of it goes when the run ends. */
export type Place = {
  readonly folder: string;
  /** A copy of the checkout; with `packages` it shares the packages that are installed here. */
  copyCheckout(name: string, packages: boolean): string;
  /** Called in reverse order when the run ends, however it ends. */
  onEnd(work: () => Promise<unknown> | unknown): void;
  end(): Promise<void>;
};

export function makePlace(): Place {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-bench-'));
  // The database runs under an account of its own when the bench is started by root.
  fs.chmodSync(folder, 0o755);
  const endings: (() => Promise<unknown> | unknown)[] = [() => removeForGood(folder)];
  let ended: Promise<void> | null = null;
  return {
    folder,
    copyCheckout(name, packages) {
      const copy = path.join(folder, name);
      fs.cpSync(ROOT, copy, { recursive: true, filter: (from) => !NOT_CHECKED_IN.has(path.basename(from)) });
      if (packages) fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
      return copy;
    },
    onEnd: (work) => void endings.unshift(work),
    end() {
      ended ??= (async () => {
        for (const work of endings) await Promise.resolve(work()).catch((fault: unknown) => console.error(fault));
      })();
      return ended;
    },
  };
}

/** A database whose application crashed ends by itself a moment later, and writes while it does. */
async function removeForGood(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch (fault) {
      if (tries === 49) throw fault;
    }
    await wait(200);
    if (!fs.existsSync(folder)) return;
  }
}
