import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { DocumentContent } from '#/kernel/document-content.ts';
import { type Result, refuse } from '#/kernel/result.ts';
import { LIMITS, type ReadRefusal } from './refusal.ts';
import { sniff } from './sniff.ts';

export { readPasted } from './read-bytes.ts';
export type { ReadRefusal } from './refusal.ts';

type Answer = Result<DocumentContent, ReadRefusal>;

/**
 * Reads a .docx, .xlsx, .csv, .tsv, .txt or HTML file by its content. The work is done in a thread of its own with a limit of time and
 * memory: a file made to hurt ends that thread and gets a refusal.
 */
export async function readDocument(bytes: Buffer, fileName: string): Promise<Answer> {
  if (bytes.length > LIMITS.bytes) return refuse({ kind: 'too-large', bytes: bytes.length, limit: LIMITS.bytes });
  const sniffed = sniff(bytes, fileName);
  if (sniffed.is === 'refused') return refuse(sniffed.refusal);
  const key = `${createHash('sha256').update(bytes).digest('hex')} ${fileName}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const turn = await takeTurn();
  const answer = await readInWorker(bytes, fileName).finally(turn);
  if (bytes.length <= KEPT_BYTES && answer.ok) keep(key, answer);
  return answer;
}

/** A file is read when it is uploaded and again when it is taken in, moments later; the small ones need no second thread. */
const recent = new Map<string, Answer>();
const KEPT = 60;
const KEPT_BYTES = 100 * 1024;

function keep(key: string, answer: Answer): void {
  recent.set(key, answer);
  if (recent.size > KEPT) recent.delete(recent.keys().next().value!);
}

/** Two files at once: each may take `LIMITS.memoryMb`, and the server has other work. */
const MOST_AT_ONCE = 2;
let busy = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (busy >= MOST_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  else busy += 1;
  return () => {
    const next = waiting.shift();
    if (next !== undefined) next();
    else busy -= 1;
  };
}

function readInWorker(bytes: Buffer, fileName: string): Promise<Answer> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes), fileName },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  });
  return new Promise<Answer>((resolve) => {
    const timer = setTimeout(() => finish(refuse({ kind: 'timeout', seconds: LIMITS.seconds })), LIMITS.seconds * 1000);
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (error) => finish(refuse(refusalOfCrash(error))));
    worker.once('exit', () => finish(refuse({ kind: 'damaged', part: null })));
  });
}

// What goes wrong in the thread goes wrong with this one file: it cannot be read, and the server is untouched.
function refusalOfCrash(error: unknown): ReadRefusal {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? { kind: 'bomb', limit: 'memory' } : { kind: 'damaged', part: null };
}
