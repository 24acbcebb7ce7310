import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';

/** 协调层级: who is asked to solve it: the unit itself, the overseeing leader, the review meeting, the city, or a utility. */
export const BLOCKER_LEVELS = ['unit', 'leader', 'meeting', 'city', 'utility'] as const;
export type BlockerLevel = (typeof BLOCKER_LEVELS)[number];

/** 堵点（难点）: what keeps a project from going on: whose it is, how old, what is asked of whom, and in the end who solved it and how. */
export type Blocker = {
  readonly id: string;
  readonly programmeId: string;
  readonly projectId: string;
  /** The unit that is stuck. */
  readonly unitId: string;
  /** The post that sees to it; the unit's liaison where none is named. */
  readonly ownerPostId: string | null;
  readonly title: string;
  readonly detail: string;
  readonly asked: string;
  readonly level: BlockerLevel;
  readonly levelSince: CivilDate;
  /** Who it is at that level, as named on the day it came there. */
  readonly askedOf: string;
  readonly askedPostId: string | null;
  readonly state: 'open' | 'solved' | 'withdrawn';
  readonly raisedOn: CivilDate;
  readonly raisedBy: string;
  readonly settledOn: CivilDate | null;
  readonly settledBy: string | null;
  readonly settledPostId: string | null;
  readonly settledHow: string | null;
  /** 现场办公: solved by a leader on the spot. */
  readonly isOnSite: boolean;
  readonly version: number;
};

/** Days that it has stood, up to its end where it has one. */
export function ageDays(it: Pick<Blocker, 'raisedOn' | 'settledOn'>, day: CivilDate): number {
  return daysBetween(it.raisedOn, it.settledOn !== null && it.settledOn < day ? it.settledOn : day);
}

/** Whether it stood open on a day: raised by then and not yet settled. */
export function wasOpenOn(it: Pick<Blocker, 'raisedOn' | 'settledOn'>, day: CivilDate): boolean {
  return it.raisedOn <= day && (it.settledOn === null || it.settledOn > day);
}
