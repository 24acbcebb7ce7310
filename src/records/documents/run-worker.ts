import { Worker } from 'node:worker_threads';
import type { Chunk, FromWorker, ToWorker, WorkerJob } from './import-messages.ts';

/** A thread may take this much; what needs more is no roll of a district. */
const MEMORY = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 } as const;

export type Ended = Omit<Extract<FromWorker, { kind: 'end' }>, 'kind'>;

/** Reads a file in a thread of its own, hands over one batch after the other, and reads on while one is being taken in. False ends it. */
export async function readInThread(job: WorkerJob, take: (chunk: Chunk) => Promise<boolean>): Promise<Ended | 'stopped'> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: job,
    transferList: [job.bytes.buffer],
    resourceLimits: MEMORY,
    env: {},
    execArgv: [],
  });
  const queue: FromWorker[] = [];
  let wake: (() => void) | null = null;
  const sleep = (resolve: () => void) => {
    wake = resolve;
  };
  const arrive = (it: FromWorker) => {
    queue.push(it);
    wake?.();
  };
  const broken = (kind: string): FromWorker => ({ kind: 'end', refusal: { kind }, hidden: [], rows: 0 });
  worker.on('message', arrive);
  worker.once('error', (error: Error & { code?: string }) =>
    arrive(broken(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'bomb' : 'damaged')),
  );
  worker.once('exit', () => arrive(broken('damaged')));
  const readAll = async (): Promise<Ended | 'stopped'> => {
    for (;;) {
      const it = queue.shift();
      if (it === undefined) await new Promise<void>(sleep);
      else if (it.kind === 'end') return endedOf(it);
      else if (await take({ ...it, rows: JSON.parse(it.rows) as Chunk['rows'] })) worker.postMessage({ kind: 'taken' } satisfies ToWorker);
      else return 'stopped';
    }
  };
  // Also where a batch could not be taken in: a thread that waits for an answer would wait for good.
  return readAll().finally(() => worker.terminate());
}

function endedOf({ kind: _kind, ...ended }: Extract<FromWorker, { kind: 'end' }>): Ended {
  return ended;
}
