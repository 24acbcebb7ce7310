import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { giveBack } from '#/platform/tidy.ts';
import type { Chunk, FromReader, ReaderJob, ToReader } from './import-messages.ts';

const PROGRAM = new URL('./import-reader.ts', import.meta.url);
/** A process may take this much; what needs more is no roll of a district. */
const MEMORY = ['--max-old-space-size=320', '--max-semi-space-size=2'];
const PIECE_BYTES = 1024 * 1024;

type End = Extract<FromReader, { kind: 'end' }>;
export type Ended = Omit<End, 'kind'>;

/**
 * Reads a file in a process of its own (see decision 0031), hands over one batch after the other, and reads on while one is being taken in. False ends
 * it. What the reading needs is given back when it ends, and a file made to hurt ends nothing but its reader.
 */
export async function readInProcess(
  open: () => Promise<Buffer | null>,
  job: ReaderJob,
  take: (chunk: Chunk) => Promise<boolean>,
): Promise<Ended | 'stopped'> {
  const child = start();
  const next = hearing(child);
  // While it starts.
  giveBack();
  const readAll = async (): Promise<Ended | 'stopped'> => {
    for (;;) {
      const it = await next();
      if (it.kind === 'ready') {
        if (!(await give(child, open, job))) return endedOf(gone('file-gone'));
        giveBack();
      } else if (it.kind === 'end') return endedOf(it);
      else if (await take({ ...it, persons: JSON.parse(it.persons) as Chunk['persons'] })) await tell(child, { kind: 'taken' });
      else return 'stopped';
    }
  };
  return readAll().finally(() => end(child));
}

function start(): ChildProcess {
  return fork(PROGRAM, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', ...MEMORY],
    env: environment(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Nothing of the server's but where what was compiled is kept; what the C library holds ready for many threads stays small, and large pieces go back to the system (mallopt(3)). Windows starts no program without its root. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_COMPILE_CACHE, SystemRoot } = process.env;
  const library = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: String(64 * 1024) };
  return { ...library, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }), ...(process.platform === 'win32' && { SystemRoot }) };
}

/** What the reader says, one after the other; where it goes without a word, that is its end. */
function hearing(child: ChildProcess): () => Promise<FromReader> {
  const queue: FromReader[] = [];
  let wake: (() => void) | null = null;
  const arrive = (it: FromReader) => {
    queue.push(it);
    wake?.();
  };
  child.on('message', (it) => arrive(it as FromReader));
  child.once('error', () => arrive(gone('damaged')));
  // V8 aborts where its memory ends.
  child.once('exit', (code, signal) => arrive(gone(signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 ? 'bomb' : 'damaged')));
  return async () => {
    while (queue.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return queue.shift()!;
  };
}

const gone = (kind: string): End => ({ kind: 'end', refusal: { kind }, hidden: [], rows: 0 });

/** The bytes piece by piece: in one message they would stand in memory three times. Nobody holds them afterwards. False where they are not there any more. */
async function give(child: ChildProcess, open: () => Promise<Buffer | null>, job: ReaderJob): Promise<boolean> {
  const bytes = await open();
  if (bytes === null) return false;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    await tell(child, { kind: 'piece', at, of: bytes.length, bytes: bytes.subarray(at, at + PIECE_BYTES) });
  await tell(child, { kind: 'job', job });
  return true;
}

/** A reader that is gone is heard of by its end. */
function tell(child: ChildProcess, it: ToReader): Promise<void> {
  return new Promise((resolve) => {
    child.send(it, () => resolve());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function endedOf({ kind: _kind, ...ended }: End): Ended {
  return ended;
}
