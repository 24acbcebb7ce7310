import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type Doer, Files, Typed } from './doer.ts';
import type { OrderFile } from './event.ts';
import type { OrderKind } from './profile.ts';

const note = z.string().trim().max(1000).default('');
export const ApplyClearing = z.object({
  orderId: z.uuid(),
  text: z.string().trim().min(2).max(2000),
  files: Files,
  typed: Typed.nullable().default(null),
});
export const CheckClearing = z.object({ orderId: z.uuid(), note });
export const VisitOrder = z.object({ orderId: z.uuid(), note, files: Files });
export const CloseOrder = z.object({ orderId: z.uuid(), note });
export const ReturnOrder = z.object({
  orderId: z.uuid(),
  reason: z.string().trim().min(2).max(1000),
  newDueOn: civilDate.nullable().default(null),
});
export const WithdrawOrder = z.object({ orderId: z.uuid(), reason: z.string().trim().min(2).max(1000) });

/** 销号申请: what a unit says is done, with evidence, and what others made of it. */
export type Clearing = {
  readonly id: string;
  readonly orderId: string;
  readonly round: number;
  readonly text: string;
  readonly files: readonly OrderFile[];
  readonly appliedBy: string;
  readonly appliedByAccount: string | null;
  readonly appliedOn: CivilDate;
  readonly checkedBy: string | null;
  readonly checkedOn: CivilDate | null;
  readonly checkNote: string | null;
  readonly visitedBy: string | null;
  readonly visitedOn: CivilDate | null;
  readonly visitNote: string | null;
  readonly visitFiles: readonly OrderFile[] | null;
  readonly endedBy: string | null;
  readonly endedOn: CivilDate | null;
  readonly result: 'accepted' | 'returned' | 'withdrawn' | null;
  readonly endNote: string | null;
};

export type ClearingRefusal =
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'visit-photo-missing' }
  | { readonly kind: 'visit-missing' }
  | { readonly kind: 'own-application' }
  | { readonly kind: 'return-day-past'; readonly newDueOn: CivilDate; readonly today: CivilDate };

/** 申请销号: with something to show. */
export function mayApply(files: readonly OrderFile[]): Result<null, ClearingRefusal> {
  return files.length === 0 ? refuse({ kind: 'evidence-missing' }) : accept(null);
}

/** Whoever applied does not judge his own application, by whatever post he acts. */
export function mayJudge(clearing: Pick<Clearing, 'appliedByAccount'>, doer: Pick<Doer, 'accountId'>): Result<null, ClearingRefusal> {
  return clearing.appliedByAccount === doer.accountId ? refuse({ kind: 'own-application' }) : accept(null);
}

/** 办结: after the check, and after somebody went there where the kind asks for it. */
export function mayClose(
  clearing: Pick<Clearing, 'visitedOn'>,
  kind: Pick<OrderKind, 'needsVisit'> | undefined,
): Result<null, ClearingRefusal> {
  const needsVisit = kind?.needsVisit ?? true;
  return needsVisit && clearing.visitedOn === null ? refuse({ kind: 'visit-missing' }) : accept(null);
}
