import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import { type Keys, keyedWithId } from '#/platform/secrets.ts';
import type { Feed } from '../rules/feed.ts';

const FEED = `id, person_id as "personId", unit_id as "unitId", made_on as "madeOn", revoked_on as "revokedOn"`;
const PURPOSE = 'notices.feed';

/** An address made before the keys were changed goes on opening its calendar. */
function digestsOf(keys: Keys, token: string): readonly string[] {
  const newest = Number(keys.current.replace(/^k/, ''));
  return Array.from({ length: newest }, (_, i) => keyedWithId(keys, PURPOSE, token, `k${newest - i}`));
}

export async function findFeedByToken(
  { client, district, keys }: Reader,
  token: string,
): Promise<(Feed & { readonly madeBy: string }) | null> {
  const found = await client.query<Feed & { readonly madeBy: string }>({
    name: 'notices-feed-by-token',
    text: `select ${FEED}, made_by as "madeBy" from notices.feed where district = $1 and token_digest = any($2) and revoked_on is null`,
    values: [district, digestsOf(keys, token)],
  });
  return found.rows[0] ?? null;
}

/** What a person made, newest first. */
export async function listFeeds({ client, district }: Reader, madeBy: string): Promise<readonly Feed[]> {
  const found = await client.query<Feed>(`select ${FEED} from notices.feed where district = $1 and made_by = $2 order by id desc`, [
    district,
    madeBy,
  ]);
  return found.rows;
}

export async function getFeedForUpdate({ client, district }: Writer, id: string, madeBy: string): Promise<Feed> {
  const found = await client.query<Feed>(`select ${FEED} from notices.feed where district = $1 and id = $2 and made_by = $3 for update`, [
    district,
    id,
    madeBy,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-feed', { id });
  return found.rows[0];
}

export async function addFeed(writer: Writer, { id, personId, unitId, madeOn }: Feed, token: string, madeBy: string): Promise<void> {
  const token_digest = keyedWithId(writer.keys, PURPOSE, token);
  await add(writer, 'notices.feed', { id, token_digest, person_id: personId, unit_id: unitId, made_by: madeBy, made_on: madeOn });
}

export async function revoke(writer: Writer, id: string): Promise<void> {
  await save(writer, 'notices.feed', { id }, { revoked_on: writer.today });
}
