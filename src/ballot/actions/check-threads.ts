import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BallotFault } from '../rules/belenios/ballot.ts';

type Answer = { readonly id: number; readonly fault: BallotFault | null };
type Thread = { readonly worker: Worker; waiting: Map<number, { resolve(fault: BallotFault | null): void; reject(fault: Error): void }> };

/** Two, also on a large machine: a session casts some hundred ballots, and the server answers others meanwhile. */
const THREADS = Math.min(2, os.availableParallelism());
let threads: Thread[] = [];
let count = 0;

/** Checks all proofs of one ballot in a thread of its own, so that nobody waits for the arithmetic of another. */
export function checkInThread(election: string, ballot: string): Promise<BallotFault | null> {
  if (threads.length < THREADS) threads.push(begin());
  const thread = threads.reduce((least, it) => (it.waiting.size < least.waiting.size ? it : least));
  const id = ++count;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ id, election, ballot });
  });
}

function begin(): Thread {
  const thread: Thread = { worker: new Worker(new URL('./check-worker.ts', import.meta.url)), waiting: new Map() };
  thread.worker.on('message', ({ id, fault }: Answer) => {
    thread.waiting.get(id)?.resolve(fault);
    thread.waiting.delete(id);
    if (thread.waiting.size === 0) thread.worker.unref();
  });
  // A thread that died is replaced with the next ballot; who waited for it hears of the fault and sends again.
  thread.worker.on('error', (fault) => {
    threads = threads.filter((it) => it !== thread);
    for (const it of thread.waiting.values()) it.reject(fault as Error);
  });
  thread.worker.unref();
  return thread;
}
