import type { World } from './transaction.ts';

/** The end of a district's chain: the next entry continues from here. */
export type Head = { readonly seq: number; readonly digest: string };

/** The head that an entry continues, the number of the head before that, and whether it is known to be kept or still on its way. */
export type Basis = { readonly head: Head; readonly follows: number; isKept: boolean };

/** What was sent and is not answered yet. */
export type Sent<T> = { readonly value: T; readonly answered: Promise<unknown> };

/**
 * What this process knows of one district's chain. Its entries are sent in turn, each on the head that the one before will leave, without
 * waiting for the answer to that one: several are on their way at once, and the database, not this process, lets one follow the other. The
 * database checks it: an entry on any other head is refused, and its command runs again.
 */
export type Chain = {
  /** The head as this process will have left it; null where it is to be read under a lock. */
  known(): Basis | null;
  follow(head: Head, follows: number): Basis;
  /** An entry was not kept, and nothing that follows it. Where its basis was kept, another process has written: for a while the head is read under a lock. */
  lost(basis: Basis | null, isOtherHead: boolean): void;
  /** One after the other, in the order in which they came; `before` is the answer to the one that was sent just before. */
  inTurn<T>(send: (before: Promise<unknown>) => Promise<Sent<T>>): Promise<T>;
};

/** One entry of another process (a command line, a job) costs little; where they keep coming, the head is read under a lock for longer and longer. */
const DISTRUST_MS = { first: 100, longest: 10_000 } as const;

const chains = new WeakMap<World, Map<string, Chain>>();

/** Enough that none waits for this process to hear of the one before; each holds a connection. */
const MOST_ON_THEIR_WAY = 4;

export function chainOf(world: World, district: string): Chain {
  const ofWorld = chains.get(world) ?? new Map<string, Chain>();
  const chain = ofWorld.get(district) ?? makeChain();
  chains.set(world, ofWorld.set(district, chain));
  return chain;
}

function makeChain(): Chain {
  let latest: Basis | null = null;
  let distrustedUntil = 0;
  let distrustMs = 0;
  let lastSent: Promise<unknown> = Promise.resolve();
  const answers: Promise<unknown>[] = [];
  return {
    known: () => (Date.now() < distrustedUntil ? null : latest),
    follow(head, follows) {
      latest = { head, follows, isKept: false };
      return latest;
    },
    lost(basis, isOtherHead) {
      latest = null;
      if (!isOtherHead || basis?.isKept === false) return;
      const isAgain = Date.now() < distrustedUntil + DISTRUST_MS.longest;
      distrustMs = isAgain ? Math.min(2 * distrustMs, DISTRUST_MS.longest) : DISTRUST_MS.first;
      distrustedUntil = Date.now() + distrustMs;
    },
    async inTurn(send) {
      const before = answers.at(-1) ?? Promise.resolve();
      const sending = Promise.all([lastSent, answers.at(-MOST_ON_THEIR_WAY)]).then(() => send(before));
      lastSent = sending.catch(() => {});
      answers.push(sending.then(({ answered }) => answered).catch(() => {}));
      answers.splice(0, answers.length - MOST_ON_THEIR_WAY);
      return (await sending).value;
    },
  };
}
