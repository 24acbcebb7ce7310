import { findPosts, listHoldersOn } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { listOverseeing, listProgrammes } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import type { Order } from '../rules/order.ts';
import { getInstruction } from './instructions.ts';

type About = Pick<Order, 'id' | 'subjectProjectId' | 'sourceKind' | 'sourceId'>;

/** 呈给谁: the leader's post that a measure about each order is put before; null where only the office can say. */
export async function loadAddressees(reader: Reader, orders: readonly About[]): Promise<ReadonlyMap<string, string | null>> {
  const overseeing = orders.some(({ subjectProjectId }) => subjectProjectId !== null)
    ? (await Promise.all((await listProgrammes(reader)).map(({ id }) => listOverseeing(reader, id)))).flat()
    : [];
  const found = new Map<string, string | null>();
  for (const { id, subjectProjectId, sourceKind, sourceId } of orders) {
    const overseer = subjectProjectId === null ? null : (overseerOn(overseeing, subjectProjectId, reader.today)?.postId ?? null);
    const isInstructed = sourceKind === 'instruction' && sourceId !== null;
    found.set(id, overseer ?? (isInstructed ? (await getInstruction(reader, sourceId)).leaderPostId : null));
  }
  return found;
}

/** 呈批对象: a leader's post and who holds it today. */
export type Addressee = { readonly postId: string; readonly title: string; readonly holder: string | null };

export async function listAddressees(reader: Reader, postIds: readonly string[]): Promise<readonly Addressee[]> {
  const ids = [...new Set(postIds)];
  const posts = await findPosts(reader, ids);
  const holders = ids.length === 0 ? new Map() : await listHoldersOn(reader, ids, reader.today);
  return [...posts.values()].map(({ id, title }) => ({ postId: id, title, holder: holders.get(id)?.personName ?? null }));
}
