import type { CivilDate } from '#/kernel/civil-date.ts';
import type { BlockerLevel } from './blocker.ts';

/** 堵点的一步: what was done about a blocker, by whom and when; every step stays. */
export type BlockerStep = {
  readonly position: number;
  readonly act: 'raised' | 'moved-up' | 'brought-back' | 'handed' | 'changed' | 'solved' | 'withdrawn' | 'reopened';
  readonly fromLevel: BlockerLevel | null;
  readonly toLevel: BlockerLevel | null;
  readonly text: string;
  readonly byName: string;
  readonly byPost: string;
  readonly onDay: CivilDate;
  readonly at: string;
};
