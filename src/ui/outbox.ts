import { newId } from '#/kernel/id.ts';
import { type Api, isFailure } from './api.ts';

/** 待发: one command that was given while there was, or might have been, no network. Its id is made once, so that it is done once. */
export type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly label: string;
  readonly refusal: unknown;
};

const KEY = 'luoshi-outbox';

/** A plain queue in the browser: first in, first sent; nothing leaves it before the server has answered. */
export function readOutbox(district: string): readonly Waiting[] {
  return JSON.parse(localStorage.getItem(`${KEY} ${district}`) ?? '[]') as readonly Waiting[];
}

function write(district: string, waiting: readonly Waiting[]): void {
  localStorage.setItem(`${KEY} ${district}`, JSON.stringify(waiting));
}

export function putInOutbox(district: string, name: string, input: unknown, label: string): void {
  const id = newId();
  const body = JSON.stringify({ id, name, version: 1, input, madeAt: new Date().toISOString(), device: 'outbox' });
  write(district, [...readOutbox(district), { id, name, body, label, refusal: null }]);
}

/** Takes one out that a person has seen refused. */
export function dropFromOutbox(district: string, id: string): void {
  write(
    district,
    readOutbox(district).filter((it) => it.id !== id),
  );
}

/** Sends what waits, in order. What is refused stays, with its reason; where the network is away it all stays. */
export async function sendOutbox(api: Api, onRefused: (problem: unknown) => string): Promise<void> {
  for (const it of readOutbox(api.district)) {
    if (it.refusal !== null) continue;
    try {
      await api.send(it.name, it.body);
      dropFromOutbox(api.district, it.id);
    } catch (problem) {
      if (isFailure(problem) && (problem.status === 0 || problem.status === 401 || problem.status >= 500)) return;
      const refusal = onRefused(problem);
      write(
        api.district,
        readOutbox(api.district).map((one) => (one.id === it.id ? { ...one, refusal } : one)),
      );
    }
  }
}
