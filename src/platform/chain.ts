import type { World } from './transaction.ts';

/** The end of a district's chain: the next entry continues from here. */
export type Head = { readonly seq: number; readonly digest: string };

/**
 * What this process knows of one district's chain. Entries of one process are appended in turn; while no other process writes, the head is
 * the one it left itself, and need not be read again. The database checks it: an entry on any other head is refused, and tried once more.
 */
export type Chain = {
  /** The head as this process left it; null where it is to be read under a lock. */
  known(): Head | null;
  follow(head: Head): void;
  /** Another process has written, or an entry was not kept: for a while the head is read under a lock. */
  distrust(): void;
  /** One after the other, in the order in which they came. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

const DISTRUST_MS = 10_000;

const chains = new WeakMap<World, Map<string, Chain>>();

export function chainOf(world: World, district: string): Chain {
  const ofWorld = chains.get(world) ?? new Map<string, Chain>();
  const chain = ofWorld.get(district) ?? makeChain();
  chains.set(world, ofWorld.set(district, chain));
  return chain;
}

function makeChain(): Chain {
  let head: Head | null = null;
  let distrustedUntil = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    known: () => (Date.now() < distrustedUntil ? null : head),
    follow(next) {
      head = next;
    },
    distrust() {
      head = null;
      distrustedUntil = Date.now() + DISTRUST_MS;
    },
    inTurn(work) {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
  };
}
