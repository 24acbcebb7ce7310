import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { IssueRefusal } from '#/orders/rules/draft.ts';
import type { Order } from '#/orders/rules/order.ts';

/** 议定事项: what the meeting settled; with a unit and a day it becomes an order when the meeting closes. */
export type Decision = {
  readonly id: string;
  readonly meetingId: string;
  readonly itemKey: string | null;
  readonly position: number;
  readonly text: string;
  readonly projectId: string | null;
  readonly unitId: string | null;
  readonly postId: string | null;
  readonly dueOn: CivilDate | null;
  readonly isUrgent: boolean;
  readonly orderId: string | null;
  readonly writtenBy: string;
  readonly writtenAt: string;
  readonly struckBecause: string | null;
  readonly version: number;
};

/** 已交办的议定事项, with the meeting it comes from. */
export type MeetingDecision = Decision & { readonly meetingNo: number; readonly meetingYear: number };

/** 议定事项的办理情况: a decision with its order as it stands. */
export type DecisionState = MeetingDecision & { readonly order: Order | null };

/** 未办结的议定事项: a decision of an earlier meeting whose order is not closed. */
export type OpenDecision = Pick<Decision, 'text' | 'projectId' | 'unitId' | 'orderId' | 'dueOn'> & {
  readonly decisionId: string;
  readonly meetingNo: number;
  readonly number: string | null;
  readonly state: string;
};

export const WriteDecision = z.object({
  meetingId: z.uuid(),
  decisionId: z.uuid(),
  itemKey: z.string().max(80).nullable().default(null),
  text: z.string().trim().min(2).max(200),
  projectId: z.uuid().nullable().default(null),
  unitId: z.uuid().nullable().default(null),
  postId: z.uuid().nullable().default(null),
  dueOn: civilDate.nullable().default(null),
  isUrgent: z.boolean().default(false),
});
export const StrikeDecision = z.object({ decisionId: z.uuid(), reason: z.string().trim().min(2).max(200) });

export type DecisionRefusal =
  | { readonly kind: 'decision-without-day' }
  | { readonly kind: 'decision-without-unit' }
  | { readonly kind: 'decision-day-past'; readonly dueOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'decision-item-unknown' }
  | { readonly kind: 'decision-struck' }
  | { readonly kind: 'decision-not-issued'; readonly text: string; readonly order: IssueRefusal };

type Said = Pick<Decision, 'unitId' | 'postId' | 'dueOn' | 'itemKey'>;

/** Unit and day belong together; without both it is a decision that only the minutes bear. */
export function checkDecision(it: Said, keys: ReadonlySet<string>, today: CivilDate): Result<null, DecisionRefusal> {
  if (it.unitId === null && (it.postId !== null || it.dueOn !== null)) return refuse({ kind: 'decision-without-unit' });
  if (it.unitId !== null && it.dueOn === null) return refuse({ kind: 'decision-without-day' });
  if (it.dueOn !== null && it.dueOn < today) return refuse({ kind: 'decision-day-past', dueOn: it.dueOn, today });
  if (it.itemKey !== null && !keys.has(it.itemKey)) return refuse({ kind: 'decision-item-unknown' });
  return accept(null);
}
