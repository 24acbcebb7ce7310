import { performance } from 'node:perf_hooks';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en-US').replaceAll(',', ' ')}/s`;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** Runs `work` so many times, one after the other, and returns the middle duration in milliseconds. */
export async function medianTime(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const durations: number[] = [];
  for (let i = 0; i < times; i++) durations.push((await timed(work)).ms);
  return median(durations);
}
