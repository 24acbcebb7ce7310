import { runForAll } from './jobs.ts';
import type { JobDeps, Loop } from './module.ts';

export type LoopRunner = {
  readonly deps: JobDeps;
  readonly onFault: (loop: string, fault: unknown) => void;
  listDistricts(): Promise<readonly string[]>;
};

/** Looks after each loop in turn; a turn that fails is told, and the next one comes all the same. Returns how to stop, after the turn under way. */
export function startLoops(loops: readonly Loop[], runner: LoopRunner): () => Promise<void> {
  let isStopped = false;
  const waiting = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  const turn = (loop: Loop): void => {
    running.set(
      loop.name,
      oneTurn(loop, runner).finally(() => {
        if (!isStopped) waiting.set(loop.name, setTimeout(turn, loop.everySeconds * 1000, loop));
      }),
    );
  };
  for (const loop of loops) waiting.set(loop.name, setTimeout(turn, loop.everySeconds * 1000, loop));
  return async () => {
    isStopped = true;
    for (const timer of waiting.values()) clearTimeout(timer);
    await Promise.all(running.values());
  };
}

async function oneTurn({ name, run }: Loop, { deps, onFault, listDistricts }: LoopRunner): Promise<void> {
  try {
    await runForAll({ name, cron: '', run }, await listDistricts(), { deps, onFault: () => {} });
  } catch (fault) {
    onFault(name, fault);
  }
}
