import { Problem } from '#/kernel/problem.ts';
import type { Outcome } from './command.ts';
import { lookUp } from './gather.ts';
import type { Actor } from './roles.ts';
import { keyedWithId, matchesKeyed } from './secrets.ts';
import type { Reader } from './transaction.ts';

/** What was sent, as its outcome is stored: the same id stands for the same body from the same person, and for nothing else. */
export type Sending = { readonly id: string; readonly command: string; readonly body: string; readonly actor: Actor };

export type StoredOutcome = { readonly body_digest: string; readonly outcome: Outcome; readonly actor: string };

export function findOutcome(reader: Reader, id: string): Promise<StoredOutcome | undefined> {
  return lookUp(reader, findOutcomes, id);
}

async function findOutcomes({ client, district }: Reader, ids: readonly string[]): Promise<readonly (StoredOutcome | undefined)[]> {
  const found = await client.query<StoredOutcome & { readonly id: string }>({
    name: 'outcome-find',
    text: 'select id, body_digest, outcome, actor from platform.outcome where district = $1 and id = any($2::uuid[])',
    values: [district, ids],
  });
  const byId = new Map(found.rows.map((it) => [it.id, it]));
  return ids.map((id) => byId.get(id.toLowerCase()));
}

/** The outcome that an id already has; with another body, or from another person, the id is spent. */
export function sameOutcome(reader: Reader, stored: StoredOutcome, { id, body, actor }: Sending): Outcome {
  if (!matchesKeyed(reader.keys, 'command', body, stored.body_digest) || stored.actor !== actor.accountId)
    throw new Problem(409, 'reused-id', { id });
  return stored.outcome;
}

export function bodyDigest({ keys }: Pick<Reader, 'keys'>, body: string): string {
  return keyedWithId(keys, 'command', body);
}

/** False when another sender of the same id was heard in between; two senders wait for each other here. */
export async function storeOutcome(reader: Reader, { id, command, body, actor }: Sending, outcome: Outcome): Promise<boolean> {
  const { client, district } = reader;
  const stored = await client.query({
    name: 'outcome-store',
    text: `insert into platform.outcome (district, id, command, body_digest, outcome, actor) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [district, id, command, bodyDigest(reader, body), JSON.stringify(outcome), actor.accountId],
  });
  return stored.rowCount === 1;
}

/** What JSON escapes and no text column keeps: the zero character, and half of a surrogate pair. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** One text for one body, in whatever order its fields were written. */
export function bodyText(body: readonly unknown[]): string {
  const text = JSON.stringify(body, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  if (UNSTORABLE.test(text)) throw new Problem(400, 'malformed', { fields: [] });
  return text;
}
