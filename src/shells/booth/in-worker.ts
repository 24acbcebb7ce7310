import type { VoteAnswer, VoteRequest } from './vote-worker.ts';

type Wanted = Exclude<VoteAnswer['kind'], 'progress'>;

/** Asks a worker of its own, which ends with the answer: nothing of one ballot is left when the next is made. */
export function inWorker<Kind extends Wanted>(
  request: VoteRequest,
  wanted: Kind,
  onProgress: (share: number) => void = () => {},
): Promise<Extract<VoteAnswer, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./vote-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<VoteAnswer>) => {
      if (data.kind === 'progress') return onProgress(data.share);
      worker.terminate();
      if (data.kind === wanted) resolve(data as Extract<VoteAnswer, { kind: Kind }>);
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('worker'));
    };
    worker.postMessage(request);
  });
}
