import { readArchive } from '#/ballot/rules/belenios/archive.ts';
import type { Choice } from '#/ballot/rules/belenios/ballot.ts';
import { Election, hexHash, type Question, readMessage } from '#/ballot/rules/belenios/structures.ts';
import type { ArchiveReport } from '#/ballot/rules/belenios/verify.ts';

export type Verified =
  | {
      readonly kind: 'archive';
      readonly report: ArchiveReport;
      readonly questions: readonly Question[];
      readonly trackers: ReadonlySet<string>;
      readonly name: string;
    }
  | { readonly kind: 'challenge'; readonly questions: readonly Question[]; readonly choices: readonly Choice[] | null }
  | { readonly kind: 'not-readable' };

type Progress = (done: number, all: number) => void;
const newWorker = () => new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });

/** Fetches the worker while there is a network: the browser keeps it, and everything after works without. */
export function fetchWorker(): void {
  const worker = newWorker();
  worker.onmessage = () => worker.terminate();
  worker.postMessage({ kind: 'ready' });
}

/** Reads a dropped file, whatever it is. Everything happens on this device. */
export async function verifyFile(file: File, onProgress: Progress): Promise<Verified> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x7b) return verifyChallenge(new TextDecoder().decode(bytes));
  const read = readArchive(bytes);
  if (!read.ok && read.fault === 'not-an-archive') return { kind: 'not-readable' };
  const report = await verifyInWorkers(bytes, onProgress);
  const events = read.ok ? read.value.events : [];
  const election = readMessage(Election, events[0]?.data[0] ?? '');
  const trackers = new Set(events.filter((it) => it.event.type === 'Ballot').map((it) => it.event.payload ?? hexHash(it.data[0]!)));
  return { kind: 'archive', report, questions: election?.questions ?? [], trackers, name: election?.name ?? file.name };
}

function verifyInWorkers(bytes: Uint8Array, onProgress: Progress): Promise<ArchiveReport> {
  return new Promise((resolve, reject) => {
    const main = newWorker();
    main.onerror = () => reject(new Error('worker'));
    main.onmessage = ({ data }) => {
      if (data.kind === 'ballots') void checkParts(data, onProgress).then((faults) => main.postMessage({ kind: 'faults', faults }), reject);
      if (data.kind !== 'report') return;
      main.terminate();
      resolve(data.report);
    };
    main.postMessage({ kind: 'archive', bytes });
  });
}

/** As many at a time as the device has processors. */
function checkParts(
  { election, ballots }: { election: string; ballots: readonly unknown[] },
  onProgress: Progress,
): Promise<(string | null)[]> {
  const faults: (string | null)[] = ballots.map(() => null);
  if (ballots.length === 0) return Promise.resolve(faults);
  const numbered = ballots.map((ballot, at) => ({ at, ballot }));
  const count = Math.min(8, navigator.hardwareConcurrency || 2, ballots.length);
  let done = 0;
  return new Promise((resolve, reject) => {
    const workers = Array.from({ length: count }, (_, i) => {
      const worker = newWorker();
      worker.onerror = () => reject(new Error('worker'));
      worker.onmessage = ({ data }) => {
        faults[data.at] = data.fault;
        done += 1;
        onProgress(done, ballots.length);
        if (done < ballots.length) return;
        for (const it of workers) it.terminate();
        resolve(faults);
      };
      worker.postMessage({ kind: 'part', election, ballots: numbered.filter(({ at }) => at % count === i) });
      return worker;
    });
  });
}

function verifyChallenge(text: string): Promise<Verified> {
  return new Promise((resolve) => {
    const worker = newWorker();
    const end = (it: Verified) => {
      worker.terminate();
      resolve(it);
    };
    worker.onerror = () => end({ kind: 'not-readable' });
    worker.onmessage = ({ data }) => end({ kind: 'challenge', questions: data.questions, choices: data.choices });
    try {
      const { election, ballot, openings } = JSON.parse(text);
      const big = openings.map((row: { secret: string; value: number }[]) =>
        row.map(({ secret, value }) => ({ secret: BigInt(secret), value })),
      );
      worker.postMessage({ kind: 'challenge', election, ballot, openings: big });
    } catch {
      end({ kind: 'not-readable' });
    }
  });
}
