import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { LIMITS } from './refusal.ts';

/** Linux counts the time of a process in hundredths of a second (`USER_HZ`), on every machine that Node runs on. */
const TICKS_A_SECOND = 100;
const LOOK_EVERY_MS = 250;
const WITHOUT_COUNT = 4;

/**
 * 读取的时限, in the time that the reader itself has computed: on a machine with much else to do a form takes a minute, and a file made to
 * hurt computes all of its time. Where the system does not tell that time, the clock alone ends it, sooner.
 */
export type ReadingTime = { readonly seconds: number; readonly clockSeconds: number };
export const READING_TIME: ReadingTime = { seconds: LIMITS.seconds, clockSeconds: 12 * LIMITS.seconds };

/** Calls back when the process has used up its time; returns how to stop watching. */
export function watchTime(child: ChildProcess, { seconds, clockSeconds }: ReadingTime, onLate: () => void): () => void {
  const [began, beganAt] = [usedSeconds(child.pid), performance.now()];
  const patienceMs = 1000 * (began === null ? Math.min(WITHOUT_COUNT * seconds, clockSeconds) : clockSeconds);
  const look = () => {
    const used = usedSeconds(child.pid);
    const isOver = used !== null && began !== null && used - began >= seconds;
    if (isOver || performance.now() - beganAt > patienceMs) onLate();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** What a process has computed so far, in all its threads; null where the system keeps no such file or the process is gone. */
export function usedSeconds(pid: number | undefined): number | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything; user and system time are the 12th and 13th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}
