import { findPosts, findUnits, listHoldersOn } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { Order } from '../rules/order.ts';

/** 现在由谁承办: the unit as it is called today, the unit that took it over, and who holds the post. */
export type Bearer = {
  readonly unitNow: string;
  readonly bearerUnitId: string;
  readonly isPostHeld: boolean;
  readonly holder: string | null;
};

type Borne = Pick<Order, 'unitId' | 'unitName' | 'postId'>;

/** Bearers by order, in the same sequence. */
export async function loadBearers(reader: Reader, orders: readonly Borne[]): Promise<readonly Bearer[]> {
  const units = new Map(await findUnits(reader, [...new Set(orders.map(({ unitId }) => unitId))]));
  for (;;) {
    const missing = [...units.values()].flatMap(({ mergedIntoId }) =>
      mergedIntoId !== null && !units.has(mergedIntoId) ? [mergedIntoId] : [],
    );
    if (missing.length === 0) break;
    for (const [id, unit] of await findUnits(reader, missing)) units.set(id, unit);
  }
  const postIds = [...new Set(orders.flatMap(({ postId }) => postId ?? []))];
  const posts = await findPosts(reader, postIds);
  const asked = [...posts.values()].flatMap(({ id, standInPostId }) => (standInPostId === null ? [id] : [id, standInPostId]));
  const holders = asked.length === 0 ? new Map() : await listHoldersOn(reader, asked, reader.today);
  return orders.map(({ unitId, unitName, postId }) => {
    let unit = units.get(unitId);
    while (unit?.mergedIntoId) unit = units.get(unit.mergedIntoId);
    const post = postId === null ? undefined : posts.get(postId);
    const holder = post === undefined ? undefined : (holders.get(post.id) ?? holders.get(post.standInPostId ?? ''));
    const isPostHeld = post?.isActive === true && holder !== undefined;
    return { unitNow: unit?.name ?? unitName, bearerUnitId: unit?.id ?? unitId, isPostHeld, holder: holder?.personName ?? null };
  });
}
