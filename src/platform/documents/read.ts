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
  if (known !== undefined) return known;
  const turn = await takeTurn();
  const answer = await readApart(bytes, fileName).finally(turn);
  if (bytes.length <= KEPT_BYTES && answer.ok) keep(key, answer);
  return answer;
}

/** A file is read when it is uploaded and again when it is taken in, moments later; the small ones are not read twice. */
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
