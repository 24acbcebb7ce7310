import type { DeliveryRefusal } from '#/delivery/rules/refusals.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Role } from '#/kernel/role.ts';
import type { CalendarRefusal } from './calendar.ts';

export type BatchState = 'open' | 'confirmed' | 'discarded';

/** 收表批次: files that were dropped together for one period; nothing of them counts before a person confirms. */
export type StoredBatch = {
  readonly id: string;
  readonly programmeId: string;
  readonly period: string;
  /** The unit that hands in its own form; null for a batch of the supervision office. */
  readonly unitId: string | null;
  readonly state: BatchState;
  readonly receivedOn: CivilDate;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly version: number;
};

export type BatchRefusal =
  | { readonly kind: 'batch-settled'; readonly state: BatchState; readonly by: string; readonly at: string }
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'received-in-future'; readonly receivedOn: CivilDate }
  | { readonly kind: 'nobody-to-ask' }
  | { readonly kind: 'too-many-files'; readonly limit: number };

export type ConfirmRefusal =
  | { readonly kind: 'row-not-acceptable'; readonly unit: string; readonly no: string }
  | { readonly kind: 'correction-reason-missing'; readonly unit: string; readonly no: string }
  | {
      readonly kind: 'row-refused';
      readonly unit: string;
      readonly no: string;
      readonly refusal: DeliveryRefusal;
    };

export type CollectionRefusal = CalendarRefusal | BatchRefusal | ConfirmRefusal;

/** A period has some fifty forms and their photos; more at once is a mistake of the folder. */
export const MOST_FILES = 500;

export function mustBeOpen(batch: StoredBatch): Result<StoredBatch, BatchRefusal> {
  if (batch.state === 'open') return accept(batch);
  return refuse({ kind: 'batch-settled', state: batch.state, by: batch.settledBy ?? '', at: batch.settledAt ?? '' });
}

/** The office works for all units; whoever acts for a unit, for that one alone. */
export function isOffice({ roles }: { readonly roles: readonly Role[] }): boolean {
  return roles.includes('setup') || roles.includes('office');
}
