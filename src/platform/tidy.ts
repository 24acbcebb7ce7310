import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'major' }) => void;
let collect: Collect | null = null;

/**
 * Gives back what many batches left behind, at a moment when nothing of them is needed any more. Left to itself the collector takes what is in use in
 * the middle of a batch for lasting, and lets the process grow to several times what it needs. Some thirty milliseconds.
 */
export function tidyUp(): void {
  if (collect === null) {
    v8.setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
  }
  collect({ type: 'major' });
}
