import { type ChildProcess, fork } from 'node:child_process';
import type { DocumentContent } from '#/kernel/document-content.ts';
import { type Result, refuse } from '#/kernel/result.ts';
import { READING_TIME, type ReadingTime, watchTime } from './reading-time.ts';
import { LIMITS, type ReadRefusal } from './refusal.ts';

export type Answer = Result<DocumentContent, ReadRefusal>;

const PROGRAM = new URL('./read-child.ts', import.meta.url);
/** Starting one costs more than reading a form: it waits a moment for the next file. */
const IDLE_MS = 10_000;
const START_SECONDS = 60;
const STARTING: ReadingTime = { seconds: START_SECONDS, clockSeconds: 3 * START_SECONDS };
const idle = new Map<ChildProcess, NodeJS.Timeout>();
const rested = new WeakSet<ChildProcess>();

/**
 * Reads in a process of its own, with a limit of time and memory. A thread would not do: ended in the middle of its work it may take the
 * whole server with it (Node asserts that what it inflates was begun).
 */
export async function readApart(bytes: Buffer, fileName: string, time: ReadingTime = READING_TIME): Promise<Answer> {
  const child = waitingOne() ?? start();
  child.ref();
  child.channel?.ref();
  // The time of a machine that has much else to do is not counted against the file.
  const ready = rested.has(child) || (await said(child, STARTING)).is === 'said';
  if (!ready) return ended(child, { kind: 'timeout', seconds: START_SECONDS });
  const answering = said(child, time);
  child.send({ bytes: new Uint8Array(bytes), fileName }, () => {});
  const heard = await answering;
  if (heard.is === 'late') return ended(child, { kind: 'timeout', seconds: time.seconds });
  if (heard.is === 'gone') return ended(child, refusalOfEnd(heard.code, heard.signal));
  rest(child);
  return heard.message as Answer;
}

type Heard =
  | { readonly is: 'said'; readonly message: unknown }
  | { readonly is: 'gone'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly is: 'late' };

/** The next that a process says, or that it went, or that its time is over. */
function said(child: ChildProcess, time: ReadingTime): Promise<Heard> {
  return new Promise((resolve) => {
    const give = (heard: Heard) => {
      stopWatching();
      for (const event of ['message', 'exit', 'error']) child.removeAllListeners(event);
      child.on('error', () => {});
      resolve(heard);
    };
    const stopWatching = watchTime(child, time, () => give({ is: 'late' }));
    child.once('message', (message) => give({ is: 'said', message }));
    child.once('exit', (code, signal) => give({ is: 'gone', code, signal }));
    child.once('error', () => give({ is: 'gone', code: null, signal: null }));
    if (child.exitCode !== null || child.signalCode !== null) give({ is: 'gone', code: child.exitCode, signal: child.signalCode });
  });
}

function ended(child: ChildProcess, refusal: ReadRefusal): Answer {
  end(child);
  return refuse(refusal);
}

function start(): ChildProcess {
  return fork(PROGRAM, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${LIMITS.memoryMb}`, '--max-semi-space-size=32'],
    // Nothing of the server's; Windows starts no program without its root.
    env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function waitingOne(): ChildProcess | undefined {
  for (const [child, timer] of idle) {
    clearTimeout(timer);
    idle.delete(child);
    child.removeAllListeners('exit');
    if (child.connected && child.exitCode === null && child.signalCode === null) return child;
  }
  return undefined;
}

/** Keeps nobody from ending: a process that only has readers at rest goes, and they with it. */
function rest(child: ChildProcess): void {
  rested.add(child);
  idle.set(child, setTimeout(() => end(child), IDLE_MS).unref());
  child.once('exit', () => idle.delete(child));
  child.once('error', () => idle.delete(child));
  child.unref();
  child.channel?.unref();
}

function end(child: ChildProcess): void {
  idle.delete(child);
  child.removeAllListeners('exit');
  child.once('error', () => {});
  child.kill('SIGKILL');
}

/** V8 aborts where its memory ends; whatever else ends the process says only that this file cannot be read. */
function refusalOfEnd(code: number | null, signal: NodeJS.Signals | null): ReadRefusal {
  const isMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
  return isMemory ? { kind: 'bomb', limit: 'memory' } : { kind: 'damaged', part: null };
}
