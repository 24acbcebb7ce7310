import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 现场办公一件: what a leader dealt with on the spot, who stood there, and whether it was solved then. */
export type OnSiteCase = {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly projectId: string;
  readonly blockerId: string | null;
  readonly leaderPostId: string;
  readonly leaderName: string;
  readonly heldOn: CivilDate;
  readonly place: string;
  readonly matter: string;
  readonly decision: string;
  readonly isSolved: boolean;
  readonly present: string;
  readonly evidence: readonly string[];
  readonly recordedBy: string;
  readonly recordedOn: CivilDate;
  readonly struckBecause: string | null;
  readonly version: number;
};

const words = (most: number) => z.string().trim().min(2).max(most);

export const RecordOnSite = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  blockerId: z.uuid().nullable().default(null),
  leaderPostId: z.uuid(),
  heldOn: civilDate,
  place: words(60),
  matter: words(300),
  decision: words(500),
  isSolved: z.boolean(),
  present: z.string().trim().max(300).default(''),
  evidence: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(9)
    .default([]),
});
export const StrikeOnSite = z.object({ caseId: z.uuid(), reason: words(300) });

export type OnSiteRefusal =
  | { readonly kind: 'on-site-day-ahead'; readonly today: CivilDate }
  | { readonly kind: 'leader-post-empty'; readonly title: string; readonly on: CivilDate }
  | { readonly kind: 'not-a-leader'; readonly title: string }
  | { readonly kind: 'blocker-of-other-project' }
  | { readonly kind: 'on-site-struck' };

type Facts = {
  readonly today: CivilDate;
  readonly post: { readonly title: string; readonly kind: string };
  readonly holder: string | null;
  readonly blocker: { readonly projectId: string } | null;
};

/** 记现场办公. The name of the leader is that of whoever held the post on that day. */
export function checkOnSite(
  { heldOn, projectId }: Pick<OnSiteCase, 'heldOn' | 'projectId'>,
  { today, post, holder, blocker }: Facts,
): Result<{ readonly leaderName: string }, OnSiteRefusal> {
  if (heldOn > today) return refuse({ kind: 'on-site-day-ahead', today });
  if (post.kind !== 'leader') return refuse({ kind: 'not-a-leader', title: post.title });
  if (holder === null) return refuse({ kind: 'leader-post-empty', title: post.title, on: heldOn });
  if (blocker !== null && blocker.projectId !== projectId) return refuse({ kind: 'blocker-of-other-project' });
  return accept({ leaderName: holder });
}
