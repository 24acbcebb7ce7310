import { createHash } from 'node:crypto';
import { refuse } from '#/kernel/result.ts';
import { type Answer, readApart } from './reading-process.ts';
import { LIMITS } from './refusal.ts';
import { sniff } from './sniff.ts';

export { readPasted } from './read-bytes.ts';
export type { ReadRefusal } from './refusal.ts';

/**
 * Reads a .docx, .xlsx, .csv, .tsv, .txt or HTML file by its content. The work is done in a process of its own with a limit of time
 * and memory: a file made to hurt ends that process and gets a refusal.
 */
export async function readDocument(bytes: Buffer, fileName: string): Promise<Answer> {
  if (bytes.length > LIMITS.bytes) return refuse({ kind: 'too-large', bytes: bytes.length, limit: LIMITS.bytes });
  const sniffed = sniff(bytes, fileName);
  if (sniffed.is === 'refused') return refuse(sniffed.refusal);
  const key = `${createHash('sha256').update(bytes).digest('hex')} ${fileName}`;
  const known = recent.get(key);
  if (known !== undefined) return known.answer;
  const turn = await takeTurn();
  const answer = await readApart(bytes, fileName).finally(turn);
  if (bytes.length <= KEPT_BYTES && answer.ok) keep(key, { answer, bytes: bytes.length });
  return answer;
}

type Kept = { readonly answer: Answer; readonly bytes: number };
/** A file is read when it is uploaded, when it is looked through and when it is taken in, moments later; those of usual size are not read again. */
const recent = new Map<string, Kept>();
const KEPT = 60;
const KEPT_BYTES = 512 * 1024;
/** What is read takes many times the room of the file. */
const ALL_BYTES = 2 * 1024 * 1024;

function keep(key: string, kept: Kept): void {
  recent.set(key, kept);
  let bytes = [...recent.values()].reduce((sum, it) => sum + it.bytes, 0);
  for (const [oldest, it] of recent) {
    if (recent.size <= KEPT && bytes <= ALL_BYTES) break;
    recent.delete(oldest);
    bytes -= it.bytes;
  }
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
