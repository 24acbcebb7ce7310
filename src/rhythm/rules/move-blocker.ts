import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import { BLOCKER_LEVELS, type Blocker, type BlockerLevel } from './blocker.ts';

const words = (least: number, most: number) => z.string().trim().min(least).max(most);

export const RaiseBlocker = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  title: words(2, 60),
  detail: z.string().trim().max(1000).default(''),
  asked: z.string().trim().max(300).default(''),
  ownerPostId: z.uuid().nullable().default(null),
  /** A unit that cannot solve it goes to its leader at once. */
  level: z.enum(['unit', 'leader']).default('unit'),
});

export const ChangeBlocker = z.object({
  blockerId: z.uuid(),
  title: words(2, 60),
  detail: z.string().trim().max(1000),
  asked: z.string().trim().max(300),
  ownerPostId: z.uuid().nullable(),
});

export const MoveBlocker = z.object({
  blockerId: z.uuid(),
  to: z.enum(BLOCKER_LEVELS),
  reason: words(2, 300),
  /** City department or utility, by name; for the other levels it is known. */
  askedOf: words(2, 60).optional(),
});

export const SettleBlocker = z.object({
  blockerId: z.uuid(),
  as: z.enum(['solved', 'withdrawn']),
  on: civilDate,
  how: words(2, 500),
  /** Who solved it, where it was not the one who says so. */
  solvedBy: words(2, 60).optional(),
  solvedPostId: z.uuid().optional(),
});

export const ReopenBlocker = z.object({ blockerId: z.uuid(), reason: words(2, 300) });

export type BlockerRefusal =
  | { readonly kind: 'blocker-settled'; readonly on: CivilDate; readonly by: string }
  | { readonly kind: 'blocker-open' }
  | { readonly kind: 'blocker-at-level'; readonly level: BlockerLevel }
  | { readonly kind: 'blocker-level-not-yours'; readonly level: BlockerLevel }
  | { readonly kind: 'blocker-step-skipped'; readonly next: BlockerLevel }
  | { readonly kind: 'nobody-oversees'; readonly no: string; readonly name: string }
  | { readonly kind: 'outside-body-unnamed' }
  | { readonly kind: 'settled-outside-life'; readonly raisedOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'unit-not-of-project'; readonly no: string; readonly name: string };

/** How high a level is; city and utilities stand side by side. */
const RANK: Readonly<Record<BlockerLevel, number>> = { unit: 0, leader: 1, meeting: 2, city: 3, utility: 3 };
const BY_RANK = ['unit', 'leader', 'meeting'] as const;

export function isUp(from: BlockerLevel, to: BlockerLevel): boolean {
  return RANK[to] > RANK[from];
}

/** The highest level somebody may bring a matter to by himself: a unit to its leader, a leader to the meeting, the office anywhere. */
function reachOf(roles: readonly Role[]): number {
  if (roles.includes('office') || roles.includes('setup')) return RANK.city;
  return roles.includes('leader') ? RANK.meeting : RANK.leader;
}

/** 上提、交回: one level up at a time, so that nobody is passed over; the office and the utilities by letter may be brought in from any level. */
export function mayMove(blocker: Blocker, to: BlockerLevel, roles: readonly Role[]): Result<null, BlockerRefusal> {
  if (blocker.state !== 'open') return refuse({ kind: 'blocker-settled', on: blocker.settledOn!, by: blocker.settledBy! });
  if (blocker.level === to) return refuse({ kind: 'blocker-at-level', level: to });
  const isOffice = reachOf(roles) === RANK.city;
  if (RANK[to] > reachOf(roles) || (RANK[blocker.level] > reachOf(roles) && !isOffice))
    return refuse({ kind: 'blocker-level-not-yours', level: to });
  if (!isOffice && RANK[to] > RANK[blocker.level] + 1)
    return refuse({ kind: 'blocker-step-skipped', next: BY_RANK[RANK[blocker.level] + 1]! });
  return accept(null);
}

export function mustBeOpen(blocker: Blocker): Result<null, BlockerRefusal> {
  return blocker.state === 'open' ? accept(null) : refuse({ kind: 'blocker-settled', on: blocker.settledOn!, by: blocker.settledBy! });
}

type Settled = { readonly as: 'solved' | 'withdrawn'; readonly on: CivilDate; readonly how: string };
type Settler = { readonly by: string; readonly postId: string | null; readonly isOnSite: boolean; readonly today: CivilDate };

/** 解决（撤回）: who did it and when stays with the matter. */
export function settle(
  blocker: Blocker,
  { as, on, how }: Settled,
  { by, postId, isOnSite, today }: Settler,
): Result<Blocker, BlockerRefusal> {
  const open = mustBeOpen(blocker);
  if (!open.ok) return open;
  if (on < blocker.raisedOn || on > today) return refuse({ kind: 'settled-outside-life', raisedOn: blocker.raisedOn, today });
  return accept({
    ...blocker,
    state: as,
    settledOn: on,
    settledBy: by,
    settledPostId: postId,
    settledHow: how,
    isOnSite: isOnSite && as === 'solved',
  });
}

/** 重新打开: what was thought solved and is not; its age goes on from the day it was raised. */
export function reopen(blocker: Blocker): Result<Blocker, BlockerRefusal> {
  if (blocker.state === 'open') return refuse({ kind: 'blocker-open' });
  return accept({ ...blocker, state: 'open', settledOn: null, settledBy: null, settledPostId: null, settledHow: null, isOnSite: false });
}
