import { Problem } from '#/kernel/problem.ts';
import { findPosts, findUnits, listHoldersOn } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { OrderDraft, Receiver } from '../rules/draft.ts';

/** Unit and post of each draft as they stand today; a post counts as held when its stand-in is. */
export async function loadReceivers(reader: Reader, drafts: readonly OrderDraft[]): Promise<readonly Receiver[]> {
  const units = await findUnits(reader, [...new Set(drafts.map(({ unitId }) => unitId))]);
  const successors = await findUnits(
    reader,
    [...units.values()].flatMap(({ mergedIntoId }) => mergedIntoId ?? []),
  );
  const posts = await findPosts(reader, [...new Set(drafts.flatMap(({ postId }) => postId ?? []))]);
  const askedPosts = [...posts.values()].flatMap(({ id, standInPostId }) => [id, ...(standInPostId === null ? [] : [standInPostId])]);
  const holders = askedPosts.length === 0 ? new Map() : await listHoldersOn(reader, askedPosts, reader.today);
  return drafts.map(({ unitId, postId }) => {
    const unit = units.get(unitId);
    if (unit === undefined) throw new Problem(404, 'unknown-unit', { id: unitId });
    const successor = unit.mergedIntoId === null ? null : (successors.get(unit.mergedIntoId)?.name ?? null);
    const said = { name: unit.name, isActive: unit.isActive, successor };
    if (postId === null) return { unit: said, post: null };
    const post = posts.get(postId);
    if (post === undefined) throw new Problem(404, 'unknown-post', { id: postId });
    const isHeld = post.isActive && (holders.has(post.id) || (post.standInPostId !== null && holders.has(post.standInPostId)));
    return { unit: said, post: { title: post.title, isOfUnit: post.unitId === unitId, isHeld } };
  });
}
