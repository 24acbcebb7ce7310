import type { World } from './transaction.ts';

/** The end of a district's chain: the next entry continues from here. */
export type Head = { readonly seq: number; readonly digest: string };

/** The head that an entry continues, and whether it is known to be kept or still on its way. */
export type Basis = { readonly head: Head; isKept: boolean };

/** What was sent and is not answered yet. */
export type Sent<T> = { readonly value: T; readonly answered: Promise<unknown> };

/**
 * What this process knows of one district's chain. Its entries are sent in turn, each on the head that the one before will leave, without
 * waiting for the answer to that one: two are on their way at once, so that the database is never idle while this process is busy. The
 * database checks it: an entry on any other head is refused, and its command runs again.
 */
export type Chain = {
  /** The head as this process will have left it; null where it is to be read under a lock. */
  known(): Basis | null;
  follow(head: Head): Basis;
  /** An entry was not kept, and nothing that follows it. Where its basis was kept, another process has written: for a while the head is read under a lock. */
  lost(basis: Basis | null, isOtherHead: boolean): void;
  /** One after the other, in the order in which they came; `before` is the answer to the one that was sent just before. */
  inTurn<T>(send: (before: Promise<unknown>) => Promise<Sent<T>>): Promise<T>;
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
  let latest: Basis | null = null;
  let distrustedUntil = 0;
  let lastSent: Promise<unknown> = Promise.resolve();
  let lastAnswered = lastSent;
  let answeredBefore = lastSent;
  return {
    known: () => (Date.now() < distrustedUntil ? null : latest),
    follow(head) {
      latest = { head, isKept: false };
      return latest;
    },
    lost(basis, isOtherHead) {
      latest = null;
      if (isOtherHead && basis?.isKept !== false) distrustedUntil = Date.now() + DISTRUST_MS;
    },
    async inTurn(send) {
      const before = lastAnswered;
      const sending = Promise.all([lastSent, answeredBefore]).then(() => send(before));
      lastSent = sending.catch(() => {});
      answeredBefore = before;
      lastAnswered = sending.then(({ answered }) => answered).catch(() => {});
      return (await sending).value;
    },
  };
}
