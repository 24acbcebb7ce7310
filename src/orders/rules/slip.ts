import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { numberText } from './order.ts';
import type { SlipColour } from './profile.ts';

export const UrgeOrder = z.object({ orderId: z.uuid(), reason: z.string().trim().min(2).max(500) });

/** 催办单、督办单: what is sent after an order when its day has passed, or earlier when the matter is urgent. */
export type Slip = {
  readonly id: string;
  readonly orderId: string;
  readonly kind: 'urge' | 'demand';
  readonly year: number;
  readonly number: number;
  readonly colour: SlipColour;
  readonly replyBy: CivilDate;
  readonly daysLate: number;
  /** The due day that it is about; after a new day the course begins anew. */
  readonly forDueOn: CivilDate;
  readonly reason: string;
  readonly issuedBy: string;
  readonly issuedOn: CivilDate;
};

export type SlipRefusal = {
  readonly kind: 'slip-stands';
  readonly slip: Slip['kind'];
  readonly number: string;
  readonly replyBy: CivilDate;
};

/** 减负: a unit is not urged again before the day of the last slip has passed. */
export function mayUrge(slips: readonly Slip[], today: CivilDate): Result<null, SlipRefusal> {
  const standing = slips.findLast(({ replyBy }) => replyBy >= today);
  if (standing === undefined) return accept(null);
  return refuse({ kind: 'slip-stands', slip: standing.kind, number: numberText(standing), replyBy: standing.replyBy });
}
