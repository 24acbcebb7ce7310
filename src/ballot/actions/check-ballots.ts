import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { ballotFault } from '../rules/belenios/ballot.ts';
import { textOf } from '../rules/belenios/structures.ts';
import type { BallotChecker } from '../rules/belenios/verify.ts';

/** Fewer ballots than this are checked before another thread has started. */
const WORTH_A_THREAD = 12;

/** Checks ballots on all processors; the answers come in the order asked. */
export const checkBallots: BallotChecker = async (open, ballots) => {
  const threads = Math.min(os.availableParallelism(), Math.floor(ballots.length / WORTH_A_THREAD));
  if (threads < 2) return ballots.map((it) => ballotFault(open, it));
  const size = Math.ceil(ballots.length / threads);
  const parts = Array.from({ length: threads }, (_, i) => ballots.slice(i * size, (i + 1) * size));
  return (await Promise.all(parts.map((part) => inThread({ electionText: open.text, ballots: part.map(textOf) })))).flat();
};

function inThread(workerData: { electionText: string; ballots: readonly string[] }): Promise<readonly (string | null)[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ballot-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
