import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 疑似重复的限额: over this share of persons who may be somebody twice, a figure is not published; every change is kept. */
export type DuplicateShare = {
  readonly serviceKindId: string;
  readonly versionNo: number;
  readonly most: number;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

export const SetDuplicateShare = z.object({
  serviceKindId: z.uuid(),
  most: z.number().min(0).max(1).multipleOf(0.0001),
  reason: z.string().trim().min(2).max(300),
});

export type ShareRefusal = { readonly kind: 'share-same'; readonly most: number };

export function settleShare(most: number, current: number): Result<null, ShareRefusal> {
  return most === current ? refuse({ kind: 'share-same', most }) : accept(null);
}

/** 未判断的重复: of the persons that one figure counts, pairs that nobody has decided. */
export type OpenDuplicates = {
  readonly promiseId: string;
  readonly serviceName: string;
  /** The unit that decides them. */
  readonly unitName: string;
  readonly open: number;
  readonly persons: number;
  readonly most: number;
};

/** Figures that may count somebody twice too often do not go out. */
export type HeldByDuplicates = {
  readonly kind: 'open-duplicates';
  readonly figures: readonly (OpenDuplicates & { readonly promise: string })[];
};

/** A pair is one person too many at most: pairs against persons. 0.29 of 100 is a little less than 29 here, and 29 is no pair too many. */
export function exceedsShare({ open, persons, most }: Pick<OpenDuplicates, 'open' | 'persons' | 'most'>): boolean {
  return open > persons * most + 1e-9;
}
