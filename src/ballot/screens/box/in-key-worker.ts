import type { CeremonyFault } from '../../rules/belenios/ceremony.ts';
import type { KeyAnswer, KeyRequest } from './key-worker.ts';

/** A trustee's share, certificate or coefficients did not hold: whose. */
export type CeremonyError = Error & { readonly ceremony: CeremonyFault };

export function isCeremonyError(problem: unknown): problem is CeremonyError {
  return problem instanceof Error && 'ceremony' in problem;
}

/** Works in a thread of its own, which ends with the answer: what was secret in it goes with it. */
export function inKeyWorker<Kind extends 'text' | 'shares' | 'credentials'>(
  request: KeyRequest,
  wanted: Kind,
  onProgress: (share: number) => void = () => {},
): Promise<Extract<KeyAnswer, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./key-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<KeyAnswer>) => {
      if (data.kind === 'progress') return onProgress(data.share);
      worker.terminate();
      if (data.kind === wanted) resolve(data as Extract<KeyAnswer, { kind: Kind }>);
      else reject(data.kind === 'fault' ? Object.assign(new Error('ceremony'), { ceremony: data.fault }) : new Error('worker'));
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('worker'));
    };
    worker.postMessage(request);
  });
}
