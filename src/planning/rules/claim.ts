import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 认领情况: a task that was broken down for a unit is open until the unit takes it, or says why it is not its own. */
export type Claim =
  | { readonly state: 'open' }
  | { readonly state: 'claimed'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate }
  | { readonly state: 'declined'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate; readonly reason: string };

export type ClaimAct = 'claimed' | 'declined' | 'withdrawn' | 'reopened';
/** 认领记录: what a unit said about a task. `reopened` is written when the task goes to another unit. */
export type ClaimStep = {
  readonly claimNo: number;
  readonly act: ClaimAct;
  readonly unitId: string;
  readonly reason: string | null;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
};

const reason = z.string().trim().min(2).max(300);
export const ClaimTask = z.object({ taskId: z.uuid(), postId: z.uuid().nullable().default(null) });
export const DeclineTask = z.object({ taskId: z.uuid(), reason });
export const WithdrawClaim = z.object({ taskId: z.uuid(), reason });

export type ClaimRefusal =
  | { readonly kind: 'claim-not-of-unit'; readonly name: string; readonly unit: string }
  | { readonly kind: 'claimed-already'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate }
  | { readonly kind: 'declined-already'; readonly byName: string; readonly byPost: string; readonly onDay: CivilDate }
  | { readonly kind: 'nothing-claimed' };

export const OPEN: Claim = { state: 'open' };

/** What the last act says of a task. */
export function claimOf(last: Pick<ClaimStep, 'act' | 'byName' | 'byPost' | 'onDay' | 'reason'> | null): Claim {
  if (last === null || last.act === 'withdrawn' || last.act === 'reopened') return OPEN;
  const { byName, byPost, onDay } = last;
  if (last.act === 'claimed') return { state: 'claimed', byName, byPost, onDay };
  return { state: 'declined', byName, byPost, onDay, reason: last.reason ?? '' };
}

/** Taken or declined once; whoever changes his mind takes his word back first. */
export function mayAct(claim: Claim, act: 'claimed' | 'declined' | 'withdrawn'): Result<null, ClaimRefusal> {
  if (act === 'withdrawn') return claim.state === 'open' ? refuse({ kind: 'nothing-claimed' }) : accept(null);
  if (claim.state === 'open') return accept(null);
  const { byName, byPost, onDay } = claim;
  return refuse({ kind: claim.state === 'claimed' ? 'claimed-already' : 'declined-already', byName, byPost, onDay });
}
