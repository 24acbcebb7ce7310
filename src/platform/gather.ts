import type { LookUp, Reader, Sharing } from './transaction.ts';

/** Looks up one key; where commands share a transaction, one statement serves all who ask in the same breath. */
export async function lookUp<Key, Found>(reader: Reader, it: LookUp<Key, Found>, key: Key): Promise<Found> {
  return reader.sharing === undefined ? (await it(reader, [key]))[0]! : reader.sharing.find(it, key);
}

// biome-ignore lint/suspicious/noExplicitAny: each look-up takes its own kind of key; who asks knows which.
type Asked = { readonly keys: any[]; readonly found: PromiseWithResolvers<readonly any[]> };

/** The same transaction, for several. Look-ups go out when nobody has anything more to say before he is answered, in the order in which they were first asked. */
export function shared(reader: Reader): Reader & { readonly sharing: Sharing } {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  let waiting = new Map<LookUp<any, any>, Asked>();
  const send = () => {
    const now = waiting;
    waiting = new Map();
    for (const [it, { keys, found }] of now) it(reader, keys).then(found.resolve, found.reject);
  };
  const sharing: Sharing = {
    async find(it, key) {
      if (waiting.size === 0) process.nextTick(send);
      const asked = waiting.get(it) ?? { keys: [], found: Promise.withResolvers() };
      waiting.set(it, asked);
      const at = asked.keys.push(key) - 1;
      return (await asked.found.promise)[at];
    },
    rows: [],
  };
  return { ...reader, sharing };
}

/** Sends the rows that wait, those of one table and the same columns in one statement. */
export async function sendRows({ client, sharing }: Reader): Promise<void> {
  const waiting = sharing?.rows.splice(0) ?? [];
  const alike = Map.groupBy(waiting, ({ text }) => text);
  const sent = [...alike].map(([textFor, rows]) => {
    const text = textFor(rows.length);
    return client.query({ name: rows[0]!.name(text), text, values: rows.flatMap(({ values }) => values) });
  });
  await Promise.all(sent);
}
