import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { BoxState } from './box.ts';
import { ATTENDANCE, type DelegationSum, type Deputy } from './roll.ts';

/** 签到: what the desk had before it, and what it notes. Two desks may have the same deputy before them. */
export const CheckIn = z.object({
  sessionId: z.uuid(),
  deputyId: z.uuid(),
  attendance: z.enum(ATTENDANCE),
  leaveNote: z.string().trim().max(100).default(''),
  /** 领了凭证条: that one was taken; which one is noted nowhere. */
  hasSlip: z.boolean().default(false),
  seen: z.object({ attendance: z.enum(ATTENDANCE), hasSlip: z.boolean() }),
});
export type CheckIn = z.infer<typeof CheckIn>;

export type DeskRefusal =
  | { readonly kind: 'changed-at-another-desk'; readonly attendance: Deputy['attendance']; readonly hasSlip: boolean }
  | { readonly kind: 'attendance-closed' }
  | { readonly kind: 'slip-for-absent' }
  | { readonly kind: 'slips-not-ready' }
  | { readonly kind: 'slip-may-be-used' }
  | { readonly kind: 'delegation-holds-papers'; readonly delegation: string; readonly present: number; readonly papers: number };

/** Where the deputy and the vote stand when the desk acts. `round` is the vote whose slips are handed out; null while there is none. */
export type DeskPlace = {
  readonly deputy: Pick<Deputy, 'attendance' | 'slipRound' | 'delegation'>;
  readonly round: number | null;
  readonly boxState: BoxState | null;
  readonly isAttendanceClosed: boolean;
  readonly delegation: DelegationSum;
  /** Papers that the deputy's delegation was handed. */
  readonly papers: number;
};

type Noted = Pick<Deputy, 'attendance' | 'slipRound'>;

/** 签到台: one deputy at a time, and only what nobody else has changed meanwhile. A slip goes to who is there, one in each vote. */
export function checkIn(place: DeskPlace, wish: CheckIn): Result<Noted, DeskRefusal> {
  const { deputy, round, boxState } = place;
  const hasSlip = round !== null && deputy.slipRound === round;
  if (deputy.attendance !== wish.seen.attendance || hasSlip !== wish.seen.hasSlip)
    return refuse({ kind: 'changed-at-another-desk', attendance: deputy.attendance, hasSlip });
  if (wish.attendance !== deputy.attendance && place.isAttendanceClosed) return refuse({ kind: 'attendance-closed' });
  if (wish.hasSlip && wish.attendance !== 'present') return refuse({ kind: 'slip-for-absent' });
  // A slip given back before the voting begins is torn up; afterwards nobody can tell whether it was used.
  if (hasSlip && !wish.hasSlip && boxState !== 'ready') return refuse({ kind: 'slip-may-be-used' });
  if (!hasSlip && wish.hasSlip) {
    if (boxState !== 'ready' && boxState !== 'open') return refuse({ kind: 'slips-not-ready' });
    const { name, present, slips } = place.delegation;
    const here = present + (deputy.attendance === 'present' ? 0 : 1);
    if (place.papers + slips >= here)
      return refuse({ kind: 'delegation-holds-papers', delegation: name, present: here, papers: place.papers });
  }
  const kept = wish.attendance === 'present' && !hasSlip ? deputy.slipRound : null;
  return accept({ attendance: wish.attendance, slipRound: wish.hasSlip ? round : kept });
}
