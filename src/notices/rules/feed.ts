import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 日历订阅: a calendar by secret address, of one person or of one unit, until it is revoked. */
export type Feed = {
  readonly id: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly madeOn: CivilDate;
  readonly revokedOn: CivilDate | null;
};

export const MakeFeed = z.object({
  of: z.enum(['person', 'unit']),
  /** 256 random bits made in the browser of whoever asks: so the address is written down nowhere here, not even as an answer. */
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export const RevokeFeed = z.object({ feedId: z.uuid() });

/** More of them is a sign that addresses are passed around (来源: 自定). */
export const MOST_FEEDS = 10;

export type FeedRefusal =
  | { readonly kind: 'no-person' }
  | { readonly kind: 'no-unit' }
  | { readonly kind: 'too-many-feeds'; readonly most: number }
  | { readonly kind: 'revoked-already'; readonly revokedOn: CivilDate };

/** How far ahead a calendar shows milestones. */
export const FEED_REACH_DAYS = 400;
