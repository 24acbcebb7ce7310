import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Post } from '#/organisation/rules/post.ts';

/** 分管领导: the leader's post that oversees a project from a day on. Whoever holds the post oversees it; nobody where `postId` is null. */
export type Overseeing = {
  readonly projectId: string;
  readonly postId: string | null;
  readonly fromOn: CivilDate;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetOverseeingLeader = z.object({ projectId: z.uuid(), postId: z.uuid().nullable(), fromOn: civilDate.optional() });

export type OverseeRefusal =
  | { readonly kind: 'no-leaders-post'; readonly title: string }
  | { readonly kind: 'leaders-post-inactive'; readonly title: string }
  | { readonly kind: 'overseen-from-later'; readonly fromOn: CivilDate }
  | { readonly kind: 'overseen-already'; readonly fromOn: CivilDate };

/** Which post oversees a project on a day: the last one set that has begun. `history` is in the order of setting. */
export function overseerOn(history: readonly Overseeing[], projectId: string, day: CivilDate): Overseeing | null {
  return history.findLast((it) => it.projectId === projectId && it.fromOn <= day) ?? null;
}

/** A leader's post takes a project over; what was before stays readable, so a new day never lies before the last one. */
export function oversee(
  history: readonly Overseeing[],
  post: Pick<Post, 'id' | 'title' | 'kind' | 'isActive'> | null,
  next: Overseeing,
): Result<Overseeing, OverseeRefusal> {
  if (post !== null && post.kind !== 'leader') return refuse({ kind: 'no-leaders-post', title: post.title });
  if (post !== null && !post.isActive) return refuse({ kind: 'leaders-post-inactive', title: post.title });
  const last = history.findLast((it) => it.projectId === next.projectId) ?? null;
  if (last !== null && last.fromOn > next.fromOn) return refuse({ kind: 'overseen-from-later', fromOn: last.fromOn });
  if ((last?.postId ?? null) === next.postId) return refuse({ kind: 'overseen-already', fromOn: last?.fromOn ?? next.fromOn });
  return accept(next);
}
