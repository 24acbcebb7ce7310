import { z } from 'zod';
import { type CivilDate, civilDate, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { findClassificationMark } from '#/kernel/classification-mark.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import { SOURCE_KINDS } from './order.ts';
import { findKind, limitDay, type OrderProfile } from './profile.ts';

export const OrderDraft = z.object({
  kind: z.string().max(30),
  matter: z.string().trim().min(2).max(200),
  requirement: z.string().trim().max(2000).default(''),
  unitId: z.uuid(),
  postId: z.uuid().nullable().default(null),
  /** Without one it follows from the kind. */
  dueOn: civilDate.nullable().default(null),
  sourceKind: z.enum(SOURCE_KINDS).default('other'),
  sourceId: z.uuid().nullable().default(null),
  sourceText: z.string().trim().max(200).default(''),
  subjectProjectId: z.uuid().nullable().default(null),
  isUrgent: z.boolean().default(false),
  /** Who let the unit have one more than the month allows, and why. */
  overCap: z
    .object({ approvedBy: z.string().trim().min(2).max(40), reason: z.string().trim().min(2).max(200) })
    .nullable()
    .default(null),
});
/** 拟交办事项: what is to become an order; whoever makes it (a clerk, a meeting, an instruction) goes through the same door. */
export type OrderDraft = z.output<typeof OrderDraft>;
export type OrderDraftInput = z.input<typeof OrderDraft>;

export type IssueRefusal =
  | { readonly kind: 'order-kind-unknown'; readonly code: string }
  | { readonly kind: 'unit-ended'; readonly unit: string; readonly successor: string | null }
  | { readonly kind: 'post-elsewhere'; readonly post: string; readonly unit: string }
  | { readonly kind: 'post-vacant'; readonly post: string; readonly unit: string }
  | { readonly kind: 'order-day-missing'; readonly orderKind: string }
  | { readonly kind: 'order-day-past'; readonly dueOn: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'order-classified'; readonly mark: string }
  | {
      readonly kind: 'asked-already';
      readonly matter: string;
      readonly unit: string;
      readonly number: string;
      readonly issuedOn: CivilDate;
    }
  | {
      readonly kind: 'unit-month-full';
      readonly unit: string;
      readonly year: number;
      readonly month: number;
      readonly count: number;
      readonly cap: number;
    };

/** A unit and a post as they stand on the day of issue. */
export type Receiver = {
  readonly unit: { readonly name: string; readonly isActive: boolean; readonly successor: string | null };
  readonly post: { readonly title: string; readonly isOfUnit: boolean; readonly isHeld: boolean } | null;
};

/** What the unit has already been asked: its open orders by matter, and how many it was given this month. */
export type AskedBefore = {
  readonly open: ReadonlyMap<string, { readonly number: string; readonly issuedOn: CivilDate }>;
  readonly countInMonth: number;
};

export type DraftDays = Readonly<Record<'signBy' | 'dueOn', CivilDate>> & { readonly feedbackBy: CivilDate | null };
export type DraftContext = {
  readonly profile: OrderProfile;
  readonly today: CivilDate;
  readonly office: CalendarSpec;
  readonly receiver: Receiver;
  readonly before: AskedBefore;
};

/** 同一事项: the words without spaces and punctuation, so that one matter typed twice is seen as one. */
export function matterKey(matter: string): string {
  return matter
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** 能否交办: to somebody who is there, by a day that is still to come, not twice, and not more than a unit can bear. */
export function mayIssue(draft: OrderDraft, context: DraftContext): Result<DraftDays, IssueRefusal> {
  const received = mayReceive(context.receiver);
  if (!received.ok) return received;
  const { today, before, receiver, profile } = context;
  const mark = findClassificationMark(`${draft.matter}\n${draft.requirement}\n${draft.sourceText}`);
  if (mark !== null) return refuse({ kind: 'order-classified', mark: mark.mark });
  const days = daysOf(draft, context);
  if (!days.ok) return days;
  const asked = before.open.get(matterKey(draft.matter));
  const unit = receiver.unit.name;
  if (asked !== undefined) return refuse({ kind: 'asked-already', matter: draft.matter, unit, ...asked });
  const cap = profile.capPerUnitMonth;
  if (cap !== null && before.countInMonth >= cap && draft.overCap === null)
    return refuse({ kind: 'unit-month-full', unit, year: yearOf(today), month: monthOf(today), count: before.countInMonth, cap });
  return days;
}

function mayReceive({ unit, post }: Receiver): Result<null, IssueRefusal> {
  if (!unit.isActive) return refuse({ kind: 'unit-ended', unit: unit.name, successor: unit.successor });
  if (post === null) return accept(null);
  if (!post.isOfUnit) return refuse({ kind: 'post-elsewhere', post: post.title, unit: unit.name });
  return post.isHeld ? accept(null) : refuse({ kind: 'post-vacant', post: post.title, unit: unit.name });
}

function daysOf(draft: OrderDraft, { profile, today, office }: DraftContext): Result<DraftDays, IssueRefusal> {
  const kind = findKind(profile, draft.kind);
  if (kind === undefined) return refuse({ kind: 'order-kind-unknown', code: draft.kind });
  if (draft.dueOn === null && kind.settle === null) return refuse({ kind: 'order-day-missing', orderKind: kind.name });
  const dueOn = draft.dueOn ?? limitDay(today, kind.settle!, office);
  if (dueOn < today) return refuse({ kind: 'order-day-past', dueOn, today });
  const earlier = (day: CivilDate) => (day < dueOn ? day : dueOn);
  const feedbackBy = kind.feedback === null ? null : earlier(limitDay(today, kind.feedback, office));
  return accept({ dueOn, signBy: earlier(limitDay(today, profile.sign, office)), feedbackBy });
}
