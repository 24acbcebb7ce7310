import { parentPort, workerData } from 'node:worker_threads';
import type { ReportingForm } from '#/collection/rules/form.ts';
import { type Base, hostileOf } from './test-mutate.ts';
import { judge } from './test-readers.ts';

type Work = {
  readonly bases: readonly { name: string; bytes: Uint8Array; parts: Record<string, Uint8Array> | null }[];
  readonly form: ReportingForm;
};

const { bases: sent, form } = workerData as Work;
const bases: readonly Base[] = sent.map(({ name, bytes, parts }) => ({
  name,
  bytes: Buffer.from(bytes),
  parts: parts && Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, Buffer.from(content)])),
}));

/** Says which seed it begins with before it begins, so that a file that never ends is known by name. */
parentPort!.on('message', async ({ from, to }: { readonly from: number; readonly to: number }) => {
  for (let seed = from; seed < to; seed += 1) {
    const hostile = hostileOf(bases, seed);
    parentPort!.postMessage({ begun: seed, way: hostile.way });
    const started = performance.now();
    const verdict = await judge(hostile, form).catch((fault: Error) => ({ kind: 'FAULT', sentence: fault.stack ?? fault.message }));
    parentPort!.postMessage({ seed, way: hostile.way, ms: performance.now() - started, ...verdict });
  }
  parentPort!.postMessage({ done: true });
});
