import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'major'; readonly flavor?: 'last-resort' }) => void;
let collect: Collect | null = null;

function collector(): Collect {
  if (collect === null) {
    v8.setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
  }
  return collect;
}

/**
 * Gives back what many batches left behind, at a moment when nothing of them is needed any more. Left to itself the collector takes what is in use in
 * the middle of a batch for lasting, and lets the process grow to several times what it needs. Some thirty milliseconds.
 */
export function tidyUp(): void {
  collector()({ type: 'major' });
}

/** Gives the system back what was taken for a moment and never returned, before a long work begins: some seventy megabytes after a start, in a fifth of a second. */
export function giveBack(): void {
  collector()({ type: 'major', flavor: 'last-resort' });
}

/**
 * How much the room of what is made and dropped again may grow at a time, as long as a work goes through in batches: 1 leaves it as it is. What lies there in the
 * middle of a batch is kept anyway; sixteen megabytes of it, three times over, buy nothing but memory.
 */
export function growBy(times: number): void {
  v8.setFlagsFromString(`--semi-space-growth-factor=${times}`);
}

/** As V8 has it. */
export const USUAL_GROWTH = 2;
