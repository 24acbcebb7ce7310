import { newId } from '#/kernel/id.ts';
import { type Api, isFailure } from './api.ts';

/** 待发: one command that was given while there was, or might have been, no network. Its id is made once, so that it is done once. */
export type Waiting = {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly label: string;
  readonly refusal: unknown;
  /** It was sent, and may have arrived although no answer came. */
  readonly isTried?: boolean;
};

const KEY = 'luoshi-outbox';

/** A plain queue in the browser: first in, first sent; nothing leaves it before the server has answered. */
export function readOutbox(district: string): readonly Waiting[] {
  return JSON.parse(localStorage.getItem(`${KEY} ${district}`) ?? '[]') as readonly Waiting[];
}

function write(district: string, waiting: readonly Waiting[]): void {
  localStorage.setItem(`${KEY} ${district}`, JSON.stringify(waiting));
}

/** Answers with the id that the command has on its way and ever after. */
export function putInOutbox(district: string, name: string, input: unknown, label: string): string {
  const id = newId();
  const body = JSON.stringify({ id, name, version: 1, input, madeAt: new Date().toISOString(), device: 'outbox' });
  write(district, [...readOutbox(district), { id, name, body, label, refusal: null }]);
  return id;
}

/** Takes one out: that a person has seen refused, or that never left this browser. */
export function dropFromOutbox(district: string, id: string): void {
  write(
    district,
    readOutbox(district).filter((it) => it.id !== id),
  );
}

/** Sends what waits, in order. What is refused stays, with its reason; where the network is away it all stays. */
export async function sendOutbox(api: Api, onRefused: (problem: unknown) => string): Promise<void> {
  for (const it of readOutbox(api.district)) {
    if (it.refusal !== null || !change(api.district, it.id, { isTried: true })) continue;
    try {
      await api.send(it.name, it.body);
      dropFromOutbox(api.district, it.id);
    } catch (problem) {
      if (isFailure(problem) && isForLater(problem.status)) return;
      change(api.district, it.id, { refusal: onRefused(problem) });
    }
  }
}

/** No network, nobody logged in, too many at once, or a fault of the server: it says nothing of the command, which waits. */
const isForLater = (status: number) => [0, 401, 429].includes(status) || status >= 500;

/** False where it waits no more. */
function change(district: string, id: string, to: Partial<Waiting>): boolean {
  const waiting = readOutbox(district);
  if (!waiting.some((it) => it.id === id)) return false;
  write(
    district,
    waiting.map((it) => (it.id === id ? { ...it, ...to } : it)),
  );
  return true;
}
