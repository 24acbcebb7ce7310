import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Role } from '#/kernel/role.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import { lookUp } from '#/platform/gather.ts';
import type { ActorPost } from '#/platform/session/rules.ts';
import type { Holding, Post } from '../rules/post.ts';

const POST = `p.id, p.unit_id as "unitId", p.title, p.kind, p.roles, p.stand_in_post_id as "standInPostId", p.is_active as "isActive", p.sort_order as "sortOrder", p.version`;
const HOLDING = `h.id, h.post_id as "postId", h.person_id as "personId", r.name as "personName", h.from_on as "fromOn", h.to_on as "toOn"`;
const HOLDINGS = `organisation.holding h join organisation.person r on r.district = h.district and r.id = h.person_id`;
/** How posts of one unit stand below each other. */
const ORDER = `array_position('{leader,head,deputy-head,office,liaison,system-admin,security-admin,audit-admin,setup}'::text[], p.kind), p.sort_order, p.title`;

export async function listPosts({ client, district }: Reader): Promise<readonly Post[]> {
  const found = await client.query<Post>({
    name: 'posts-list',
    text: `select ${POST} from organisation.post p where p.district = $1 order by ${ORDER}`,
    values: [district],
  });
  return found.rows;
}

export async function findPosts({ client, district }: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Post>> {
  const found = await client.query<Post>({
    name: 'posts-find',
    text: `select ${POST} from organisation.post p where p.district = $1 and p.id = any($2::uuid[])`,
    values: [district, ids],
  });
  return new Map(found.rows.map((it) => [it.id, it]));
}

export async function getPost(reader: Reader, id: string): Promise<Post> {
  const post = (await findPosts(reader, [id])).get(id);
  if (post === undefined) throw new Problem(404, 'unknown-post', { id });
  return post;
}

/** Holds the post until the transaction ends, so that it is not given to two people at once. */
export async function getPostForUpdate(writer: Writer, id: string): Promise<Post> {
  const found = await writer.client.query<Post>(`select ${POST} from organisation.post p where p.district = $1 and p.id = $2 for update`, [
    writer.district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-post', { id });
  return found.rows[0];
}

export async function listHoldings({ client, district }: Reader, postIds?: readonly string[]): Promise<readonly Holding[]> {
  const found = await client.query<Holding>(
    `select ${HOLDING} from ${HOLDINGS} where h.district = $1 and ($2::uuid[] is null or h.post_id = any($2)) order by h.from_on desc, h.id desc`,
    [district, postIds ?? null],
  );
  return found.rows;
}

/** Who holds each of these posts on a day. */
export async function listHoldersOn(
  { client, district }: Reader,
  postIds: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, Holding>> {
  const found = await client.query<Holding>({
    name: 'holders-on',
    text: `select ${HOLDING} from ${HOLDINGS} where h.district = $1 and h.post_id = any($2::uuid[]) and h.from_on <= $3 and (h.to_on is null or h.to_on >= $3)`,
    values: [district, postIds, day],
  });
  return new Map(found.rows.map((it) => [it.postId, it]));
}

/** Everything a person may do in this district now or later, except by one post: by posts held, and by those that they, or that one, stand in for. */
export async function listRolesOfPerson(
  { client, district, today }: Reader,
  personId: string,
  exceptPostId: string,
): Promise<readonly Role[]> {
  const found = await client.query<{ role: Role }>(
    `with held as (
       select h.post_id from organisation.holding h
        where h.district = $1 and h.person_id = $2 and h.post_id <> $3 and (h.to_on is null or h.to_on >= $4))
     select distinct unnest(p.roles) as role from organisation.post p
      where p.district = $1 and p.is_active and p.id <> $3
        and (p.id in (select post_id from held) or p.stand_in_post_id in (select post_id from held) or p.stand_in_post_id = $3)`,
    [district, personId, exceptPostId, today],
  );
  return found.rows.map((row) => row.role);
}

/** The posts an account acts under today: its own, then those it stands in for. A post that is both is its own. */
export function listPostsOfAccount(reader: Reader, accountId: string): Promise<readonly ActorPost[]> {
  return lookUp(reader, listPostsOfAccounts, accountId);
}

type PostOfAccount = ActorPost & { readonly accountId: string };

async function listPostsOfAccounts(
  { client, district, today }: Reader,
  accountIds: readonly string[],
): Promise<readonly (readonly ActorPost[])[]> {
  const found = await client.query<PostOfAccount>({
    name: 'posts-of-account',
    text: `select r.account_id as "accountId", p.id as "postId", p.title, p.unit_id as "unitId", coalesce(u.name, '') as "unitName", p.roles,
                  p.id <> q.id as "standsIn"
             from organisation.person r
             join organisation.holding h on h.district = r.district and h.person_id = r.id
             join organisation.post q on q.district = r.district and q.id = h.post_id
             join organisation.post p on p.district = r.district and p.is_active and (p.id = q.id or (p.stand_in_post_id = q.id and q.is_active))
             left join organisation.unit u on u.district = p.district and u.id = p.unit_id
            where r.district = $1 and r.account_id = any($2) and h.from_on <= $3 and (h.to_on is null or h.to_on >= $3)
            order by "standsIn", ${ORDER}`,
    values: [district, accountIds, today],
  });
  const ofAccount = Map.groupBy(found.rows, ({ accountId }) => accountId);
  return accountIds.map((accountId) => eachOnce(ofAccount.get(accountId) ?? []));
}

function eachOnce(posts: readonly PostOfAccount[]): readonly ActorPost[] {
  const first = new Map<ActorPost['postId'], ActorPost>();
  for (const { accountId, ...it } of posts) if (!first.has(it.postId)) first.set(it.postId, it);
  return [...first.values()];
}

export async function savePost(writer: Writer, it: Post): Promise<void> {
  const values = {
    unit_id: it.unitId,
    title: it.title,
    kind: it.kind,
    roles: it.roles,
    stand_in_post_id: it.standInPostId,
    is_active: it.isActive,
    sort_order: it.sortOrder,
  };
  await save(writer, 'organisation.post', { id: it.id }, values);
}

export async function saveHolding(writer: Writer, it: Holding): Promise<void> {
  await save(
    writer,
    'organisation.holding',
    { id: it.id },
    { post_id: it.postId, person_id: it.personId, from_on: it.fromOn, to_on: it.toOn },
  );
}
